using ActorTerm.Runtime.Invocations;

namespace ActorTerm.Runtime.Tests.Invocations;

public class DeadlinesTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Deadlines _deadlines = new();

    [Fact]
    public void What_is_due_is_taken_in_the_order_it_comes_due()
    {
        Add("five", seconds: 5);
        Add("nine", seconds: 9);
        Add("five again", seconds: 5, at: 1);

        Assert.Equal(Start.AddSeconds(5), _deadlines.Earliest());
        Assert.Equal(["five"], TakeAll(at: 5.5));
        Assert.Equal(["five again"], TakeAll(at: 6));
        Assert.Empty(TakeAll(at: 8.9));
        Assert.Equal(["nine"], TakeAll(at: 100));
        Assert.Equal(0, _deadlines.Count);
    }

    [Fact]
    public void A_removed_deadline_never_comes_due_and_can_be_removed_again()
    {
        var removed = Add("removed", seconds: 5);
        Add("stays", seconds: 5);

        _deadlines.Remove(removed);
        _deadlines.Remove(removed);

        Assert.False(removed.IsRunning);
        Assert.Equal(["stays"], TakeAll(at: 5));
    }

    [Fact]
    public void Nothing_running_has_no_earliest()
    {
        _deadlines.Remove(Add("gone", seconds: 5));

        Assert.Null(_deadlines.Earliest());
        Assert.Null(_deadlines.TakeDue(DateTime.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Zero_or_less_is_due_at_once(int seconds)
    {
        Add("at once", seconds);

        Assert.Equal(["at once"], TakeAll(at: 0));
    }

    [Fact]
    public void A_length_without_end_never_comes_due_in_practice()
    {
        var endless = new Named("endless");

        _deadlines.Add(endless, TimeSpan.MaxValue, Start);

        Assert.Empty(TakeAll(at: 1e9));
        Assert.True(endless.IsRunning);
    }

    [Fact]
    public void Adding_one_that_runs_is_a_broken_promise()
    {
        var running = Add("running", seconds: 5);

        Assert.Throws<InvalidOperationException>(() => _deadlines.Add(running, TimeSpan.FromSeconds(1), Start));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_agrees_with_a_sorted_list_whatever_is_done_to_it(int seed)
    {
        var random = new Random(seed);
        var model = new List<Named>();
        var now = Start;

        for (var step = 0; step < 20_000; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(3));
            if (random.Next(3) > 0)
            {
                var added = new Named($"{step}");
                _deadlines.Add(added, TimeSpan.FromMilliseconds(random.Next(1, 12) * 7), now);
                model.Add(added);
            }

            if (model.Count > 0 && random.Next(4) == 0)
            {
                var at = random.Next(model.Count);
                _deadlines.Remove(model[at]);
                model.RemoveAt(at);
            }

            if (random.Next(10) > 0) continue;

            var expected = model.Where(item => item.Due <= now).Select(item => item.Name).Order();
            Assert.Equal(expected, TakeAll(now).Order());
            model.RemoveAll(item => item.Due <= now);
            Assert.Equal(model.Count, _deadlines.Count);
            Assert.Equal(model.Count == 0 ? null : model.Min(item => item.Due), _deadlines.Earliest());
        }
    }

    private Named Add(string name, int seconds, double at = 0)
    {
        var deadline = new Named(name);
        _deadlines.Add(deadline, TimeSpan.FromSeconds(seconds), Start.AddSeconds(at));
        return deadline;
    }

    private List<string> TakeAll(double at) => TakeAll(Start.AddSeconds(at));

    private List<string> TakeAll(DateTime now)
    {
        var names = new List<string>();
        while (_deadlines.TakeDue(now) is Named due) names.Add(due.Name);
        return names;
    }

    private sealed class Named(string name) : Deadline
    {
        public string Name { get; } = name;
    }
}
