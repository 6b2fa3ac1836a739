namespace ActorTerm.Actors;

/// <summary>Something a message can be told to.</summary>
public interface ICanTell
{
    /// <param name="message">Immutable by agreement. Never null.</param>
    /// <param name="sender">Who is answered by <c>Sender.Tell</c>; null for nobody.</param>
    void Tell(object message, IActorRef? sender);
}
