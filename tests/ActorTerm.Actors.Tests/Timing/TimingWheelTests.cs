namespace ActorTerm.Actors.Tests.Timing;

public sealed class TimingWheelTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly TimingWheel _wheel;
    private readonly Recorder _told = new();

    public TimingWheelTests() => _wheel = new TimingWheel(_time, Tick);

    public void Dispose() => _wheel.Dispose();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(5_000, 500)]
    [InlineData(5_119, 512)]
    [InlineData(5_120, 512)]
    [InlineData(5_121, 513)]
    [InlineData(60_000, 6_000)]
    public void An_entry_is_told_at_the_first_tick_that_is_not_before_its_time(int delayMilliseconds, int tick)
    {
        Add("x", delayMilliseconds);

        Ticks(tick - 1);
        Assert.Empty(_told.Messages);
        Ticks(1);

        Assert.Equal(["x"], _told.Messages);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void A_delay_counts_from_now_and_not_from_the_last_tick()
    {
        _time.Advance(TimeSpan.FromMilliseconds(7));
        Add("x", 10);

        _time.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Empty(_told.Messages);
        _time.Advance(TimeSpan.FromMilliseconds(4));

        Assert.Equal(["x"], _told.Messages);
    }

    [Fact]
    public void A_cancelled_entry_is_unlinked_at_once_and_never_told()
    {
        var entries = Enumerable.Range(0, 10).Select(i => Add("x" + i, 100)).ToList();

        foreach (var i in new[] { 0, 9, 4, 4, 5 }) entries[i].Cancel();   // first, last and middle of the slot's list
        Assert.Equal(6, _wheel.Count);
        Ticks(20);

        Assert.Equal(new[] { 1, 2, 3, 6, 7, 8 }.Select(i => "x" + i), _told.Messages.Order());
        entries[1].Cancel();
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void Entries_of_one_tick_are_told_in_the_order_they_were_added()
    {
        foreach (var name in new[] { "a", "b", "c" }) Add(name, 10);
        Add("later", 5_130);                                // of the same slot, a turn later
        Add("d", 10);

        Ticks(1);

        Assert.Equal(["a", "b", "c", "d"], _told.Messages);
    }

    [Fact]
    public void A_repeated_entry_keeps_its_rhythm()
    {
        var entry = Add("x", 20, intervalMilliseconds: 30);

        Ticks(2);
        Assert.Single(_told.Messages);
        Ticks(3);
        Assert.Equal(2, _told.Messages.Count);
        Ticks(6);
        Assert.Equal(4, _told.Messages.Count);
        entry.Cancel();
        Ticks(10);

        Assert.Equal(4, _told.Messages.Count);
    }

    [Fact]
    public void Periods_that_passed_unseen_are_not_made_up_for()
    {
        Add("x", 10, intervalMilliseconds: 10);

        _time.Advance(TimeSpan.FromMilliseconds(95));
        Assert.Single(_told.Messages);
        _time.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal(2, _told.Messages.Count);
    }

    [Fact]
    public void After_a_long_pause_all_that_is_due_is_told()
    {
        for (var i = 0; i < 600; i++) Add("x" + i, 10 * (i + 1));

        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(600, _told.Messages.Count);
    }

    [Fact]
    public void An_entry_can_cancel_another_that_is_due_at_the_same_tick()
    {
        WheelEntry? second = null;
        _wheel.Add(new WheelTell(0, new Acting(() => second!.Cancel()), "first", null), Tick);
        second = Add("second", 10);
        Add("third", 10);

        Ticks(1);

        Assert.Equal(["third"], _told.Messages);
    }

    [Fact]
    public void A_wheel_with_nothing_on_it_has_no_alarm_and_one_with_something_only_for_its_slot()
    {
        var time = new CountingTime(_time);
        using var wheel = new TimingWheel(time, Tick);
        wheel.Add(new WheelTell(0, _told, "x", null), TimeSpan.FromSeconds(1));

        for (var i = 0; i < 300; i++) _time.Advance(Tick);

        Assert.Equal(["x"], _told.Messages);
        Assert.Equal(1, time.Alarms);
    }

    [Fact]
    public void Nothing_is_told_after_the_wheel_is_disposed()
    {
        var entry = Add("x", 10);

        _wheel.Dispose();
        Ticks(5);
        Add("y", 10);
        Ticks(5);
        entry.Cancel();

        Assert.Empty(_told.Messages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_added_and_cancelled_each_entry_is_told_at_its_tick_and_once(int seed)
    {
        var random = new Random(seed);
        var now = 0;
        var expected = new List<(int Tick, string Name)>();
        var told = new List<(int Tick, string Name)>();
        var pending = new Dictionary<string, (WheelEntry Entry, int Due)>();

        for (var step = 0; step < 5_000; step++)
        {
            var name = $"e{step}";
            var delay = random.Next(4) switch { 0 => random.Next(20), 1 => random.Next(2_000), 2 => random.Next(6_000), _ => random.Next(60_000) };
            var due = Math.Max(now + (delay + 9) / 10, now + 1);
            pending.Add(name, (Add(name, delay), due));
            if (random.Next(3) == 0 && pending.Count > 0)
            {
                var victim = pending.ElementAt(random.Next(pending.Count));
                victim.Value.Entry.Cancel();
                pending.Remove(victim.Key);
            }

            for (var ticks = random.Next(4); ticks > 0; ticks--)
            {
                _time.Advance(Tick);
                now++;
                foreach (var (key, value) in pending.Where(each => each.Value.Due == now).ToList())
                {
                    expected.Add((now, key));
                    pending.Remove(key);
                }

                told.AddRange(_told.Messages.Select(each => (now, each)));
                _told.Messages.Clear();
            }
        }

        Assert.Equal(expected.Order(), told.Order());
        Assert.Equal(pending.Count, _wheel.Count);
    }

    private WheelEntry Add(string message, int delayMilliseconds, int intervalMilliseconds = 0)
    {
        var entry = new WheelTell(_wheel.ToTicks(TimeSpan.FromMilliseconds(intervalMilliseconds)), _told, message, null);
        _wheel.Add(entry, TimeSpan.FromMilliseconds(delayMilliseconds));
        return entry;
    }

    private void Ticks(int count)
    {
        for (var i = 0; i < count; i++) _time.Advance(Tick);
    }

    private sealed class Recorder : ICanTell
    {
        public List<string> Messages { get; } = [];

        public void Tell(object message, IActorRef? sender) => Messages.Add((string)message);
    }

    private sealed class Acting(Action act) : ICanTell
    {
        public void Tell(object message, IActorRef? sender) => act();
    }

    /// <summary>Counts how often the wheel is woken.</summary>
    private sealed class CountingTime(TimeProvider time) : TimeProvider
    {
        public int Alarms { get; private set; }

        public override long TimestampFrequency => time.TimestampFrequency;

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(
            wheel =>
            {
                Alarms++;
                callback(wheel);
            },
            state, dueTime, period);
    }
}
