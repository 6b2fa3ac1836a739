namespace ActorTerm.Actors;

/// <summary>What the kernel itself needs of a reference: the lane of system messages, and the system it belongs to.</summary>
internal interface IInternalActorRef : IActorRef
{
    /// <summary>Null for <see cref="ActorRefs.Nobody"/> only, who lives in no system.</summary>
    LocalActorSystem? System { get; }

    /// <summary>Takes ownership of the message: one object is never sent twice.</summary>
    void SendSystem(SystemMessage message);

    /// <summary>The reference itself, not what stands in for it.</summary>
    /// <exception cref="InvalidCastException">It is none of the kernel's.</exception>
    static IInternalActorRef Of(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        while (actor is IActorRefStandIn standIn) actor = standIn.StandsFor;
        return (IInternalActorRef)actor;
    }
}
