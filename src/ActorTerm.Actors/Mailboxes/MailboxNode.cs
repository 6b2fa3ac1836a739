namespace ActorTerm.Actors;

/// <summary>A message in a mailbox, and in the hands of its actor. Once taken, the node stays as the queue's stub until the next is.</summary>
internal sealed class MailboxNode(object? message, IActorRef? sender)
{
    public MailboxNode? Next;
    public object? Message = message;
    public IActorRef? Sender = sender;

    /// <summary>A stub must not keep alive what it held.</summary>
    public void Forget()
    {
        Message = null;
        Sender = null;
    }

    /// <summary>For keeping longer than the turn.</summary>
    public MailboxNode Copy() => new(Message, Sender);
}
