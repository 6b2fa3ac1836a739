namespace ActorTerm.Benchmarks.Compose;

/// <summary>
/// The limit to compare with: an object with a linked multi-producer single-consumer queue and nothing else. A wake-up is one thread-pool
/// item, which handles what is there. No names, no supervision, no deadlines, no system messages, no fairness.
/// </summary>
internal abstract class BareMailbox : IThreadPoolWorkItem
{
    private Node _head;
    private Node _tail;
    private int _scheduled;

    protected BareMailbox() => _head = _tail = new Node();

    public void Tell(object message)
    {
        var node = new Node { Message = message };
        Volatile.Write(ref Interlocked.Exchange(ref _tail, node).Next, node);
        if (Volatile.Read(ref _scheduled) == 0 && Interlocked.Exchange(ref _scheduled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (Take() is { } message) Receive(message);
            Interlocked.Exchange(ref _scheduled, 0);
        }
        while (_head != Volatile.Read(ref _tail) && Interlocked.Exchange(ref _scheduled, 1) == 0);
    }

    protected abstract void Receive(object message);

    private object? Take()
    {
        if (_head == Volatile.Read(ref _tail)) return null;

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
