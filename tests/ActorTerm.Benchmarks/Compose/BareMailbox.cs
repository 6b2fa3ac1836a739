namespace ActorTerm.Benchmarks.Compose;

/// <summary>
/// The limit to compare with: an object with a linked multi-producer single-consumer queue, woken by a thread-pool item, and nothing else.
/// No names, no supervision, no deadlines, no system messages.
/// </summary>
internal abstract class BareMailbox : IThreadPoolWorkItem
{
    private readonly bool _drains;
    private Node _head;
    private Node _tail;
    private int _scheduled;

    /// <param name="drains">
    /// A wake-up handles all that is there, however much it is: faster, and unfair to others. Otherwise it handles one message and, when there
    /// are more, wakes itself again.
    /// </param>
    protected BareMailbox(bool drains)
    {
        _drains = drains;
        _head = _tail = new Node();
    }

    public void Tell(object message)
    {
        var node = new Node { Message = message };
        Volatile.Write(ref Interlocked.Exchange(ref _tail, node).Next, node);
        if (Volatile.Read(ref _scheduled) == 0) WakeUp();
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            if (Take() is { } message) Receive(message);
        }
        while (_drains && HasMail);

        Interlocked.Exchange(ref _scheduled, 0);
        if (HasMail) WakeUp();
    }

    protected abstract void Receive(object message);

    private bool HasMail => _head != Volatile.Read(ref _tail);

    private void WakeUp()
    {
        if (Interlocked.Exchange(ref _scheduled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private object? Take()
    {
        if (!HasMail) return null;

        Node? next;
        var spin = new SpinWait();
        while ((next = Volatile.Read(ref _head.Next)) is null) spin.SpinOnce(sleep1Threshold: -1);
        _head.Next = null;   // a dead node in an old generation would keep all after it alive
        _head = next;
        var message = next.Message;
        next.Message = null;
        return message;
    }

    private sealed class Node
    {
        public Node? Next;
        public object? Message;
    }
}
