namespace ActorTerm.Actors.Event;

/// <summary>A message that nobody handled, for whatever reason.</summary>
public abstract class AllDeadLetters
{
    private protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    public object Message { get; }

    public IActorRef Sender { get; }

    public IActorRef Recipient { get; }

    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: {Message}";
}

/// <summary>The recipient has ended.</summary>
public sealed class DeadLetter : AllDeadLetters
{
    public DeadLetter(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
    }
}

/// <summary>The recipient has ended, and the message is one of those that nobody misses then.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
    }
}

/// <summary>The recipient has no handler for it.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient) : base(message, sender, recipient)
    {
    }
}

/// <summary>The recipient could have handled it and chose not to.</summary>
public sealed class Dropped : AllDeadLetters
{
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient) : base(message, sender, recipient) => Reason = reason;

    public string Reason { get; }
}

/// <summary>A message that is no loss when its recipient has ended.</summary>
public interface IDeadLetterSuppression;
