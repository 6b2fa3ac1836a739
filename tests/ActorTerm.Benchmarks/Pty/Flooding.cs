using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Pty;
using ActorTerm.Terminal;
using ActorTerm.Terminal.Events;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>Programs that write as fast as they are read.</summary>
internal static class Flooding
{
    /// <param name="bench">What it runs on.</param>
    /// <param name="input">What the programs write.</param>
    /// <param name="terminals">How many there are, each with its own program and reader.</param>
    /// <param name="megabytes">From each terminal.</param>
    public static Row IntoNothing(PtyBench bench, FloodInput input, int terminals, int megabytes) => new(
        $"flood of {input.Name} from {terminals} {(terminals == 1 ? "terminal" : "terminals")}, thrown away", "MB/s",
        new Side("actors", () => Read(bench, input, terminals, megabytes, () => null)),
        C(bench, input, terminals, megabytes),
        Goal.None);

    public static Row IntoScreen(PtyBench bench, FloodInput input, int megabytes, Goal goal) => new(
        $"flood of {input.Name} from 1 terminal, into a screen with history", "MB/s",
        new Side("actors", () => Read(bench, input, terminals: 1, megabytes, NewScreen)),
        C(bench, input, terminals: 1, megabytes),
        goal);

    public static Row BesideTmux(PtyBench bench, FloodInput input, int megabytes, Goal goal) => new(
        $"flood of {input.Name} from 1 terminal, into a screen with history, beside tmux", "MB/s",
        new Side("actors", () => Read(bench, input, terminals: 1, megabytes, NewScreen)),
        new Side("tmux", () => Tmux.Flood(bench, input, megabytes)),
        goal);

    public static TerminalModel NewScreen() => new(new TerminalOptions { Columns = 80, Rows = 25 }, Unheard.Instance);

    private static Side C(PtyBench bench, FloodInput input, int terminals, int megabytes) => new(
        "C", () => Printed(bench.Run(bench.Drain, Text(terminals), bench.Flood, bench.FileOf(input), Text(megabytes))));

    private static double Read(PtyBench bench, FloodInput input, int terminals, int megabytes, Func<TerminalModel?> newScreen)
    {
        using var flood = new Tally(terminals);
        for (var i = 0; i < terminals; i++)
        {
            var output = new Output(flood, newScreen());
            bench.Start(PtyBench.Program(bench.Flood, bench.FileOf(input), Text(megabytes)), output);
        }

        return flood.MegabytesPerSecond();
    }

    private static double Printed(string output) => double.Parse(output, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Counts what all terminals of a round write, from the first byte to the last end, as the C program does.</summary>
    private sealed class Tally(int terminals) : IDisposable
    {
        private readonly CountdownEvent _open = new(terminals);
        private long _began;
        private long _ended;
        private long _total;

        public void Add(int bytes)
        {
            if (Interlocked.Add(ref _total, bytes) == bytes) _began = Stopwatch.GetTimestamp();
        }

        public void End() => Interlocked.Exchange(ref _ended, Stopwatch.GetTimestamp());

        public void Closed() => _open.Signal();

        public double MegabytesPerSecond()
        {
            _open.Wait();
            return _total / 1e6 / Stopwatch.GetElapsedTime(_began, _ended).TotalSeconds;
        }

        public void Dispose() => _open.Dispose();
    }

    /// <param name="screen">Null throws the output away.</param>
    private sealed class Output(Tally tally, TerminalModel? screen) : ISessionOutput
    {
        public void Take(ReadOnlySpan<byte> bytes)
        {
            tally.Add(bytes.Length);
            screen?.Feed(bytes);
        }

        public void End() => tally.End();

        public void Closed(PtyExit exit) => tally.Closed();

        public void Refused(Exception why) => throw new InvalidOperationException(why.Message, why);
    }

    private sealed class Unheard : ITerminalEvents
    {
        public static Unheard Instance { get; } = new();
    }
}
