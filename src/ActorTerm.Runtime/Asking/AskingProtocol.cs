namespace ActorTerm.Runtime.Asking;

/// <summary>
/// Questions between actors whose answers keep their place among everything else that is told. An Ask answers through a task, which may
/// overtake or be overtaken; here the answer goes into the asker's mailbox like any message, with a tag that says what it answers.
/// </summary>
public static class AskingProtocol
{
    /// <param name="Tag">The asker's own, given back with the answer; null: the answer is told as it is.</param>
    public sealed record Asked(long? Tag, object Message);

    public sealed record Answered(long Tag, object Answer);

    /// <summary>Who asked, and under which tag; without one, the answer is told as it is.</summary>
    public readonly record struct Asker(IActorRef Actor, long? Tag)
    {
        public void Tell(object answer) => Actor.Tell(Tag is { } tag ? new Answered(tag, answer) : answer);

        /// <summary>Lets another actor answer. What is passed on is seen to be a question, wherever it ends up.</summary>
        public void PassOn(IActorRef to, object message) => to.Tell(new Asked(Tag, message), Actor);
    }

    /// <summary>An actor that answers alike whether a message was told or asked.</summary>
    public abstract class AnsweringActor : ReceiveActor
    {
        /// <summary>Who is to have the answer to the message being handled; copy it when the answer comes later.</summary>
        protected Asker Asker { get; private set; }

        protected void On<T>(Action<T> handle)
        {
            Receive<T>(message =>
            {
                Asker = new Asker(Sender, null);
                handle(message);
            });
            Receive<Asked>(asked => asked.Message is T, asked =>
            {
                Asker = new Asker(Sender, asked.Tag);
                handle((T)asked.Message);
            });
        }
    }

    /// <summary>
    /// As <see cref="AnsweringActor"/>, for an actor of which a host has thousands: one switch for all messages costs an instance nothing,
    /// where some forty handlers, told or asked, cost it twelve kilobytes.
    /// </summary>
    public abstract class AnsweringSwitchActor : UntypedActor
    {
        /// <inheritdoc cref="AnsweringActor.Asker"/>
        protected Asker Asker { get; private set; }

        /// <summary>Handles a message, told or asked.</summary>
        /// <returns>False for one it does not know.</returns>
        protected abstract bool Handle(object message);

        protected sealed override void OnReceive(object message)
        {
            var asked = message as Asked;
            Asker = new Asker(Sender, asked?.Tag);
            if (!Handle(asked?.Message ?? message)) Unhandled(message);
        }
    }
}
