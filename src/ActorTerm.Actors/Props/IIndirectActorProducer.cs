namespace ActorTerm.Actors;

/// <summary>Makes an actor, anew at each incarnation.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    /// <summary>Called on the actor's own thread, once at the start and once at each restart.</summary>
    ActorBase Produce();

    /// <summary>Called when an incarnation is over.</summary>
    void Release(ActorBase actor);
}
