namespace ActorTerm.Actors;

/// <summary>
/// The handle of an actor: it stays valid over restarts, and after the actor's end, when what it is told becomes a dead letter.
/// Equal to another one when path and uid are equal, so a new actor under an old name is somebody else.
/// </summary>
public interface IActorRef : ICanTell, IComparable, IComparable<IActorRef>, IEquatable<IActorRef>
{
    ActorPath Path { get; }
}
