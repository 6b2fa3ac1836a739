using System.Runtime.InteropServices;

namespace ActorTerm.Actors;

/// <summary>
/// A linked queue with many producers and one consumer. Its two ends are references of the owner's, so that they can lie far apart, in
/// cache lines that no processor fetches together: the tail, where producers add, and the node that the consumer took last. A producer publishes by exchanging the tail, which is
/// also the full fence it needs before it looks whether the consumer sleeps; the consumer therefore judges emptiness by the tail, not by
/// the link that a producer writes a moment later. Nothing is allocated before the first message.
/// </summary>
internal static class UserMail
{
    // An exchange with release semantics only is enough for the link, but not to order it before the read of the consumer's state.
    private static readonly bool NeedsFence = RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.X86);

    /// <summary>For producers.</summary>
    /// <param name="stub">Written by the very first producer.</param>
    public static void Enqueue(ref MailboxNode? tail, ref MailboxNode? stub, MailboxNode node)
    {
        var before = Interlocked.Exchange(ref tail, node);
        if (before is null) Volatile.Write(ref stub, new MailboxNode(null, null) { Next = node });
        else Volatile.Write(ref before.Next, node);
        if (NeedsFence) Interlocked.MemoryBarrier();
    }

    /// <summary>For the consumer, or for whoever has just made the consumer sleep. True also while a first link is being written.</summary>
    public static bool IsWaiting(ref readonly MailboxNode? tail, MailboxNode? taken) => !ReferenceEquals(Volatile.Read(in tail), taken);

    /// <summary>For the consumer. It looks at the tail, which producers keep busy, only when it has come to the end of the links.</summary>
    /// <param name="stub">Where the first producer writes it; it is read when nothing was taken yet.</param>
    /// <param name="taken">What was taken last; the consumer's alone.</param>
    /// <returns>Null: nothing is waiting.</returns>
    public static MailboxNode? TryDequeue(ref readonly MailboxNode? tail, ref readonly MailboxNode? stub, ref MailboxNode? taken)
    {
        var node = taken is { } last ? Volatile.Read(ref last.Next) : null;
        if (node is null)
        {
            if (!IsWaiting(in tail, taken)) return null;
            node = AwaitLink(in stub, ref taken);
        }

        taken!.Next = null;                                 // a dead node of an old generation would keep alive all that came after it
        return taken = node;
    }

    /// <summary>A producer has exchanged the tail and is about to write the link, or the stub if it is the first.</summary>
    private static MailboxNode AwaitLink(ref readonly MailboxNode? stub, ref MailboxNode? taken)
    {
        var spinner = default(SpinWait);
        while (true)
        {
            taken ??= Volatile.Read(in stub);
            if (taken is not null && Volatile.Read(ref taken.Next) is { } linked) return linked;
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }
}
