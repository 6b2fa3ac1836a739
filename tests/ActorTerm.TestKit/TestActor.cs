using System.Collections.Concurrent;

namespace ActorTerm.Actors.TestKit;

/// <summary>Puts what it is told where the test can read it.</summary>
internal sealed class TestActor : UntypedActor
{
    private readonly BlockingCollection<MessageEnvelope> _received;

    private TestActor(BlockingCollection<MessageEnvelope> received) => _received = received;

    public static Props Of(BlockingCollection<MessageEnvelope> received) =>
        Props.CreateBy(new FuncProducer<TestActor>(() => new TestActor(received)));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case WatchFor watch:
                Context.Watch(watch.Subject);
                Sender.Tell(Done);
                break;
            case UnwatchFor unwatch:
                Context.Unwatch(unwatch.Subject);
                Sender.Tell(Done);
                break;
            default:
                _received.Add(new MessageEnvelope(message, Sender));
                break;
        }
    }

    public static readonly object Done = new();

    public sealed record WatchFor(IActorRef Subject);

    public sealed record UnwatchFor(IActorRef Subject);
}
