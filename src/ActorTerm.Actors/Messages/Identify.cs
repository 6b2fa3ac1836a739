namespace ActorTerm.Actors;

/// <summary>Answered by every actor with <see cref="ActorIdentity"/>, once what was told before is handled.</summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    public Identify(object messageId) => MessageId = messageId;

    /// <summary>Comes back in the answer.</summary>
    public object MessageId { get; }

    public override string ToString() => $"<Identify>: {MessageId}";
}

/// <summary>The answer to <see cref="Identify"/>.</summary>
public sealed class ActorIdentity
{
    public ActorIdentity(object messageId, IActorRef subject)
    {
        MessageId = messageId;
        Subject = subject;
    }

    public object MessageId { get; }

    /// <summary>Null when the actor is dead.</summary>
    public IActorRef Subject { get; }

    public override string ToString() => $"<ActorIdentity>: {MessageId} - Subject={Subject}";
}
