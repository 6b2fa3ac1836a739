using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Compose;

/// <summary>Composed calls through the real invocation supervisor, against bare mailboxes.</summary>
internal sealed class ComposeSuite : ISuite
{
    private const int Milliseconds = 1_000;

    public string Name => "compose";

    public string About =>
        $"`{Arithmetic.Text}`, the whole and each call with 5 s, through the real supervisor: parse cache, evaluation, routes, deadlines, outcomes. "
        + "Its functions answer at once. Against the same eight messages over bare linked queues, without names, supervision, deadlines or a "
        + "language, the one composition wired in by hand; one thread-pool item per wake-up, which handles one message, or, where it says "
        + "so, all that is there. A deadline missed or a value that is not 7 is a failure.";

    public IEnumerable<Row> Rows()
    {
        using var ours = new OnActors();
        var bare = new OnMailboxes(drains: false);
        var draining = new OnMailboxes(drains: true);
        foreach (var (inFlight, count, goal) in ((int, int, double)[])[(1, 100_000, 1.0), (100, 200_000, 1.0), (10_000, 200_000, 0.8)])
        {
            var work = $"compose, {inFlight} in flight";
            yield return new Row(
                work, "compositions/s", Rate("supervisor", ours.Run), Rate("bare mailboxes", bare.Run), Goal.RatioAtLeast(goal));
            yield return new Row(
                work, "compositions/s", Rate("supervisor", ours.Run), Rate("bare mailboxes that take all mail at once", draining.Run), Goal.None);
            yield return new Row(
                $"{work}, longest wait", "ms", LongestWait("supervisor", ours.Run), LongestWait("bare mailboxes", bare.Run), Goal.AtMost(5 * Milliseconds));
            yield return new Row(
                $"{work}, deadlines missed", "failures", new Side("supervisor", () => ours.Run(count, inFlight).Failures), null, Goal.AtMost(0));

            Side Rate(string name, Func<int, int, Tally> run) => Side.Rate(name, count, () => Check(run(count, inFlight)));

            Side LongestWait(string name, Func<int, int, Tally> run) => new(name, () => run(count, inFlight).LongestWait.TotalSeconds * Milliseconds);
        }

        yield return new Row(
            "compose, memory allocated", "bytes each",
            new Side("supervisor", () => AllocatedBy(ours.Run)), new Side("bare mailboxes", () => AllocatedBy(bare.Run)), Goal.AtMost(1_224));
    }

    private static void Check(Tally tally)
    {
        if (tally.Failures > 0) throw new InvalidOperationException($"{tally.Failures} compositions failed");
    }

    private static double AllocatedBy(Func<int, int, Tally> run)
    {
        const int Count = 100_000;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        run(Count, 100);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Count;
    }
}
