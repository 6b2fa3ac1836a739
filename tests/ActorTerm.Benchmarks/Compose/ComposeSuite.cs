using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Compose;

/// <summary>Composed calls through the real invocation supervisor, against bare mailboxes.</summary>
internal sealed class ComposeSuite : ISuite
{
    private const int Milliseconds = 1_000;

    public string Name => "compose";

    public string About =>
        $"`{Arithmetic.Text}`, each call and the whole with 5 s: parsed text, evaluation, routes, deadlines and outcomes of the real supervisor, "
        + "whose functions answer at once, against the same eight messages over bare linked queues, one thread-pool item per wake-up, without "
        + "names, supervision, deadlines or a language. A missed deadline, or a value that is not 7, counts as a failure.";

    public IEnumerable<Row> Rows()
    {
        using var ours = new OnActors();
        var bare = new OnMailboxes();
        foreach (var (inFlight, count, goal) in ((int, int, double)[])[(1, 60_000, 1.0), (100, 200_000, 1.0), (10_000, 200_000, 0.8)])
        {
            yield return new Row(
                $"compose, {inFlight} in flight", "compositions/s",
                Side.Rate("supervisor", count, () => Check(ours.Run(count, inFlight))),
                Side.Rate("bare mailboxes", count, () => Check(bare.Run(count, inFlight))),
                Goal.RatioAtLeast(goal));
            yield return new Row(
                $"compose, {inFlight} in flight, longest wait", "ms",
                new Side("supervisor", () => ours.Run(count, inFlight).LongestWait.TotalSeconds * Milliseconds),
                new Side("bare mailboxes", () => bare.Run(count, inFlight).LongestWait.TotalSeconds * Milliseconds),
                Goal.AtMost(5 * Milliseconds));
            yield return new Row(
                $"compose, {inFlight} in flight, deadlines missed", "failures",
                new Side("supervisor", () => ours.Run(count, inFlight).Failures), null, Goal.AtMost(0));
        }

        yield return new Row(
            "compose, memory allocated", "bytes each",
            new Side("supervisor", () => AllocatedBy(count => ours.Run(count, 100))),
            new Side("bare mailboxes", () => AllocatedBy(count => bare.Run(count, 100))),
            Goal.AtMost(1_224));
    }

    private static void Check(Tally tally)
    {
        if (tally.Failures > 0) throw new InvalidOperationException($"{tally.Failures} compositions failed");
    }

    private static double AllocatedBy(Func<int, Tally> run)
    {
        const int Count = 100_000;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        run(Count);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Count;
    }
}
