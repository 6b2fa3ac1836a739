namespace ActorTerm.Actors;

/// <summary>A message and who told it.</summary>
public struct Envelope
{
    internal Envelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    public object Message { get; }

    public IActorRef Sender { get; }

    public override readonly string ToString() => $"{Message} from {Sender}";
}
