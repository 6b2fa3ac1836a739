namespace ActorTerm.Runtime.Invocations;

/// <summary>The time at which one message is handled: read once, and only when it is asked for.</summary>
internal struct Moment(IScheduler scheduler)
{
    private DateTime _utc;

    public DateTime Utc => _utc == default ? _utc = scheduler.Now.UtcDateTime : _utc;
}
