namespace ActorTerm.Actors;

/// <summary>The context as an <see cref="UntypedActor"/> sees it.</summary>
public interface IUntypedActorContext : IActorContext;
