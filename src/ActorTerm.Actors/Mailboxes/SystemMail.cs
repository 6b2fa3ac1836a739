namespace ActorTerm.Actors;

/// <summary>System mail: pushed by anybody onto a stack, whose top is a reference of the owner's; taken whole and turned round.</summary>
internal static class SystemMail
{
    public static void Push(ref SystemMessage? latest, SystemMessage message)
    {
        var seen = Volatile.Read(ref latest);
        while (true)
        {
            message.Next = seen;
            var before = Interlocked.CompareExchange(ref latest, message, seen);
            if (ReferenceEquals(before, seen)) return;
            seen = before;
        }
    }

    /// <summary>All of it, oldest first, linked by <see cref="SystemMessage.Next"/>.</summary>
    public static SystemMessage? TakeAll(ref SystemMessage? latest)
    {
        var latestFirst = Interlocked.Exchange(ref latest, null);
        SystemMessage? oldestFirst = null;
        while (latestFirst is not null)
        {
            var next = latestFirst.Next;
            latestFirst.Next = oldestFirst;
            oldestFirst = latestFirst;
            latestFirst = next;
        }

        return oldestFirst;
    }
}
