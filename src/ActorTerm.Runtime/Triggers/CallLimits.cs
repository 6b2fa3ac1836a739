namespace ActorTerm.Runtime.Triggers;

/// <summary>How many calls the triggers of one session may make: so many of each that are not answered, so many of all in a second.</summary>
internal sealed class CallLimits(int maxOutstanding, int maxPerSecond)
{
    private DateTimeOffset _second;
    private int _inSecond;

    /// <param name="outstanding">Calls of the trigger that are not answered.</param>
    /// <returns>False when a call would have to be dropped.</returns>
    public bool HasRoom(int outstanding, DateTimeOffset now)
    {
        if (outstanding >= maxOutstanding) return false;
        if (now - _second >= TimeSpan.FromSeconds(1)) (_second, _inSecond) = (now, 0);
        return _inSecond < maxPerSecond;
    }

    /// <inheritdoc cref="HasRoom"/>
    public bool TryBegin(int outstanding, DateTimeOffset now)
    {
        if (!HasRoom(outstanding, now)) return false;

        _inSecond++;
        return true;
    }
}
