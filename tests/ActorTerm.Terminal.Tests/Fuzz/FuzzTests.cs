using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Tests.Fuzz;

/// <summary>
/// Any bytes in any pieces: nothing throws, nothing grows past its bound, and pieces do not matter. A failing input is printed with its seed;
/// put it in Corpus/ as a file, and it is tried from then on.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int RandomStreams = 3_000 * Checking.Effort;
    private static readonly int MutatedStreams = 1_500 * Checking.Effort;

    /// <summary>The same on every run, so that a red run can be repeated; ACTORTERM_FUZZ_SEED gives another.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ACTORTERM_FUZZ_SEED"), out var seed) ? seed : 20260101;

    private static readonly TerminalOptions Options = new()
    {
        ScrollbackLines = 50,
        ScrollbackBytes = 64 * 1024,
        OscLimit = 512,
        MaxHyperlinks = 8,
        AllowChecksumReports = true,
        AllowTitleReports = true,
        AllowClipboardWrite = true,
        AllowFiles = true,
    };

    [Fact]
    public void Random_streams_do_no_harm_and_may_be_cut_anywhere()
    {
        for (var i = 0; i < RandomStreams; i++)
        {
            var random = new RandomStream(Seed + i);
            Try(random.Next(pieces: 60), Seed + i);
        }
    }

    [Fact]
    public void Mutated_streams_do_no_harm_and_may_be_cut_anywhere()
    {
        var corpus = Corpus();
        for (var i = 0; i < MutatedStreams; i++)
        {
            var random = new RandomStream(Seed + i);
            Try(random.Mutate(corpus[i % corpus.Length]), Seed + i);
        }
    }

    [Fact]
    public void The_corpus_does_no_harm_and_may_be_cut_anywhere()
    {
        foreach (var stream in Corpus()) Try(stream, Seed);
    }

    private static byte[][] Corpus() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus")).Order().Select(File.ReadAllBytes)];

    private static void Try(byte[] stream, int seed)
    {
        try
        {
            var (columns, rows) = (3 + seed % 38, 2 + seed % 11);
            var whole = Fed(stream, stream.Length, columns, rows);
            CheckBounds(whole.Model);
            foreach (var size in (int[])[1, 7, 4095])
            {
                var pieces = Fed(stream, size, columns, rows);
                Assert.Equal(ScreenDump.Of(whole.Model), ScreenDump.Of(pieces.Model));
                Assert.Equal(whole.Replies, pieces.Replies);
                Assert.Equal(Said(whole), Said(pieces));
            }

            whole.Model.Resize(1 + seed % 57, 1 + seed % 13);
            CheckBounds(whole.Model);
            whole.Model.Feed(stream);
            CheckBounds(whole.Model);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"seed {seed}, stream (base64) {Convert.ToBase64String(stream)}", failure);
        }
    }

    private static TestTerminal Fed(byte[] stream, int size, int columns, int rows)
    {
        var terminal = new TestTerminal(columns, rows, Options);
        terminal.Model.ObserveLines = true;
        foreach (var piece in stream.Chunk(Math.Max(1, size))) Assert.Equal(piece.Length, terminal.Model.Feed(piece));
        return terminal;
    }

    /// <summary>Notifications hold dictionaries, which are equal only to themselves.</summary>
    private static IEnumerable<string> Said(TestTerminal terminal) =>
        terminal.Events.Select(happened => happened is NotificationReport report ? report.Message : happened.ToString()!);

    private static void CheckBounds(TerminalModel terminal)
    {
        var screen = terminal.Screen;
        Assert.InRange(screen.Cursor.Row, 0, screen.Rows - 1);
        Assert.InRange(screen.Cursor.Column, 0, screen.Columns - 1);
        Assert.InRange(screen.Scrollback.EndLine - screen.Scrollback.FirstLine, 0, Options.ScrollbackLines);
        Assert.InRange(screen.Scrollback.Bytes, 0, Options.ScrollbackBytes + 8 * 1024);
        for (var line = screen.TopAbsoluteLine; line < screen.EndLine; line++)
        {
            var view = screen.GetLine(line);
            Assert.InRange(view.Columns, 0, screen.Columns);
            var next = 0;
            foreach (var cell in view.Cells)
            {
                Assert.Equal(next, cell.Column);
                next += cell.Width;
                Assert.DoesNotContain(0xdfff, cell.CodePoints.ToArray());
            }

            Assert.Equal(view.Columns, next);
        }
    }
}
