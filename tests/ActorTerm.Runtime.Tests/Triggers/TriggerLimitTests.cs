using ActorTerm.Runtime.Triggers;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class TriggerLimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void As_many_calls_as_the_bound_may_be_unanswered()
    {
        var limits = new CallLimits(maxOutstanding: 32, maxPerSecond: 100);

        Assert.True(limits.TryBegin(31, Start));
        Assert.False(limits.TryBegin(32, Start));
    }

    [Fact]
    public void Calls_in_a_second_are_bounded_and_the_next_second_begins_anew()
    {
        var limits = new CallLimits(maxOutstanding: 32, maxPerSecond: 2);

        Assert.True(limits.TryBegin(0, Start));
        Assert.True(limits.TryBegin(0, Start.AddSeconds(0.5)));
        Assert.False(limits.TryBegin(0, Start.AddSeconds(0.9)));
        Assert.True(limits.TryBegin(0, Start.AddSeconds(1)));
    }

    [Fact]
    public void A_second_begins_with_the_first_that_it_admits()
    {
        var limit = new RateLimit(maxPerSecond: 1);

        Assert.True(limit.TryBegin(Start.AddSeconds(0.9)));
        Assert.False(limit.TryBegin(Start.AddSeconds(1.8)));
        Assert.True(limit.TryBegin(Start.AddSeconds(1.9)));
    }

    [Fact]
    public void The_fifth_timeout_within_the_window_is_once_too_often()
    {
        var timeouts = new TimeoutLog(5, TimeSpan.FromSeconds(60));

        Assert.All([0, 10, 20, 30], second => Assert.False(timeouts.Add(Start.AddSeconds(second))));
        Assert.True(timeouts.Add(Start.AddSeconds(59)));
    }

    [Fact]
    public void Timeouts_older_than_the_window_do_not_count()
    {
        var timeouts = new TimeoutLog(5, TimeSpan.FromSeconds(60));

        Assert.All([0, 10, 20, 30, 60], second => Assert.False(timeouts.Add(Start.AddSeconds(second))));
        Assert.True(timeouts.Add(Start.AddSeconds(61)));
    }

    [Fact]
    public void More_than_the_share_of_a_second_is_over_budget_until_a_second_has_passed()
    {
        var budget = new EvaluationBudget(share: 20);

        budget.Spend(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));
        Assert.False(budget.IsOver(TimeSpan.FromSeconds(10.1)));
        budget.Spend(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10.2));
        Assert.True(budget.IsOver(TimeSpan.FromSeconds(10.3)));
        Assert.True(budget.IsOver(TimeSpan.FromSeconds(11.1)));
        Assert.False(budget.IsOver(TimeSpan.FromSeconds(12.2)));
    }

    [Fact]
    public void A_line_drawn_again_unchanged_is_no_news_for_a_while()
    {
        var repeats = new RepeatFilter(TimeSpan.FromSeconds(1));

        Assert.True(repeats.IsNew(1, 7, "10%", Start));
        Assert.False(repeats.IsNew(1, 7, "10%", Start.AddSeconds(0.9)));
        Assert.True(repeats.IsNew(2, 7, "10%", Start));
        Assert.True(repeats.IsNew(1, 8, "10%", Start));
        Assert.True(repeats.IsNew(1, 7, "20%", Start));
        Assert.True(repeats.IsNew(1, 7, "20%", Start.AddSeconds(1)));
    }

    [Fact]
    public void Without_an_interval_every_drawing_is_news()
    {
        var repeats = new RepeatFilter(TimeSpan.Zero);

        Assert.True(repeats.IsNew(1, 7, "10%", Start));
        Assert.True(repeats.IsNew(1, 7, "10%", Start));
    }

    [Fact]
    public void Durations_are_counted_by_powers_of_two()
    {
        var histogram = new DurationHistogram();

        foreach (var microseconds in (double[])[0.5, 1, 1.9, 2, 1_000_000]) histogram.Add(TimeSpan.FromMicroseconds(microseconds));

        Assert.Equal((1, 2, 1, 1), (histogram.Counts[0], histogram.Counts[1], histogram.Counts[2], histogram.Counts[^1]));
    }

    [Fact]
    public void What_lasts_is_due_once_until_it_begins_anew()
    {
        var watch = new ElapsedWatch<string>();
        watch.Set([("slow", TimeSpan.FromSeconds(60)), ("soon", TimeSpan.FromSeconds(30))]);
        watch.Begin(Start);

        Assert.Empty(watch.Due(Start.AddSeconds(29)));
        Assert.Equal(TimeSpan.FromSeconds(1), watch.Next(Start.AddSeconds(29)));
        Assert.Equal(["soon"], watch.Due(Start.AddSeconds(30)));
        Assert.Equal(["slow"], watch.Due(Start.AddSeconds(99)));
        Assert.Null(watch.Next(Start.AddSeconds(99)));

        watch.Begin(Start.AddSeconds(100));
        Assert.Equal(["soon"], watch.Due(Start.AddSeconds(130)));
        watch.End();
        Assert.Empty(watch.Due(Start.AddSeconds(999)));
    }

    [Fact]
    public void Who_was_due_is_not_due_again_because_others_come_and_go()
    {
        var watch = new ElapsedWatch<string>();
        watch.Set([("first", TimeSpan.FromSeconds(10))]);
        watch.Begin(Start);
        Assert.Equal(["first"], watch.Due(Start.AddSeconds(10)));

        watch.Set([("first", TimeSpan.FromSeconds(10)), ("sooner", TimeSpan.FromSeconds(5)), ("later", TimeSpan.FromSeconds(20))]);

        Assert.Equal(["sooner"], watch.Due(Start.AddSeconds(12)));
        Assert.Equal(TimeSpan.FromSeconds(8), watch.Next(Start.AddSeconds(12)));
        Assert.Equal(["later"], watch.Due(Start.AddSeconds(20)));
        watch.Begin(Start.AddSeconds(20));
        Assert.Equal(["sooner", "first"], watch.Due(Start.AddSeconds(30)));
    }
}
