namespace ActorTerm.Actors.Tests.Timing;

/// <summary>Entries are added and called off by many threads while the wheel turns.</summary>
public class TimingWheelRaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Each_entry_happens_once_unless_it_was_called_off()
    {
        const int Threads = 4;
        const int Each = 10_000;
        using var wheel = new TimingWheel(TimeProvider.System, TimeSpan.FromMilliseconds(2));
        var entries = Enumerable.Range(0, Threads * Each).Select(_ => new Counting()).ToArray();
        var kept = new bool[entries.Length];

        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            var random = new Random(number);
            for (var i = number * Each; i < (number + 1) * Each; i++)
            {
                wheel.Add(entries[i], TimeSpan.FromMilliseconds(random.Next(40)));
                kept[i] = true;
                if (random.Next(2) == 0) continue;

                var victim = random.Next(Math.Max(number * Each, i - 2_000), i + 1);   // some new, some in a slot, some over
                entries[victim].Cancel();
                kept[victim] = false;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.True(SpinWait.SpinUntil(() => wheel.Count == 0, Patience));
        var waited = entries.Where((_, i) => kept[i]).All(entry => SpinWait.SpinUntil(() => entry.Happened == 1, Patience));
        Assert.True(waited, "an entry that nobody called off has not happened");
        Assert.DoesNotContain(entries, entry => entry.Happened > 1);
    }

    private sealed class Counting : WheelEntry
    {
        private int _happened;

        public int Happened => Volatile.Read(ref _happened);

        protected override void HappenNow() => Interlocked.Increment(ref _happened);
    }
}
