namespace ActorTerm.Actors;

public static class ActorRefs
{
    /// <summary>Null: a message without a sender. The receiver sees <see cref="ActorSystem.DeadLetters"/> as its Sender.</summary>
    public static readonly IActorRef NoSender = null!;

    /// <summary>The actor that does not exist; what it is told is gone.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;
}
