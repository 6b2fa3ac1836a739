namespace ActorTerm.Actors;

/// <summary>What every scheduler of the kernel has in common: the real one on a wheel, and the test kit's on virtual time.</summary>
internal abstract class TellScheduler : IScheduler, IDisposable
{
    /// <summary>The longest delay, about 49 days: as .NET's own timers. Longer ones are refused.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>What actors see as the system's scheduler: this one, but for the test kit's, whose public type cannot derive from an
    /// internal one.</summary>
    public virtual IScheduler Face => this;

    public abstract DateTimeOffset Now { get; }

    public TimeSpan MonotonicClock => global::System.Diagnostics.Stopwatch.GetElapsedTime(0);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        Start(delay, null, receiver, message, sender);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Start(delay, null, receiver, message, sender, cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        Start(initialDelay, interval, receiver, message, sender);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Start(initialDelay, interval, receiver, message, sender, cancelable);

    /// <param name="interval">Null: once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or too long, or the interval not positive.</exception>
    public IScheduled Start(TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        if (interval is { } period)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero, nameof(interval));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(period, LongestDelay, nameof(interval));
        }

        return StartCore(delay, interval, receiver, message, sender);
    }

    public abstract void Dispose();

    protected abstract IScheduled StartCore(TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender);

    private void Start(TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable)
    {
        if (cancelable is { IsCancellationRequested: true }) return;
        var scheduled = Start(delay, interval, receiver, message, sender);
        cancelable?.Token.UnsafeRegister(static what => ((IScheduled)what!).Cancel(), scheduled);
    }
}
