using System.Collections.Concurrent;

namespace ActorTerm.Pty.Tests.Probe;

/// <summary>What an actor's mailbox promises: messages one at a time, in the order posted, on no particular thread.</summary>
internal sealed class Mailbox
{
    private readonly ConcurrentQueue<Action> _messages = new();
    private readonly object _turn = new();
    private int _scheduled;

    public void Post(Action message)
    {
        _messages.Enqueue(message);
        if (Interlocked.Exchange(ref _scheduled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(static mailbox => mailbox.Run(), this, preferLocal: false);
    }

    /// <summary>Runs the function between two messages, on the caller's thread.</summary>
    public T Ask<T>(Func<T> function)
    {
        lock (_turn) return function();
    }

    private void Run()
    {
        do
        {
            lock (_turn)
            {
                while (_messages.TryDequeue(out var message)) message();
            }

            Interlocked.Exchange(ref _scheduled, 0);
        }
        while (!_messages.IsEmpty && Interlocked.Exchange(ref _scheduled, 1) == 0);
    }
}
