namespace ActorTerm.Actors;

public interface ITimeProvider
{
    /// <summary>The system's time: wall time at its start plus what has passed since, so it never steps.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Real time that has passed since some moment, for statistics: virtual time does not move it.</summary>
    TimeSpan MonotonicClock { get; }

    /// <inheritdoc cref="MonotonicClock"/>
    TimeSpan HighResMonotonicClock { get; }
}
