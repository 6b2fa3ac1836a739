namespace ActorTerm.Api.Translation;

/// <summary>Seconds as scripts give them: any float at all.</summary>
internal static class Seconds
{
    private static readonly double Most = TimeSpan.MaxValue.TotalSeconds / 2;

    /// <summary>Null for what is no number; what is out of range is the nearest that is in it.</summary>
    public static TimeSpan? ToTime(double seconds) => double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Most));
}
