using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>The end of a watched actor, said once per watch, with that actor as its Sender. Unhandled, it ends the watcher.</summary>
public sealed class Terminated : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    internal Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    {
        ActorRef = actorRef;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    public IActorRef ActorRef { get; }

    /// <summary>False when the actor was dead already as it came to be watched.</summary>
    public bool ExistenceConfirmed { get; }

    /// <summary>Always false: there is one address.</summary>
    public bool AddressTerminated { get; }

    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}
