namespace ActorTerm.Benchmarks.Harness;

/// <summary>One line of a table.</summary>
/// <param name="Work">What is done, with the numbers that matter.</param>
/// <param name="Unit">Of the figures of both sides.</param>
/// <param name="Ours">What we measure.</param>
/// <param name="Baseline">What it is compared with in the same rounds; null: with nothing.</param>
/// <param name="Goal">What the ratio to the baseline, or our own figure, is to reach.</param>
internal sealed record Row(string Work, string Unit, Side Ours, Side? Baseline, Goal Goal);

/// <summary>One side of a row.</summary>
/// <param name="Name">Names the baseline in the table.</param>
/// <param name="Round">Does one round, some tenths of a second long, and returns its figure in the row's unit.</param>
internal sealed record Side(string Name, Func<double> Round)
{
    /// <summary>A side whose figure is amount per second.</summary>
    /// <param name="amount">What one call of <paramref name="work"/> gets done, in units of the row.</param>
    public static Side Rate(string name, double amount, Action work) => new(name, () =>
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return amount / Stopwatch.GetElapsedTime(start).TotalSeconds;
    });
}
