using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>A host in trouble, and whoever needs it all the same.</summary>
internal sealed class SoakSuite : ISuite
{
    /// <summary>Verbs in a round: enough that the 99th percentile is not simply the slowest.</summary>
    private const int Verbs = 101;

    /// <summary>Lines of flood after which history, buffers and code have the size they keep: some seconds.</summary>
    private const int WarmUpLines = 5_000_000;

    /// <summary>The program that floods: lines without end.</summary>
    private static readonly string[] Flood = ["yes", "the quick brown fox jumps over the lazy dog 0123456789"];

    public string Name => "soak";

    public string About =>
        "The published executables. One session floods without end, a viewer of it and a script that watches its screen never read a byte; meanwhile "
        + "`actorterm ls` and `actorterm kill` run as programs of their own, start of the process included. The memory is the host's resident "
        + "memory after those rounds, less what it was after the flood's first 5 million lines. The files that ZMODEM transfers, and the minutes of a "
        + "session and a coprocess that do not read each other, have hosts of their own and are not repeated from round to round.";

    public IEnumerable<Row> Rows()
    {
        foreach (var row in (IEnumerable<Row>)[.. Transfers.Rows(), .. Unread.Rows()]) yield return row;

        using var host = new SoakHost();
        var flooding = host.New([.. Flood]);
        using var viewer = StalledPeer.Viewer(host, flooding);
        using var script = StalledPeer.Script(host, flooding);
        while (host.LinesOf(flooding) < WarmUpLines) { }
        var (before, lines) = (host.ResidentMegabytes, host.LinesOf(flooding));

        yield return new Row("`actorterm ls`, 99th percentile", "ms", new Side("ours", () => Percentile(() => host.Verb("ls"))), null, Goal.AtMost(200));
        yield return new Row("`actorterm kill` of a session that runs `cat`, 99th percentile", "ms", new Side("ours", () => Killing(host)), null, Goal.AtMost(200));
        yield return new Row("lines of flood drawn meanwhile", "millions", new Side("ours", () => (host.LinesOf(flooding) - lines) / 1e6), null, Goal.None);
        yield return new Row("resident memory, grown", "MB", new Side("ours", () => host.ResidentMegabytes - before), null, Goal.AtMost(32));
    }

    private static double Killing(SoakHost host)
    {
        var sessions = new Queue<string>(Enumerable.Range(0, Verbs).Select(_ => host.New("cat")));
        return Percentile(() => host.Verb("kill", sessions.Dequeue()));
    }

    /// <returns>Milliseconds.</returns>
    private static double Percentile(Action verb)
    {
        var times = new double[Verbs];
        for (var i = 0; i < Verbs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            verb();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Verbs * 99 / 100];
    }
}
