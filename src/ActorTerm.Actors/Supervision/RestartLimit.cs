namespace ActorTerm.Actors;

/// <param name="MaxRetries">Null or negative: no limit on the number.</param>
/// <param name="Within">Null, infinite or zero: no window.</param>
internal readonly record struct RestartLimit(int? MaxRetries, TimeSpan? Within)
{
    public int? Retries => MaxRetries is >= 0 ? MaxRetries : null;

    public TimeSpan? Window => Within > TimeSpan.Zero ? Within : null;
}
