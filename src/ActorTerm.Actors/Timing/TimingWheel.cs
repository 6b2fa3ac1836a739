namespace ActorTerm.Actors;

/// <summary>
/// A hashed timing wheel: an entry stands in the slot of its due tick, linked to its neighbours, so that adding and cancelling are O(1)
/// whatever the number of entries. It wakes only for slots that hold something, and not at all while it is empty.
/// </summary>
internal sealed class TimingWheel : IDisposable
{
    private const int Slots = 512;                          // a power of two; one turn is 5.12 s at 10 ms

    private readonly TimeProvider _time;
    private readonly long _start;                           // these three in the provider's time stamps
    private readonly long _tick;
    private readonly double _stampsPerUnit;                 // a unit is that of TimeSpan.Ticks, 100 ns
    private readonly WheelEntry?[] _slots = new WheelEntry?[Slots];
    private readonly ITimer _alarm;
    private SpinLock _gate = new(enableThreadOwnerTracking: false);   // held for a few pointers; twice as fast as the others, and it shows
    private long _done;                                     // the last tick whose entries have happened
    private long _alarmAt = long.MaxValue;                  // the tick that the alarm is set to
    private int _count;
    private bool _disposed;

    public TimingWheel(TimeProvider time, TimeSpan tick)
    {
        _time = time;
        _stampsPerUnit = (double)time.TimestampFrequency / TimeSpan.TicksPerSecond;
        _tick = (long)(tick.Ticks * _stampsPerUnit);
        _start = time.GetTimestamp();
        _alarm = time.CreateTimer(static wheel => ((TimingWheel)wheel!).Turn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Entries that are still to happen.</summary>
    public int Count => Volatile.Read(ref _count);

    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>
    /// It happens at the first tick that is not before the delay has passed, and then every interval; of one tick the first added first.
    /// After Dispose: never.
    /// </summary>
    public void Add(WheelEntry entry, TimeSpan delay)
    {
        var due = Ticks(Now + (long)Math.Ceiling(delay.Ticks * _stampsPerUnit));
        entry.BelongTo(this);
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            if (_disposed) return;
            entry.Due = due;
            Link(entry);
            SetAlarm(entry.Due);
        }
        finally
        {
            if (taken) _gate.Exit(useMemoryBarrier: false);
        }
    }

    /// <summary>An interval in whole ticks, rounded up.</summary>
    public long ToTicks(TimeSpan interval) => Ticks((long)Math.Ceiling(interval.Ticks * _stampsPerUnit));

    public void Remove(WheelEntry entry)
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            Unlink(entry);
        }
        finally
        {
            if (taken) _gate.Exit(useMemoryBarrier: false);
        }
    }

    public void Dispose()
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            _disposed = true;
            Array.Clear(_slots);
            _count = 0;
        }
        finally
        {
            if (taken) _gate.Exit();
        }

        _alarm.Dispose();
    }

    private long Now => _time.GetTimestamp() - _start;

    /// <summary>What is due happens, outside the lock; the alarm is set for the next slot that holds something.</summary>
    private void Turn()
    {
        for (var entry = TakeDue(); entry is not null;)
        {
            var next = entry.NextDue;
            entry.NextDue = null;
            entry.Happen();
            entry = next;
        }
    }

    private WheelEntry? TakeDue()
    {
        var taken = false;
        try
        {
            _gate.Enter(ref taken);
            if (_disposed) return null;
            var due = TakeDue(Now / _tick);
            _alarmAt = long.MaxValue;
            if (NextOccupied() is { } next) SetAlarm(next);
            return due;
        }
        finally
        {
            if (taken) _gate.Exit(useMemoryBarrier: false);
        }
    }

    private WheelEntry? TakeDue(long now)
    {
        WheelEntry? first = null, last = null;
        var from = Math.Max(_done + 1, now - Slots + 1);    // after a long pause one turn sees every slot
        for (var tick = from; tick <= now; tick++)
        {
            var (oldest, youngest) = TakeSlot(tick, now);
            if (oldest is null) continue;
            if (last is null) first = oldest;
            else last.NextDue = oldest;
            last = youngest;
        }

        _done = Math.Max(_done, now);
        for (var entry = first; entry is not null; entry = entry.NextDue)
        {
            if (entry.Interval > 0) LinkAgain(entry, now);
        }

        return first;
    }

    /// <summary>What is due of one slot, whose list has the youngest first; what is of a later turn stays.</summary>
    private (WheelEntry? Oldest, WheelEntry? Youngest) TakeSlot(long tick, long now)
    {
        WheelEntry? oldest = null, youngest = null, following;
        for (var entry = _slots[tick & (Slots - 1)]; entry is not null; entry = following)
        {
            following = entry.Next;
            if (entry.Due > now) continue;
            Unlink(entry);
            entry.NextDue = oldest;
            oldest = entry;
            youngest ??= entry;
        }

        return (oldest, youngest);
    }

    /// <summary>Periods that were missed are not made up for.</summary>
    private void LinkAgain(WheelEntry entry, long now)
    {
        entry.Due += entry.Interval * ((now - entry.Due) / entry.Interval + 1);
        Link(entry);
    }

    private long? NextOccupied()
    {
        if (_count == 0) return null;
        for (var tick = _done + 1; tick <= _done + Slots; tick++)
        {
            if (_slots[tick & (Slots - 1)] is not null) return tick;
        }

        return null;
    }

    private void SetAlarm(long tick)
    {
        if (tick >= _alarmAt) return;
        _alarmAt = tick;
        var wait = Math.Max(tick * _tick - Now, 0) / _stampsPerUnit / TimeSpan.TicksPerMillisecond;
        _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait)), Timeout.InfiniteTimeSpan);
    }

    private void Link(WheelEntry entry)
    {
        entry.Due = Math.Max(entry.Due, _done + 1);
        ref var slot = ref _slots[entry.Due & (Slots - 1)];
        entry.Previous = null;
        entry.Next = slot;
        if (slot is not null) slot.Previous = entry;
        slot = entry;
        entry.IsInSlot = true;
        _count++;
    }

    private void Unlink(WheelEntry entry)
    {
        if (!entry.IsInSlot || _disposed) return;
        entry.IsInSlot = false;
        _count--;
        if (entry.Previous is null) _slots[entry.Due & (Slots - 1)] = entry.Next;
        else entry.Previous.Next = entry.Next;
        if (entry.Next is not null) entry.Next.Previous = entry.Previous;
        entry.Previous = null;
        entry.Next = null;
    }

    private long Ticks(long stamps) => (stamps + _tick - 1) / _tick;
}
