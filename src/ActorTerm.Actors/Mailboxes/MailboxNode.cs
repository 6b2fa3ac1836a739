namespace ActorTerm.Actors;

/// <summary>A message in a mailbox. Once taken, the node stays as the queue's stub until the next is taken.</summary>
internal sealed class MailboxNode(object? message, IActorRef? sender)
{
    public MailboxNode? Next;
    public object? Message = message;
    public IActorRef? Sender = sender;
}
