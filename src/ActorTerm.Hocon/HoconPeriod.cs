namespace ActorTerm.Hocon;

/// <summary>A span of the calendar, whose length in hours depends on where it starts. A week is seven days.</summary>
public readonly record struct HoconPeriod(int Years, int Months, int Days)
{
    /// <exception cref="ArgumentOutOfRangeException">The result is no date of the calendar.</exception>
    public DateOnly AddTo(DateOnly date) => date.AddYears(Years).AddMonths(Months).AddDays(Days);
}
