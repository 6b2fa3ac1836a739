namespace ActorTerm.Runtime.Triggers;

/// <summary>How many calls the triggers of one session may make: so many of each that are not answered, so many of all in a second.</summary>
internal sealed class CallLimits(int maxOutstanding, int maxPerSecond)
{
    private readonly RateLimit _rate = new(maxPerSecond);

    /// <param name="outstanding">Calls of the trigger that are not answered.</param>
    /// <returns>False when a call would have to be dropped.</returns>
    public bool HasRoom(int outstanding, DateTimeOffset now) => outstanding < maxOutstanding && _rate.HasRoom(now);

    /// <inheritdoc cref="HasRoom"/>
    public bool TryBegin(int outstanding, DateTimeOffset now) => outstanding < maxOutstanding && _rate.TryBegin(now);
}
