namespace ActorTerm.Runtime.Triggers;

/// <summary>When one pattern ran out of time lately.</summary>
internal sealed class TimeoutLog(int max, TimeSpan window)
{
    private readonly Queue<DateTimeOffset> _times = new();

    /// <returns>Whether it was once too often.</returns>
    public bool Add(DateTimeOffset now)
    {
        while (_times.TryPeek(out var oldest) && now - oldest >= window) _times.Dequeue();
        _times.Enqueue(now);
        return _times.Count >= max;
    }
}
