using System.Diagnostics;

namespace ActorTerm.Actors.TestKit;

/// <summary>A moment of real time.</summary>
internal readonly struct Deadline
{
    private readonly long _start;

    private Deadline(TimeSpan total)
    {
        Total = total;
        _start = Stopwatch.GetTimestamp();
    }

    public TimeSpan Total { get; }

    /// <summary>Zero when it has passed.</summary>
    public TimeSpan Left => Total - Elapsed is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public static Deadline In(TimeSpan total) => new(total);
}
