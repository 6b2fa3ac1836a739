namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>The text of recorded streams, as ours and tmux's capture-pane have it.</summary>
public sealed class TmuxTests(TmuxPane tmux) : IClassFixture<TmuxPane>
{
    public static TheoryData<string> Streams => [.. RecordedStream.Names];

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_recorded_stream_leaves_the_same_text(string file)
    {
        var stream = RecordedStream.Load(file);
        foreach (var point in stream.Checkpoints(6).Select(offset => BeforeSequence(stream.Data, offset)))
        {
            var ours = new OurTerminal(stream.Columns, stream.Rows);
            ours.Feed(stream.Data.AsSpan(0, point));

            var theirs = tmux.Capture(stream.Columns, stream.Rows, stream.Data.AsSpan(0, point));

            var different = ours.Picture().Lines.Zip(theirs).Where(lines => lines.First != lines.Second)
                .Select(lines => $"\nours   |{lines.First}|\ntheirs |{lines.Second}|");
            Assert.True(!different.Any(), $"after byte {point}:{string.Concat(different)}");
        }
    }

    /// <summary>tmux shows a character that is cut in two, so streams are cut before a control sequence.</summary>
    private static int BeforeSequence(byte[] data, int offset)
    {
        if (offset == data.Length) return offset;
        return Math.Max(0, data.AsSpan(0, offset).LastIndexOf("\e["u8));
    }
}
