using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>A flood of lines into a session that looks at each of them, and into one that does not.</summary>
internal static class Triggering
{
    private const int Megabytes = 60;
    private const int TriggersThatNeverMatch = 10;

    /// <summary>As people have them: literals, groups, anchors, alternatives; none of their words is in the input.</summary>
    private static readonly string[] Patterns =
    [
        @"^(\S+):(\d+):(\d+): (error|warning): (.*)$", @"\bFATAL\b", @"\*\*B0100", @"(?i)build failed", @"^\[sudo\] password for (\w+):", @"https?://\S+", @"npm ERR! (.*)",
        @"Traceback \(most recent call last\)", @"^panicked at '([^']*)'", @"\d+ tests? failed",
    ];

    public static Row NeverMatching(PtyBench bench, SessionBench host) => new(
        $"flood of lines with {TriggersThatNeverMatch} triggers that never match", "MB/s",
        new Side("triggers", () => Flood(bench, host, Never(), (_, triggers, lines) =>
        {
            if (triggers.Evaluations != lines) throw new InvalidOperationException($"{lines} lines were printed, and {triggers.Evaluations} looked at");
            if (triggers.All.Count != TriggersThatNeverMatch || triggers.All.Any(one => one.IsStopped || one.Statistics is null or { FiredTimes: > 0 }))
                throw new InvalidOperationException("a trigger was turned off, or fired");
        })),
        new Side("no triggers", () => Flood(bench, host, "[]", (_, _, _) => { })),
        Goal.RatioAtLeast(0.8));

    public static Row InvokingAtEveryLine(PtyBench bench, SessionBench host)
    {
        LocalScript? script = null;
        return new Row(
            "flood of lines with a trigger that matches each and invokes a function", "MB/s",
            new Side("trigger", () =>
            {
                script ??= LocalScript.Register(host, "bench_line");
                var before = script.Calls;
                return Flood(bench, host, """[{"action":"iTermRPCTrigger","regex":".+","parameter":"bench_line(line: matches[0])"}]""", (seconds, triggers, lines) =>
                {
                    var (fired, dropped, calls) = (triggers.All[0].Statistics!.FiredTimes, triggers.All[0].Statistics!.Dropped, script.Calls - before);
                    if (fired + dropped < lines / 2 || calls > (seconds + 2) * new TriggerSettings().MaxCallsPerSecond)
                        throw new InvalidOperationException($"of {lines} lines {fired} fired and {dropped} were dropped; {calls} calls were made in {seconds:0.0} s");
                });
            }),
            new Side("no triggers", () => Flood(bench, host, "[]", (_, _, _) => { })),
            Goal.RatioAtLeast(0.5));
    }

    private static string Never() => Value.Array(Patterns.Select(pattern => Value.Object(
        [new("action", Value.Of("AlertTrigger")), new("regex", Value.Of(pattern)), new("parameter", Value.Of("seen"))]))).ToString();

    /// <summary>From the creation of the session to the end of its program.</summary>
    /// <param name="check">Throws when what was measured is not what it should be.</param>
    /// <returns>MB/s.</returns>
    private static double Flood(PtyBench bench, SessionBench host, string triggers, Action<double, TriggersProtocol.Triggers, long> check)
    {
        var size = Megabytes.ToString(CultureInfo.InvariantCulture);
        var start = new SessionsProtocol.SessionStart(
            Argv: [bench.Flood, bench.FileOf(FloodInput.Lines), size], Columns: 80, Rows: 25, ProfileOverrides: [new("Triggers", Value.Parse(triggers))]);
        using var ended = new ManualResetEventSlim();
        var witness = host.Start(() => new Flooding.Witness(host.Workspace, ended));
        var began = Stopwatch.GetTimestamp();
        var made = host.Ask<Created>(new CreateTab(null, null, Select: true, start));
        ended.Wait();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        host.End(witness);
        check(seconds, host.Ask<TriggersProtocol.Triggers>(made.Session, new TriggersProtocol.ListTriggers()), LinesOf(bench.FileOf(FloodInput.Lines)));
        host.Close(made.Session);
        return Megabytes / seconds;
    }

    /// <summary>What the flood prints, in lines with text in them: it begins its file anew when less than one of its writes is left of it.</summary>
    private static long LinesOf(string file)
    {
        const int Write = 16_384;
        var text = File.ReadAllBytes(file);
        var (lines, hasText, at) = (0L, false, 0);
        for (var left = Megabytes * 1_000_000L; left > 0; left -= Write)
        {
            var length = (int)Math.Min(left, Write);
            if (at + length > text.Length) at = 0;
            foreach (var one in text.AsSpan(at, length))
            {
                if (one is not ((byte)'\r' or (byte)'\n')) hasText = true;
                else if (hasText) (lines, hasText) = (lines + 1, false);
            }

            at += length;
        }

        return hasText ? lines + 1 : lines;
    }
}
