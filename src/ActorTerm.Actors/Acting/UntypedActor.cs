namespace ActorTerm.Actors;

/// <summary>An actor with one method for all messages.</summary>
public abstract class UntypedActor : ActorBase
{
    protected static new IUntypedActorContext Context => RunFrame.Running.Cell!;

    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Calls <see cref="ActorBase.Unhandled"/> for what it does not handle.</summary>
    protected abstract void OnReceive(object message);
}
