namespace ActorTerm.Client;

/// <summary>
/// What a script asked to hear. It is in force when it is handed out, so nothing that happens afterwards is missed.
/// Each item is given once: read it in one loop.
/// </summary>
/// <remarks>
/// The loop ends by itself when the subscription is disposed of. It throws <see cref="ConnectionLostException"/> when the connection
/// is over, and <see cref="SubscriptionOverflowException"/> when it was not read for too long, in both cases behind the last item.
/// </remarks>
public sealed class Subscription<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly IAsyncEnumerable<T> _items;
    private readonly Func<ValueTask> _end;
    private int _disposed;

    internal Subscription(IAsyncEnumerable<T> items, Func<ValueTask> end) => (_items, _end) = (items, end);

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => _items.GetAsyncEnumerator(cancellationToken);

    /// <summary>Nothing more is heard. Never throws, not even when the connection is over.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _disposed, 1) == 0 ? _end() : ValueTask.CompletedTask;
}
