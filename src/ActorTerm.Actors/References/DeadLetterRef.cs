namespace ActorTerm.Actors;

/// <summary><c>/deadLetters</c>: publishes what it is told as a <see cref="Event.DeadLetter"/>.</summary>
internal sealed class DeadLetterRef(LocalActorSystem system, ActorPath path) : MinimalRef
{
    public override ActorPath Path => path;

    public override LocalActorSystem System => system;

    public override void Tell(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        system.PublishDeadLetter(message, sender, this);
    }
}
