namespace ActorTerm.Actors;

/// <summary>The type of <see cref="ActorRefs.Nobody"/>.</summary>
public sealed class Nobody : IInternalActorRef
{
    internal static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    public ActorPath Path { get; } = new RootPath(new Address("akka", "all-systems")).Child("Nobody", uid: 0);

    LocalActorSystem? IInternalActorRef.System => null;

    void ICanTell.Tell(object message, IActorRef? sender)
    {
        // Nobody listens, and nobody minds.
    }

    void IInternalActorRef.SendSystem(SystemMessage message)
    {
        if (message is Watch watch) watch.Watcher.SendSystem(new DeathNotice(this, existenceConfirmed: false));
    }

    int IComparable.CompareTo(object? obj) => RefOrder.Compare(this, obj);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override string ToString() => "[" + Path + "]";
}
