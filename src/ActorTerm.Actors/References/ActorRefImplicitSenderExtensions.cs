namespace ActorTerm.Actors;

public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Tells with the actor that is running on this thread as the sender, or none.</summary>
    public static void Tell(this IActorRef receiver, object message) => receiver.Tell(message, RunFrame.CurrentCell);

    /// <summary>Tells with the sender of the message that is being handled, so that the answer goes there.</summary>
    public static void Forward(this IActorRef receiver, object message) => receiver.Tell(message, RunFrame.CurrentCell?.CurrentSender);
}
