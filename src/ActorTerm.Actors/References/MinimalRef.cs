namespace ActorTerm.Actors;

/// <summary>A reference with no actor behind it. It can be watched: it is dead already.</summary>
internal abstract class MinimalRef : IInternalActorRef
{
    public abstract ActorPath Path { get; }

    public abstract LocalActorSystem System { get; }

    public abstract void Tell(object message, IActorRef? sender);

    public virtual void SendSystem(SystemMessage message)
    {
        if (message is Watch watch) watch.Watcher.SendSystem(new DeathNotice(this, existenceConfirmed: false));
    }

    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override string ToString() => "[" + Path.ToStringWithUid() + "]";
}
