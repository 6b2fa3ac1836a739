using ActorTerm.Runtime.Invocations;

namespace ActorTerm.Runtime.Tests.Invocations;

public class DeadlinesTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Deadlines<string> _deadlines = new();

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
    public void A_removed_deadline_never_comes_due()
    {
        var removed = Add("removed", seconds: 5);
        Add("stays", seconds: 5);

        _deadlines.Remove(removed);
        _deadlines.Remove(Deadlines<string>.None);

        Assert.Equal(["stays"], TakeAll(at: 5));
    }

    [Fact]
    public void Nothing_running_has_no_earliest()
    {
        _deadlines.Remove(Add("gone", seconds: 5));

        Assert.Null(_deadlines.Earliest());
        Assert.False(_deadlines.TryTakeDue(DateTime.MaxValue, out _));
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
        _deadlines.Add("endless", TimeSpan.MaxValue, Start);

        Assert.Empty(TakeAll(at: 1e9));
        Assert.Equal(1, _deadlines.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_agree_with_a_list_whatever_is_done_to_them(int seed)
    {
        var random = new Random(seed);
        var model = new List<(int Deadline, string Name, DateTime Due)>();
        var now = Start;

        for (var step = 0; step < 20_000; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(3));
            if (random.Next(3) > 0)
            {
                var length = TimeSpan.FromMilliseconds(random.Next(1, 12) * 7);
                var added = _deadlines.Add($"{step}", length, now);
                model.Add((added, $"{step}", now + length));
                Assert.Equal(now + length, _deadlines.DueOf(added));
            }

            if (model.Count > 0 && random.Next(4) == 0)
            {
                var at = random.Next(model.Count);
                _deadlines.Remove(model[at].Deadline);
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

    [Fact]
    public void A_burst_comes_due_whole_and_the_next_begins_afresh()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var n = 0; n < 10_000; n++) Add($"{n}", seconds: 5);

            Assert.Equal(10_000, TakeAll(at: 5).Distinct().Count());
            Assert.Null(_deadlines.Earliest());
        }
    }

    [Fact]
    public void A_burst_leaves_its_room_to_the_next_one_and_one_that_needs_little_gives_it_back()
    {
        Burst(10_000);
        var room = _deadlines.Capacity;
        Burst(10_000);
        Assert.Equal(room, _deadlines.Capacity);

        Burst(1);
        Assert.InRange(_deadlines.Capacity, 1, 4_096);

        void Burst(int count)
        {
            for (var n = 0; n < count; n++) Add($"{n}", seconds: 5);
            Assert.Equal(count, TakeAll(at: 5).Count);
        }
    }

    private int Add(string name, int seconds, double at = 0) => _deadlines.Add(name, TimeSpan.FromSeconds(seconds), Start.AddSeconds(at));

    private List<string> TakeAll(double at) => TakeAll(Start.AddSeconds(at));

    private List<string> TakeAll(DateTime now)
    {
        var names = new List<string>();
        while (_deadlines.TryTakeDue(now, out var name)) names.Add(name);
        return names;
    }
}
