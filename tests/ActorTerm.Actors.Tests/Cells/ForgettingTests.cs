using System.Runtime.CompilerServices;

namespace ActorTerm.Actors.Tests.Cells;

/// <summary>What an actor leaves behind.</summary>
public sealed class ForgettingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _system = ActorSystem.Create("forgetting", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [] }"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_reference_to_a_dead_actor_does_not_keep_the_actor_alive()
    {
        var (reference, instance) = await LiveAndDie();

        for (var i = 0; i < 50 && instance.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(instance.IsAlive);
        GC.KeepAlive(reference);
    }

    [Fact]
    public async Task Each_incarnation_is_given_back_to_its_producer()
    {
        var producer = new Counting();
        var actor = _system.ActorOf(Props.CreateBy(producer));

        actor.Tell("boom");
        Assert.True(await actor.GracefulStop(Patience));

        Assert.Equal(2, producer.Produced);
        Assert.Equal(2, producer.Released);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(IActorRef Reference, WeakReference Instance)> LiveAndDie()
    {
        var instance = new WeakReference(null);
        var reference = _system.ActorOf(Props.CreateBy(new FuncProducer<Failing>(() =>
        {
            var made = new Failing();
            instance.Target = made;
            return made;
        })));
        Assert.True(await reference.GracefulStop(Patience));
        return (reference, instance);
    }

    private sealed class Failing : ReceiveActor
    {
        public Failing() => Receive<string>(_ => throw new InvalidOperationException());
    }

    private sealed class Counting : IIndirectActorProducer
    {
        public int Produced { get; private set; }

        public int Released { get; private set; }

        public Type ActorType => typeof(Failing);

        public ActorBase Produce()
        {
            Produced++;
            return new Failing();
        }

        public void Release(ActorBase actor) => Released++;
    }
}
