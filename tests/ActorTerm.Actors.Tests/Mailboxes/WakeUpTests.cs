namespace ActorTerm.Actors.Tests.Mailboxes;

/// <summary>
/// A producer publishes a message and then looks whether the actor sleeps; the actor goes to sleep and then looks for messages. Without a
/// full fence between the two on both sides each can miss the other, and a message lies there for ever. Nearly every message here is a
/// wake-up, with batches of one.
/// </summary>
public sealed class WakeUpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ActorSystem _system = ActorSystem.Create(
        "wake-up", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [], actor.default-dispatcher.throughput = 1 }"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public void No_wake_up_is_lost_between_two_producers_that_wait_for_each_message()
    {
        const int Each = 300_000;
        var actor = _system.ActorOf(Props.CreateBy(new FuncProducer<Acknowledging>(() => new Acknowledging())));
        var producers = Enumerable.Range(0, 2).Select(_ => new Producer(actor, Each)).ToList();

        foreach (var producer in producers) producer.Thread.Start();

        foreach (var producer in producers)
        {
            Assert.True(producer.Thread.Join(Patience), $"a message was lost after {producer.Done} of {Each}");
            Assert.Equal(Each, producer.Done);
        }
    }

    private sealed class Acknowledging : ReceiveActor
    {
        public Acknowledging() => Receive<Producer>(producer => producer.Acknowledge());
    }

    private sealed class Producer
    {
        private readonly IActorRef _actor;
        private readonly int _count;
        private volatile int _acknowledged;

        public Producer(IActorRef actor, int count)
        {
            _actor = actor;
            _count = count;
            Thread = new Thread(Run) { IsBackground = true };
        }

        public Thread Thread { get; }

        public int Done => _acknowledged;

        public void Acknowledge() => _acknowledged++;

        private void Run()
        {
            for (var i = 1; i <= _count; i++)
            {
                _actor.Tell(this, ActorRefs.NoSender);
                var spin = default(SpinWait);
                while (_acknowledged < i) spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }
}
