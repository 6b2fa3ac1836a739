namespace ActorTerm;

/// <summary>
/// Time that stands still until <see cref="Advance"/>. A timer fires at most once in one call, and what is started or changed while timers
/// fire waits for the next call: more than that Akka.NET's test scheduler does not give, and tests run on both.
/// </summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;

    public ManualTimeProvider(DateTimeOffset start) => _start = _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <exception cref="InvalidOperationException">A periodic timer would have to fire twice: advance in smaller steps.</exception>
    public void Advance(TimeSpan offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, TimeSpan.Zero);
        List<ManualTimer> due;
        lock (_gate)
        {
            var now = _now + offset;
            if (_timers.Find(timer => timer.Period is { } period && timer.Due + period <= now) is { } hasty)
            {
                throw new InvalidOperationException(
                    $"a step of {offset} passes two periods of a timer that fires every {hasty.Period}: advance in steps no longer than that");
            }

            _now = now;
            due = [.. _timers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due)];   // a stable sort: first started, first fired
            foreach (var timer in due) timer.TakeDue(now);
            _timers.RemoveAll(timer => timer.Due is null);
        }

        foreach (var timer in due) timer.Fire();
    }

    private sealed class ManualTimer(ManualTimeProvider time, TimerCallback callback, object? state) : ITimer
    {
        private bool _cancelled;

        public DateTimeOffset? Due { get; private set; }

        public TimeSpan? Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                _cancelled = true;
                time._timers.Remove(this);
                Due = dueTime < TimeSpan.Zero ? null : time._now + dueTime;
                Period = period > TimeSpan.Zero ? period : null;
                if (Due is not null) time._timers.Add(this);
            }

            return true;
        }

        public void TakeDue(DateTimeOffset now)
        {
            _cancelled = false;
            Due = Period is { } period ? now + period : null;
        }

        public void Fire()
        {
            lock (time._gate)
            {
                if (_cancelled) return;                     // by a timer that fired just before
            }

            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
