namespace ActorTerm.Runtime.Invocations;

/// <summary>Something that has a time limit while it stands in <see cref="Deadlines"/>. Holds its own links, so that keeping time allocates nothing.</summary>
internal abstract class Deadline
{
    internal Deadlines.Lane? Lane { get; set; }

    internal Deadline? Previous { get; set; }

    internal Deadline? Next { get; set; }

    /// <summary>When it is up, in UTC; meaningful while it stands in <see cref="Deadlines"/>.</summary>
    internal DateTime Due { get; set; }

    internal bool IsRunning => Lane is not null;
}
