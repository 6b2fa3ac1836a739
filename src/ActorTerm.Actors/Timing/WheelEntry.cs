namespace ActorTerm.Actors;

/// <summary>A tell on the wheel. All but the base is guarded by the wheel's lock.</summary>
/// <param name="interval">In ticks; 0: once.</param>
internal sealed class WheelEntry(TimingWheel wheel, long interval, ICanTell receiver, object message, IActorRef? sender)
    : ScheduledTell(receiver, message, sender)
{
    public WheelEntry? Previous;
    public WheelEntry? Next;
    public WheelEntry? NextDue;                             // in the list of those being told
    public long Due;                                        // in ticks since the wheel's start
    public bool Linked;

    public long Interval => interval;

    protected override void Unlink() => wheel.Remove(this);
}
