using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>Pseudo-terminals read by actors, against C programs that do nothing but read them, and tmux beside.</summary>
internal sealed class PtySuite : ISuite
{
    public string Name => "pty";

    public string About =>
        "Programs on pseudo-terminals, each read in turns by an actor of its own, against a C program that reads the same terminals and throws away what "
        + "it reads: a blocking loop for one terminal, epoll for more (tests/ActorTerm.Benchmarks/Pty/native). A flood writes 16 KiB at a time. "
        + "The next key is typed when the echo of the one before has come.";

    public IEnumerable<Row> Rows()
    {
        using var bench = new PtyBench();
        foreach (var input in FloodInput.All) yield return Flooding.IntoNothing(bench, input, terminals: 1, megabytes: 60);
        yield return Flooding.IntoNothing(bench, FloodInput.Lines, terminals: 10, megabytes: 6);
        yield return Flooding.IntoNothing(bench, FloodInput.Lines, terminals: 100, megabytes: 1);
        yield return Flooding.IntoScreen(bench, FloodInput.Lines, megabytes: 60, Goal.RatioAtLeast(0.95));
        yield return Flooding.IntoScreen(bench, FloodInput.Sgr, megabytes: 60, Goal.RatioAtLeast(0.75));
        yield return Flooding.IntoScreen(bench, FloodInput.Utf8, megabytes: 60, Goal.RatioAtLeast(0.65));
        yield return Flooding.BesideTmux(bench, FloodInput.Lines, megabytes: 20, Goal.RatioAtLeast(1.3));
        yield return Flooding.BesideTmux(bench, FloodInput.Sgr, megabytes: 20, Goal.RatioAtLeast(3));
        yield return Flooding.BesideTmux(bench, FloodInput.Utf8, megabytes: 20, Goal.RatioAtLeast(3));
        yield return Typing.Row(bench, floods: 0, keys: 2_000, Goal.RatioAtMost(2));
        yield return Typing.Row(bench, floods: 10, keys: 300, Goal.RatioAtMost(2).And(Goal.AtMost(50)));
        yield return Making.Rate(bench);
        yield return Making.IdleBytes(bench);
    }
}
