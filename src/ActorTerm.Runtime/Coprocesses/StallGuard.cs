namespace ActorTerm.Runtime.Coprocesses;

/// <summary>
/// Ends a cycle in which everybody waits: the program for the coprocess to read, so that it does not read itself; and the coprocess for the
/// program to read. Both directions are bounded, so nobody else would end it.
/// </summary>
/// <param name="cycleTime">How long the relay may be full while the coprocess may not type.</param>
/// <param name="fullTime">How long the relay may be full at all.</param>
internal sealed class StallGuard(TimeSpan cycleTime, TimeSpan fullTime)
{
    private TimeSpan _fullTime = fullTime;
    private DateTimeOffset? _full;
    private DateTimeOffset? _cycle;

    /// <summary>When the coprocess is stalled unless something changes; null while nothing is wrong.</summary>
    public DateTimeOffset? Deadline =>
        _full is not { } full ? null
        : _cycle is { } cycle && cycle + cycleTime < full + _fullTime ? cycle + cycleTime
        : full + _fullTime;

    /// <summary>Whether it is a cycle that the deadline is about.</summary>
    public bool IsCycle => _cycle is not null && Deadline == _cycle + cycleTime;

    /// <param name="isFull">The relay is full: the session's program is not read.</param>
    /// <param name="isWithheld">What the coprocess prints is not read, for the program does not take it.</param>
    public void See(bool isFull, bool isWithheld, DateTimeOffset now)
    {
        _full = isFull ? _full ?? now : null;
        _cycle = isFull && isWithheld ? _cycle ?? now : null;
    }
    /// <summary>From now on the relay may be full for so long only, and anew if it is.</summary>
    public void Shorten(TimeSpan fullTime, DateTimeOffset now)
    {
        _fullTime = fullTime;
        if (_full is not null) _full = now;
    }
}
