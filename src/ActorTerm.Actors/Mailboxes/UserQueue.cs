using System.Runtime.InteropServices;

namespace ActorTerm.Actors;

/// <summary>
/// A linked queue with many producers and one consumer. A producer publishes by exchanging the tail, which is also the full fence it
/// needs before it looks whether the consumer sleeps; the consumer therefore judges emptiness by the tail, not by the link that a
/// producer writes a moment later. Nothing is allocated before the first message.
/// </summary>
internal struct UserQueue
{
    // An exchange with release semantics only is enough for the link, but not to order it before the read of the consumer's state.
    private static readonly bool NeedsFence = RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.X86);

    private MailboxNode? _head;                             // taken last, or a stub; null before the first message
    private MailboxNode? _tail;

    /// <summary>For the consumer, or for whoever has just made the consumer sleep. True while a first link is being written.</summary>
    public bool HasMail => !ReferenceEquals(Volatile.Read(ref _tail), _head);

    public void Enqueue(MailboxNode node)
    {
        var before = Interlocked.Exchange(ref _tail, node);
        if (before is null) Volatile.Write(ref _head, new MailboxNode(null, null) { Next = node });
        else Volatile.Write(ref before.Next, node);
        if (NeedsFence) Interlocked.MemoryBarrier();
    }

    public bool TryDequeue(out object message, out IActorRef? sender)
    {
        if (!HasMail)
        {
            message = null!;
            sender = null;
            return false;
        }

        var taken = Head();
        var node = Volatile.Read(ref taken.Next) ?? AwaitLink();
        _head = node;
        taken.Next = null;                                  // a dead node in an old generation would keep all after it alive, and copied
        message = node.Message!;
        sender = node.Sender;
        node.Message = null;                                // the node stays as a stub and must not keep them alive
        node.Sender = null;
        return true;
    }

    /// <summary>The producer of the first message has exchanged the tail and makes the stub right now.</summary>
    private MailboxNode Head()
    {
        if (Volatile.Read(ref _head) is { } head) return head;

        var spinner = default(SpinWait);
        while (true)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            if (Volatile.Read(ref _head) is { } made) return made;
        }
    }

    /// <summary>A producer has exchanged the tail and writes the link right now.</summary>
    private MailboxNode AwaitLink()
    {
        var spinner = default(SpinWait);
        while (true)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            if (Volatile.Read(ref _head!.Next) is { } linked) return linked;
        }
    }
}
