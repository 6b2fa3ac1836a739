using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Terminal;

/// <summary>The terminal model against @xterm/headless on node.</summary>
internal sealed class TerminalSuite : ISuite
{
    public string Name => "terminal";

    public string About =>
        "16 MB in pieces of 64 KiB into a new terminal of 80 by 24 with 10,000 lines of history, against @xterm/headless 6.0.0 on node doing the "
        + "same with the same bytes in the same rounds. The inputs are made in code from a fixed seed: lines of ASCII; a rendition for every word; "
        + "English, Greek, Cyrillic, Chinese, Japanese, Korean and emoji mixed.";

    public IEnumerable<Row> Rows()
    {
        var folder = Directory.CreateTempSubdirectory("actorterm-bench-");
        try
        {
            using var peer = new XtermHeadless();
            yield return Flooding.Row("lines", Inputs.Lines, peer, folder.FullName, goal: 20);
            yield return Flooding.Row("SGR", Inputs.Sgr, peer, folder.FullName, goal: 8);
            yield return Flooding.Row("UTF-8", Inputs.Utf8, peer, folder.FullName, goal: 6);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        yield return Remembering.BytesPerLine("plain", 100, Remembering.Plain);
        yield return Remembering.BytesPerLine("in four colours", 110, Remembering.FourColors);
        yield return Remembering.AsStrings();
        yield return Remembering.IdleBytes();
    }
}
