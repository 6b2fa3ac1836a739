namespace ActorTerm.Actors;

/// <summary>
/// How often a child was restarted. A window opens at a restart; when it has passed, the next restart opens a new one and the count
/// begins again.
/// </summary>
internal sealed class RestartHistory
{
    private int _count;
    private TimeSpan? _windowStart;

    /// <summary>Counts one restart and says whether it may be done.</summary>
    /// <param name="now">Monotonic time.</param>
    public bool Allows(RestartLimit limit, TimeSpan now)
    {
        if (limit.Retries == 0) return false;
        if (limit.Window is not { } window) return limit.Retries is not { } retries || ++_count <= retries;

        if (_windowStart is { } start && now - start <= window) return ++_count <= (limit.Retries ?? 1);

        _windowStart = now;
        _count = 1;
        return true;
    }
}
