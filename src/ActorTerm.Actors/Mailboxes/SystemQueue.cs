namespace ActorTerm.Actors;

/// <summary>System mail: pushed by anybody onto a stack, taken whole by the actor and turned round.</summary>
internal struct SystemQueue
{
    private SystemMessage? _latest;

    public bool HasMail => Volatile.Read(ref _latest) is not null;

    public void Push(SystemMessage message)
    {
        var seen = Volatile.Read(ref _latest);
        while (true)
        {
            message.Next = seen;
            var before = Interlocked.CompareExchange(ref _latest, message, seen);
            if (ReferenceEquals(before, seen)) return;
            seen = before;
        }
    }

    /// <summary>All of it, oldest first, linked by <see cref="SystemMessage.Next"/>.</summary>
    public SystemMessage? TakeAll()
    {
        var latestFirst = Interlocked.Exchange(ref _latest, null);
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
