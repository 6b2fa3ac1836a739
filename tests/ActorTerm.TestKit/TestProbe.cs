namespace ActorTerm.Actors.TestKit;

/// <summary>A test actor of its own, which is also its reference.</summary>
public class TestProbe : TestKitBase, IActorRefStandIn
{
    internal TestProbe(TestKitBase kit, string? name) : base(kit, name)
    {
    }

    public IActorRef Ref => TestActor;

    /// <summary>Who told the message that the probe received last.</summary>
    public IActorRef Sender => LastSender;

    ActorPath IActorRef.Path => TestActor.Path;

    IActorRef IActorRefStandIn.StandsFor => TestActor;

    /// <summary>Tells with the probe as the sender.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Tells whoever told the last message, with the probe as the sender.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Tells with the sender of the last message as the sender.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    int IComparable.CompareTo(object? obj) => TestActor.CompareTo(obj);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => TestActor.Equals(other);

    public override bool Equals(object? obj) => TestActor.Equals(obj);

    public override int GetHashCode() => TestActor.GetHashCode();

    public override string ToString() => TestActor.ToString()!;
}
