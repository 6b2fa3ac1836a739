namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>The same bytes, ours and xterm.js beside each other: cell by cell with attributes, cursor, title and history.</summary>
public sealed class XtermHeadlessTests(XtermHeadless headless) : IClassFixture<XtermHeadless>
{
    private const int GeneratedStreams = 200;

    public static TheoryData<string> Streams => [.. RecordedStream.Names];

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_recorded_stream_leaves_the_same_screen_at_every_point(string file)
    {
        var stream = RecordedStream.Load(file);
        var points = stream.Checkpoints(60);

        var theirs = headless.Play(stream.Columns, stream.Rows, stream.Data, points);

        var difference = Compare(stream.Columns, stream.Rows, stream.Data, points, theirs);
        Assert.True(difference is null, difference);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_recorded_stream_leaves_the_same_history(string file)
    {
        var stream = RecordedStream.Load(file);
        var ours = new OurTerminal(stream.Columns, stream.Rows);

        ours.Feed(stream.Data);

        var theirs = headless.Play(stream.Columns, stream.Rows, stream.Data, [stream.Data.Length], withHistory: true)[0];
        var difference = ScreenPicture.Difference(ours.Picture(withHistory: true), theirs);
        Assert.True(difference is null, difference);
    }

    [Fact]
    public void Generated_streams_leave_the_same_screen_at_every_point()
    {
        var newest = Environment.TickCount & 0xffffff;
        foreach (var seed in Enumerable.Range(1, GeneratedStreams).Append(newest))
        {
            var size = new Random(seed);
            var (columns, rows) = (size.Next(2, 100), size.Next(2, 40));
            var (data, points) = GeneratedStream.Make(seed, columns, rows, pieces: 120);

            var theirs = headless.Play(columns, rows, data, points);

            var difference = Compare(columns, rows, data, points, theirs);
            Assert.True(difference is null, $"seed {seed}, {columns}x{rows}, {difference}");
        }
    }

    private static string? Compare(int columns, int rows, byte[] data, int[] points, IReadOnlyList<ScreenPicture> theirs)
    {
        var ours = new OurTerminal(columns, rows);
        var from = 0;
        for (var i = 0; i < points.Length; i++)
        {
            ours.Feed(data.AsSpan(from, points[i] - from));
            if (ScreenPicture.Difference(ours.Picture(), theirs[i]) is { } difference)
                return $"after byte {points[i]}:\n{difference}since byte {from}: {Visible(data.AsSpan(from, points[i] - from))}";
            from = points[i];
        }

        return null;
    }

    private static string Visible(ReadOnlySpan<byte> bytes) => System.Text.Json.JsonSerializer.Serialize(System.Text.Encoding.UTF8.GetString(bytes));
}
