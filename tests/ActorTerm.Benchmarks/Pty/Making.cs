using ActorTerm.Benchmarks.Harness;
using ActorTerm.Pty;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>What a terminal and its program cost to make, to end and to keep.</summary>
internal static class Making
{
    private const int Sessions = 500;
    private const int TmuxSessions = 100;

    public static Row Rate(PtyBench bench) => new(
        "terminals with /bin/true made and ended", "per s",
        Side.Rate("actors", Sessions, () =>
        {
            using var living = new Living(Sessions);
            for (var i = 0; i < Sessions; i++) bench.Start(PtyBench.Program("/bin/true"), living);
            living.AwaitClosed();
        }),
        new Side("tmux", () => Tmux.MakeAndEnd(bench, TmuxSessions)),
        Goal.AtLeast(1_000));

    /// <summary>The connection and an actor with an empty mailbox; no screen.</summary>
    public static Row IdleBytes(PtyBench bench) => new(
        "an idle terminal with cat and the actor that reads it, managed", "bytes",
        new Side("actors", () =>
        {
            using var living = new Living(Sessions);
            var program = PtyBench.Program("/bin/cat");
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var readers = Enumerable.Range(0, Sessions).Select(_ => bench.Start(program, living)).ToArray();
            bench.Run("/bin/true");                          // started behind them, so by its end all are there
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Sessions;
            foreach (var reader in readers) reader.Tell(SessionReader.HangUp.Instance);
            living.AwaitClosed();
            return bytes;
        }),
        Baseline: null,
        Goal.AtMost(10_000));

    private sealed class Living(int sessions) : ISessionOutput, IDisposable
    {
        private readonly CountdownEvent _open = new(sessions);

        public void AwaitClosed() => _open.Wait();

        public void Take(ReadOnlySpan<byte> bytes)
        {
            // They write nothing.
        }

        public void End()
        {
            // The exit follows.
        }

        public void Closed(PtyExit exit) => _open.Signal();

        public void Refused(Exception why) => throw new InvalidOperationException(why.Message, why);

        public void Dispose() => _open.Dispose();
    }
}
