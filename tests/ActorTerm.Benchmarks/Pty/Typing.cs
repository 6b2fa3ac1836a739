using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Pty;
using ActorTerm.Terminal;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>From a key to its echo, through a raw-mode program that writes back what it reads.</summary>
internal static class Typing
{
    public static Row Row(PtyBench bench, int floods, int keys, Goal goal) => new(
        $"key to echo, 99th percentile, {(floods == 0 ? "idle" : $"beside {floods} floods")}", "ms",
        new Side("actors", () => Ours(bench, floods, keys)),
        new Side("C", () => double.Parse(
            bench.Run(
                bench.Keys, Text(keys), bench.RawEcho, Text(floods), bench.Flood, bench.FileOf(FloodInput.Lines)),
            CultureInfo.InvariantCulture)),
        goal);

    private static double Ours(PtyBench bench, int floods, int keys)
    {
        using var typist = new Typist(keys);
        using var crowd = new Crowd(floods);
        var flood = PtyBench.Program(bench.Flood, bench.FileOf(FloodInput.Lines), "1000000");
        var echo = bench.Start(PtyBench.Program(bench.RawEcho), typist);
        typist.AwaitReady();
        var flooding = Enumerable.Range(0, floods).Select(_ => bench.Start(flood, new Member(crowd))).ToArray();
        crowd.AwaitAll();

        var result = typist.Type(echo);

        echo.Tell(SessionReader.HangUp.Instance);
        foreach (var reader in flooding) reader.Tell(SessionReader.HangUp.Instance);
        typist.AwaitClosed();
        crowd.AwaitClosed();
        return result;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Types a key when the one before has come back.</summary>
    private sealed class Typist(int keys) : ISessionOutput, IDisposable
    {
        private static readonly SessionReader.Typed Key = new("k"u8.ToArray());

        private readonly ManualResetEventSlim _ready = new();
        private readonly ManualResetEventSlim _done = new();
        private readonly ManualResetEventSlim _closed = new();
        private readonly List<double> _times = new(keys);
        private IActorRef? _echo;
        private long _typed;

        public void AwaitReady() => _ready.Wait();

        public void AwaitClosed() => _closed.Wait();

        /// <returns>The 99th percentile in milliseconds.</returns>
        public double Type(IActorRef echo)
        {
            _echo = echo;
            TypeOne();
            _done.Wait();
            _times.Sort();
            return _times[keys * 99 / 100] * 1000;
        }

        public void Take(ReadOnlySpan<byte> bytes)
        {
            if (_echo is null)
            {
                _ready.Set();
                return;
            }

            _times.Add(Stopwatch.GetElapsedTime(_typed).TotalSeconds);
            if (_times.Count < keys) TypeOne();
            else _done.Set();
        }

        public void End()
        {
            // Hung up.
        }

        public void Closed(PtyExit exit) => _closed.Set();

        public void Refused(Exception why) => throw new InvalidOperationException(why.Message, why);

        public void Dispose()
        {
            _ready.Dispose();
            _done.Dispose();
            _closed.Dispose();
        }

        private void TypeOne()
        {
            _typed = Stopwatch.GetTimestamp();
            _echo?.Tell(Key, ActorRefs.NoSender);
        }
    }

    /// <summary>The floods beside.</summary>
    private sealed class Crowd(int floods) : IDisposable
    {
        private readonly CountdownEvent _silent = new(floods);
        private readonly CountdownEvent _open = new(floods);

        /// <summary>Until each of them has written something.</summary>
        public void AwaitAll() => _silent.Wait();

        public void AwaitClosed() => _open.Wait();

        public void Wrote() => _silent.Signal();

        public void Closed() => _open.Signal();

        public void Dispose()
        {
            _silent.Dispose();
            _open.Dispose();
        }
    }

    /// <summary>One of them, with a screen of its own.</summary>
    private sealed class Member(Crowd crowd) : ISessionOutput
    {
        private readonly TerminalModel _screen = Flooding.NewScreen();
        private bool _wrote;

        public void Take(ReadOnlySpan<byte> bytes)
        {
            _screen.Feed(bytes);
            if (!_wrote) crowd.Wrote();
            _wrote = true;
        }

        public void End()
        {
            // Hung up.
        }

        public void Closed(PtyExit exit) => crowd.Closed();

        public void Refused(Exception why) => throw new InvalidOperationException(why.Message, why);
    }
}
