namespace ActorTerm.Actors.Tests.Mailboxes;

/// <summary>
/// A producer publishes a message and then looks whether the actor sleeps; the actor goes to sleep and then looks for messages. Without a
/// full fence between the two on both sides each can miss the other, and a message lies there for ever. Nearly every message here is a
/// wake-up, with batches of one.
/// </summary>
public sealed class WakeUpTests : IDisposable
{
    /// <summary>Without any progress; a busy machine may be slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _system = ActorSystem.Create(
        "wake-up", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [], actor.default-dispatcher.throughput = 1 }"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public void No_wake_up_is_lost_of_actors_that_sleep_after_each_message()
    {
        const int Actors = 64;
        const int Rounds = 8_000;
        var actors = Enumerable.Range(0, Actors)
            .Select(_ => _system.ActorOf(Props.CreateBy(new FuncProducer<Acknowledging>(() => new Acknowledging())))).ToArray();
        var producers = Enumerable.Range(0, 2).Select(_ => new Producer(actors, Rounds)).ToList();

        foreach (var producer in producers) producer.Thread.Start();

        foreach (var producer in producers)
        {
            for (var before = -1; !producer.Thread.Join(Patience); before = producer.Done)
                Assert.True(producer.Done > before, $"after {before} of {Actors * Rounds} nothing comes any more");
            Assert.Equal(Actors * Rounds, producer.Done);
        }
    }

    private sealed class Acknowledging : ReceiveActor
    {
        public Acknowledging() => Receive<Letter>(letter => letter.Acknowledge());
    }

    /// <summary>One producer's to one actor, told again when it has come back.</summary>
    private sealed class Letter
    {
        private volatile int _acknowledged;

        public int Acknowledged => _acknowledged;

        public void Acknowledge() => _acknowledged++;
    }

    /// <summary>Goes round: an actor is told again only when it has handled what it was told last, and by then it mostly sleeps.</summary>
    private sealed class Producer
    {
        private readonly IActorRef[] _actors;
        private readonly Letter[] _letters;
        private readonly int _rounds;

        public Producer(IActorRef[] actors, int rounds)
        {
            _actors = actors;
            _letters = [.. actors.Select(_ => new Letter())];
            _rounds = rounds;
            Thread = new Thread(Run) { IsBackground = true };
        }

        public Thread Thread { get; }

        public int Done => _letters.Sum(letter => letter.Acknowledged);

        private void Run()
        {
            for (var round = 0; round <= _rounds; round++)
            {
                for (var i = 0; i < _actors.Length; i++)
                {
                    var spin = default(SpinWait);
                    while (_letters[i].Acknowledged < round) spin.SpinOnce(sleep1Threshold: -1);
                    if (round < _rounds) _actors[i].Tell(_letters[i], ActorRefs.NoSender);
                }
            }
        }
    }
}
