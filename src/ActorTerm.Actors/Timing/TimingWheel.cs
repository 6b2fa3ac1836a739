namespace ActorTerm.Actors;

/// <summary>
/// A hashed timing wheel: an entry stands in the slot of its due tick, linked to its neighbours, so that adding and cancelling are O(1)
/// whatever the number of entries. It wakes only for slots that hold something, and not at all while it is empty.
/// </summary>
internal sealed class TimingWheel : IDisposable
{
    private const int Slots = 512;                          // a power of two; one turn is 5.12 s at 10 ms

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly long _tick;                            // in units of 100 ns
    private readonly WheelEntry?[] _slots = new WheelEntry?[Slots];
    private readonly ITimer _alarm;
    private long _done;                                     // the last tick whose entries were told
    private long _alarmAt = long.MaxValue;                  // the tick the alarm is set to
    private int _count;
    private bool _disposed;

    public TimingWheel(TimeProvider time, TimeSpan tick)
    {
        _time = time;
        _tick = tick.Ticks;
        _start = time.GetTimestamp();
        _alarm = time.CreateTimer(static wheel => ((TimingWheel)wheel!).Turn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate) return _count;
        }
    }

    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>Tells at the first tick that is not before the delay has passed, then every interval; of one tick the first added first.
    /// After Dispose: never.</summary>
    public WheelEntry Add(TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender)
    {
        var entry = new WheelEntry(this, interval is { } period ? ToTicks(period.Ticks) : 0, receiver, message, sender);
        lock (_gate)
        {
            if (_disposed) return entry;
            Link(entry, ToTicks(Elapsed.Ticks + delay.Ticks));
            SetAlarm(entry.Due);
        }

        return entry;
    }

    public void Remove(WheelEntry entry)
    {
        lock (_gate) Unlink(entry);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Array.Clear(_slots);
            _count = 0;
        }

        _alarm.Dispose();
    }

    /// <summary>Tells all that is due, outside the lock, and sets the alarm for the next slot that holds something.</summary>
    private void Turn()
    {
        WheelEntry? due;
        lock (_gate)
        {
            if (_disposed) return;
            due = TakeDue(Elapsed.Ticks / _tick);
            _alarmAt = long.MaxValue;
            if (NextOccupied() is { } next) SetAlarm(next);
        }

        while (due is not null)
        {
            var next = due.NextDue;
            due.NextDue = null;
            due.Tell();
            due = next;
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
            if (entry.Interval > 0) Link(entry, NextPeriod(entry, now));
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
    private static long NextPeriod(WheelEntry entry, long now) =>
        entry.Due + entry.Interval * ((now - entry.Due) / entry.Interval + 1);

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
        var wait = TimeSpan.FromTicks(Math.Max(tick * _tick - Elapsed.Ticks, 0));
        _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void Link(WheelEntry entry, long due)
    {
        if (entry.IsCancelled) return;
        entry.Due = Math.Max(due, _done + 1);
        ref var slot = ref _slots[entry.Due & (Slots - 1)];
        entry.Previous = null;
        entry.Next = slot;
        if (slot is not null) slot.Previous = entry;
        slot = entry;
        entry.Linked = true;
        _count++;
    }

    private void Unlink(WheelEntry entry)
    {
        if (!entry.Linked || _disposed) return;
        entry.Linked = false;
        _count--;
        if (entry.Previous is null) _slots[entry.Due & (Slots - 1)] = entry.Next;
        else entry.Previous.Next = entry.Next;
        if (entry.Next is not null) entry.Next.Previous = entry.Previous;
        entry.Previous = null;
        entry.Next = null;
    }

    private long ToTicks(long units) => (units + _tick - 1) / _tick;
}
