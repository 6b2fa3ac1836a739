namespace ActorTerm.Actors.Tests.Timing;

public class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<string> _fired = [];

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var start = _time.GetTimestamp();

        _time.Advance(3 * Second);

        Assert.Equal(DateTimeOffset.UnixEpoch + 3 * Second, _time.GetUtcNow());
        Assert.Equal(3 * Second, _time.GetElapsedTime(start));
    }

    [Fact]
    public void Timers_fire_when_they_are_due_in_the_order_of_their_time()
    {
        Timer("b", 2 * Second);
        Timer("a", Second);
        Timer("c", 2 * Second);

        _time.Advance(Second - TimeSpan.FromTicks(1));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(["a"], _fired);
        _time.Advance(Second);

        Assert.Equal(["a", "b", "c"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_once_per_step()
    {
        Timer("p", Second, Second);

        for (var i = 0; i < 3; i++) _time.Advance(Second);

        Assert.Equal(["p", "p", "p"], _fired);
    }

    [Fact]
    public void A_step_that_passes_two_periods_is_refused_and_time_does_not_move()
    {
        Timer("p", Second, Second);

        var refused = Assert.Throws<InvalidOperationException>(() => _time.Advance(2 * Second));

        Assert.Contains("00:00:01", refused.Message, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.UnixEpoch, _time.GetUtcNow());
        Assert.Empty(_fired);
    }

    [Fact]
    public void What_is_started_while_timers_fire_waits_for_the_next_step()
    {
        _time.CreateTimer(_ => Timer("late", TimeSpan.Zero), null, Second, Timeout.InfiniteTimeSpan);

        _time.Advance(Second);
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.Zero);

        Assert.Equal(["late"], _fired);
    }

    [Fact]
    public void A_timer_that_another_cancels_in_the_same_step_does_not_fire()
    {
        ITimer? second = null;
        _time.CreateTimer(_ => second!.Dispose(), null, Second, Timeout.InfiniteTimeSpan);
        second = Timer("second", Second);

        _time.Advance(Second);

        Assert.Empty(_fired);
    }

    [Fact]
    public void A_timer_can_be_changed()
    {
        var timer = Timer("t", Second);

        timer.Change(3 * Second, Timeout.InfiniteTimeSpan);
        _time.Advance(2 * Second);
        Assert.Empty(_fired);
        _time.Advance(Second);

        Assert.Equal(["t"], _fired);
    }

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null) =>
        _time.CreateTimer(_ => _fired.Add(name), null, due, period ?? Timeout.InfiniteTimeSpan);
}
