namespace ActorTerm.Actors;

// Timers, the receive timeout and the stash: what an actor has of its own in time.
internal sealed partial class ActorCell
{
    TimeSpan? IActorContext.ReceiveTimeout => _extras?.IdleClock?.Timeout;

    public ITimerScheduler NewTimers() => Extras.Timers = new ActorTimers(this);

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout is { } wait) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(timeout));
        (Extras.IdleClock ??= new IdleClock(this)).Set(timeout);
    }
}
