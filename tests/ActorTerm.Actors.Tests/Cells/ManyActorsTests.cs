namespace ActorTerm.Actors.Tests.Cells;

/// <summary>Many at once: nothing is lost, nobody starves, the tree comes down.</summary>
public sealed class ManyActorsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ActorSystem _system = ActorSystem.Create("many", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [] }"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Every_message_of_many_threads_to_many_actors_is_handled_once()
    {
        const int Actors = 200;
        const int Threads = 4;
        const int Each = 50_000;
        using var left = new CountdownEvent(Threads * Each);
        var actors = Enumerable.Range(0, Actors).Select(_ => Make(() => new Counting(left))).ToArray();

        var threads = Enumerable.Range(0, Threads).Select(seed => new Thread(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Each; i++) actors[random.Next(Actors)].Tell("x", ActorRefs.NoSender);
        })).ToList();
        threads.ForEach(thread => thread.Start());

        Assert.True(left.Wait(Patience), $"{left.CurrentCount} messages were lost");
        threads.ForEach(thread => thread.Join());
    }

    [Fact]
    public void An_actor_gets_its_turn_while_others_never_rest()
    {
        using var answered = new ManualResetEventSlim();
        var restless = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Make(() => new Restless())).ToList();
        foreach (var each in restless) each.Tell("go", ActorRefs.NoSender);
        var calm = Make(() => new Answering(answered));

        calm.Tell("x", ActorRefs.NoSender);

        Assert.True(answered.Wait(Patience));
    }

    [Fact]
    public void An_actor_gets_its_turn_while_pairs_play_without_end()
    {
        using var answered = new ManualResetEventSlim();
        for (var i = 0; i < 4 * Environment.ProcessorCount; i++) Make(() => new Returning()).Tell("ball", Make(() => new Returning()));
        var calm = Make(() => new Answering(answered));

        calm.Tell("x", ActorRefs.NoSender);

        Assert.True(answered.Wait(Patience));
    }

    [Fact]
    public async Task A_deep_and_wide_tree_comes_down_from_the_leaves()
    {
        const int Depth = 6;
        const int Width = 4;
        var ended = 0;
        using var made = new CountdownEvent(Enumerable.Range(0, Depth).Sum(level => (int)Math.Pow(Width, level)));
        var top = Make(() => new Branch(Depth - 1, Width, made, () => Interlocked.Increment(ref ended)));
        Assert.True(made.Wait(Patience));

        Assert.True(await top.GracefulStop(Patience));

        Assert.Equal(made.InitialCount, ended);
    }

    [Fact]
    public void Actors_that_come_and_go_from_many_threads_leave_nothing_behind()
    {
        var user = ((ActorCell)Make(() => new Restless())).Parent;

        Parallel.For(0, 5_000, i =>
        {
            var actor = Make(() => new Restless(), i % 2 == 0 ? $"worker-{i}" : null);
            actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        });

        Assert.True(SpinWait.SpinUntil(() => user.AllChildren().Length == 1, Patience));
        Make(() => new Restless(), "worker-0");
    }

    private IActorRef Make<T>(Func<T> make, string? name = null) where T : ActorBase =>
        _system.ActorOf(Props.CreateBy(new FuncProducer<T>(make)), name);

    private sealed class Counting : ReceiveActor
    {
        public Counting(CountdownEvent left) => ReceiveAny(_ => left.Signal());
    }

    private sealed class Restless : ReceiveActor
    {
        public Restless() => ReceiveAny(message => Self.Tell(message));
    }

    private sealed class Returning : ReceiveActor
    {
        public Returning() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class Answering : ReceiveActor
    {
        public Answering(ManualResetEventSlim answered) => ReceiveAny(_ => answered.Set());
    }

    private sealed class Branch : ReceiveActor
    {
        private readonly Action _ended;

        public Branch(int levels, int width, CountdownEvent made, Action ended)
        {
            _ended = ended;
            for (var i = 0; levels > 0 && i < width; i++)
                Context.ActorOf(Props.CreateBy(new FuncProducer<Branch>(() => new Branch(levels - 1, width, made, ended))));
            made.Signal();
        }

        protected override void PostStop()
        {
            if (Context.GetChildren().Any()) throw new InvalidOperationException("a child is still there");
            _ended();
        }
    }
}
