using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>Whole sessions of a host, asked for as its edge asks.</summary>
internal sealed class SessionsSuite : ISuite
{
    public string Name => "sessions";

    public string About =>
        "Whole sessions: program, pseudo-terminal, screen with history, variables, names and a place in the tree, driven by messages to the workspace, "
        + "against C programs that only read and write the same terminals, and tmux. A flood runs from the creation of its session to the end of its program.";

    public IEnumerable<Row> Rows()
    {
        using var bench = new PtyBench();
        using var host = new SessionBench();
        yield return Flooding.Row(bench, host, FloodInput.Lines, megabytes: 60, Goal.RatioAtLeast(0.95));
        yield return Flooding.Row(bench, host, FloodInput.Sgr, megabytes: 60, Goal.RatioAtLeast(0.75));
        yield return Flooding.Row(bench, host, FloodInput.Utf8, megabytes: 60, Goal.RatioAtLeast(0.65));
        yield return Triggering.NeverMatching(bench, host);
        yield return Triggering.InvokingAtEveryLine(bench, host);
        using (var watched = new SessionBench(new SessionSettings().FrameInterval))
            yield return Relaying.Row(bench, watched, FloodInput.Lines, megabytes: 60, Goal.RatioAtLeast(0.8));
        yield return Typing.Row(bench, host, floods: 0, keys: 2_000, Goal.RatioAtMost(2));
        yield return Typing.Row(bench, host, floods: 10, keys: 300, Goal.RatioAtMost(2).And(Goal.AtMost(50)));
        yield return Pressing.Row(bench, host, keys: 2_000);
        yield return Turnover.Row(bench, host);
        yield return Idling.Bytes(host);
    }
}
