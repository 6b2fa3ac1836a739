namespace ActorTerm.Benchmarks.Harness;

/// <summary>
/// Measures a row: after the warm-up each round runs both sides one after the other, who is first changing from round to round, and has a
/// ratio of its own. So whatever slows the machine down for a while slows both.
/// </summary>
internal static class Contest
{
    /// <summary>Long enough for the JIT to see what is hot, and to compile it once more.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <param name="rounds">At least 1; odd, so that the median is one of them.</param>
    public static Result Run(Row row, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            row.Ours.Round();
            row.Baseline?.Round();
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);

        var ours = new List<double>();
        var baseline = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            if (i % 2 == 1 && row.Baseline is not null) baseline.Add(Measure(row.Baseline));
            ours.Add(Measure(row.Ours));
            if (i % 2 == 0 && row.Baseline is not null) baseline.Add(Measure(row.Baseline));
        }

        return row.Baseline is null
            ? new Result(row, new Figures(ours), null, null)
            : new Result(row, new Figures(ours), new Figures(baseline), new Figures(ours.Zip(baseline, (our, their) => our / their)));
    }

    private static double Measure(Side side)
    {
        GC.Collect();                                       // nobody pays for what the other side left behind
        GC.WaitForPendingFinalizers();
        return side.Round();
    }
}
