namespace ActorTerm.Runtime.Triggers;

/// <summary>So many in a second, which begins with the first of them; what comes beyond is told no.</summary>
internal sealed class RateLimit(int maxPerSecond)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private DateTimeOffset _began;
    private int _inSecond;

    public bool HasRoom(DateTimeOffset now)
    {
        if (now - _began >= Second) (_began, _inSecond) = (now, 0);
        return _inSecond < maxPerSecond;
    }

    /// <returns>False when there was no room.</returns>
    public bool TryBegin(DateTimeOffset now)
    {
        if (!HasRoom(now)) return false;

        _inSecond++;
        return true;
    }
}
