namespace ActorTerm.Actors;

/// <summary>What an actor may do. To be used on the actor's own turn only.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    IActorRef Self { get; }

    /// <summary>Who told the message in hand. Never null: <see cref="ActorSystem.DeadLetters"/> when there was none.</summary>
    IActorRef Sender { get; }

    IActorRef Parent { get; }

    Props Props { get; }

    ActorSystem System { get; }

    /// <summary>Null: none is set.</summary>
    TimeSpan? ReceiveTimeout { get; }

    /// <summary><see cref="ActorRefs.Nobody"/> when there is none. A child that is stopping is still here.</summary>
    IActorRef Child(string name);

    /// <summary>Includes those that are stopping.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Ends any actor, a child or oneself, after its current message; what is left in its mailbox becomes dead letters.</summary>
    void Stop(IActorRef child);

    /// <inheritdoc cref="ActorBase.SetReceiveTimeout"/>
    void SetReceiveTimeout(TimeSpan? timeout);

    void Become(Receive receive);

    void BecomeStacked(Receive receive);

    /// <inheritdoc cref="ActorBase.UnbecomeStacked"/>
    void UnbecomeStacked();
}
