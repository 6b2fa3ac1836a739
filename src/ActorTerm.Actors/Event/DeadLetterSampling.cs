namespace ActorTerm.Actors.Event;

/// <param name="Total">All that there have been, logged or not.</param>
/// <param name="IsLast">The rest of this stretch is only counted.</param>
internal readonly record struct DeadLetterSample(long Total, bool IsLast);

/// <summary>Which dead letters are logged: the first so many of each stretch of time.</summary>
internal sealed class DeadLetterSampling(int perStretch, TimeSpan stretch)
{
    private long _total;
    private int _sampled;
    private DateTimeOffset _start = DateTimeOffset.MinValue;

    /// <returns>Null: not logged.</returns>
    public DeadLetterSample? Count(DateTimeOffset now)
    {
        _total++;
        if (now - _start >= stretch) (_start, _sampled) = (now, 0);
        if (_sampled >= perStretch) return null;
        return new DeadLetterSample(_total, ++_sampled == perStretch);
    }
}
