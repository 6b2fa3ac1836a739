using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Kernel;

/// <summary>What an actor costs before it has done anything.</summary>
internal static class Creating
{
    private const int Count = 200_000;

    /// <summary>From the first ActorOf to the last constructor. The actors are stopped outside the measured time.</summary>
    public static Row Rate(ActorSystem system) => new(
        "creation, with one handler", "actors/s",
        new Side("kernel", () =>
        {
            using var made = new CountdownEvent(Count);
            var actors = new IActorRef[Count];
            var props = Make<Idle>.Of(() => new Idle(made));
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Count; i++) actors[i] = system.ActorOf(props);
            made.Wait();
            var elapsed = Stopwatch.GetElapsedTime(start);
            Stop(system, actors);
            return Count / elapsed.TotalSeconds;
        }),
        new Side("Channel", () =>
        {
            var actors = new ChannelIdle[Count];
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Count; i++) actors[i] = new ChannelIdle();
            var elapsed = Stopwatch.GetElapsedTime(start);
            foreach (var actor in actors) actor.Stop();
            return Count / elapsed.TotalSeconds;
        }),
        Goal.AtLeast(1_000_000));

    public static Row IdleBytes(ActorSystem system, bool named) => new(
        $"an idle {(named ? "named " : "")}actor with one handler", "bytes",
        new Side("kernel", () =>
        {
            using var made = new CountdownEvent(Count);
            var actors = new IActorRef[Count];
            var props = Make<Idle>.Of(() => new Idle(made));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < Count; i++) actors[i] = system.ActorOf(props, named ? "session-" + i : null);
            made.Wait();
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            Stop(system, actors);
            return bytes / (double)Count;
        }),
        new Side("Channel", () =>
        {
            var actors = new ChannelIdle[Count];
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < Count; i++) actors[i] = new ChannelIdle();
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            foreach (var actor in actors) actor.Stop();
            return bytes / (double)Count;
        }),
        named ? Goal.None : Goal.AtMost(320));

    private static void Stop(ActorSystem system, IActorRef[] actors)
    {
        foreach (var actor in actors) system.Stop(actor);
        Task.WhenAll(actors.Select(actor => actor.GracefulStop(TimeSpan.FromMinutes(1)))).GetAwaiter().GetResult();
    }

    private sealed class Idle : ReceiveActor
    {
        private readonly CountdownEvent _made;

        public Idle(CountdownEvent made)
        {
            _made = made;
            Receive<string>(Handle);
        }

        protected override void PreStart() => _made.Signal();

        private void Handle(string message)
        {
            // Never told anything.
        }
    }

    private sealed class ChannelIdle : ChannelActor
    {
        protected override void Receive(object message)
        {
            // Never told anything.
        }
    }
}
