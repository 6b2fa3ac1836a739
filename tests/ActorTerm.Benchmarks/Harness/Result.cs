namespace ActorTerm.Benchmarks.Harness;

/// <summary>A measured row.</summary>
/// <param name="Baseline">Null when there is none; then so is the ratio.</param>
internal sealed record Result(Row Row, Figures Ours, Figures? Baseline, Figures? Ratio)
{
    public const string Head =
        """
        | work | ours, median (min to max) | baseline | ratio | goal | |
        |---|--:|--:|--:|---|---|
        """;

    public bool IsGoalReached => Row.Goal.IsReached(Ours.Median, Ratio?.Median);

    public string Markdown()
    {
        var baseline = Baseline is null ? "" : $"{Row.Baseline!.Name}: {Baseline}";
        var verdict = Row.Goal == Goal.None ? "" : IsGoalReached ? "reached" : "missed";
        return $"| {Row.Work}, {Row.Unit} | {Ours} | {baseline} | {Ratio} | {Row.Goal} | {verdict} |";
    }
}
