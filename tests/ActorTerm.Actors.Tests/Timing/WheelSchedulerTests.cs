namespace ActorTerm.Actors.Tests.Timing;

public sealed class WheelSchedulerTests : IDisposable
{
    private static readonly Nobody Nobody = ActorRefs.Nobody;

    private readonly SteppingTime _time = new();
    private readonly WheelScheduler _scheduler;

    public WheelSchedulerTests() => _scheduler = new WheelScheduler(_time);

    public void Dispose() => _scheduler.Dispose();

    [Fact]
    public void Now_does_not_step_when_the_wall_clock_does()
    {
        var before = _scheduler.Now;

        _time.Wall += TimeSpan.FromHours(1);                // somebody sets the clock
        _time.Elapsed += TimeSpan.FromSeconds(2);

        Assert.Equal(before + TimeSpan.FromSeconds(2), _scheduler.Now);
    }

    [Fact]
    public void A_delay_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _scheduler.ScheduleTellOnce(-TimeSpan.FromTicks(1), Nobody, "x", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => _scheduler.ScheduleTellOnce(TimeSpan.FromDays(50), Nobody, "x", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => _scheduler.ScheduleTellRepeatedly(TimeSpan.Zero, TimeSpan.Zero, Nobody, "x", null));
        Assert.Throws<ArgumentNullException>(() => _scheduler.ScheduleTellOnce(TimeSpan.Zero, Nobody, null!, null));
        Assert.Throws<ArgumentNullException>(() => _scheduler.ScheduleTellOnce(TimeSpan.Zero, null!, "x", null));
    }

    private sealed class SteppingTime : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = DateTimeOffset.UnixEpoch;

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;

        public override DateTimeOffset GetUtcNow() => Wall;
    }
}
