namespace ActorTerm.Actors;

/// <summary>The scheduler of a running system: one wheel, ticking every 10 ms while anything is due.</summary>
internal sealed class WheelScheduler(TimeProvider time) : TellScheduler
{
    /// <summary>Akka.NET's own granularity, so that no code leans on a finer one.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly TimingWheel _wheel = new(time, Tick);
    private readonly DateTimeOffset _start = time.GetUtcNow();

    public override DateTimeOffset Now => _start + _wheel.Elapsed;

    public override void Dispose() => _wheel.Dispose();

    /// <param name="delay">0 or more, and no longer than <see cref="TellScheduler.LongestDelay"/>.</param>
    public void Add(WheelEntry entry, TimeSpan delay) => _wheel.Add(entry, delay);

    protected override IScheduled StartCore(
        TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender)
    {
        var tell = new WheelTell(interval is { } period ? _wheel.ToTicks(period) : 0, receiver, message, sender);
        _wheel.Add(tell, delay);
        return tell;
    }
}
