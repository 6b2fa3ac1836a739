namespace ActorTerm.Actors;

/// <summary>Something on the wheel, once or repeatedly. All but <see cref="Cancel"/> is the wheel's business, and guarded by its lock.</summary>
internal abstract class WheelEntry : IScheduled
{
    private TimingWheel? _wheel;
    private volatile bool _isCancelled;

    public WheelEntry? Previous;
    public WheelEntry? Next;
    public WheelEntry? NextDue;                             // among those that are happening
    public long Due;                                        // in ticks since the wheel's start
    public bool IsInSlot;

    /// <summary>In ticks; 0: once.</summary>
    public virtual long Interval => 0;

    public void Cancel()
    {
        if (_isCancelled) return;
        _isCancelled = true;
        _wheel?.Remove(this);
    }

    /// <summary>Before it is linked for the first time.</summary>
    public void BelongTo(TimingWheel wheel) => _wheel = wheel;

    /// <summary>It is due: called without the lock.</summary>
    public void Happen()
    {
        if (!_isCancelled) HappenNow();
    }

    protected abstract void HappenNow();
}
