using System.Collections.Immutable;

namespace ActorTerm.Language;

internal enum TaskKind : byte
{
    /// <summary>The whole, when it is no call.</summary>
    Root,
    Call,

    /// <summary>A conditional with calls in it.</summary>
    Choice,
}

/// <summary>Something to await before the value around it can be known.</summary>
/// <param name="parent">The task that waits for this one; -1 for the root.</param>
/// <param name="enclosingCall">The call one of whose arguments it lies in; -1 for none.</param>
internal sealed class PlanTask(TaskKind kind, Node node, int parent, int enclosingCall)
{
    public TaskKind Kind { get; } = kind;

    /// <summary>A <see cref="CallNode"/> or a <see cref="Conditional"/>, as the kind says.</summary>
    public Node Node { get; } = node;

    public int Parent { get; } = parent;

    public int EnclosingCall { get; } = enclosingCall;

    /// <summary>Tasks to await first: those of the arguments, of the condition, or of the whole.</summary>
    public ImmutableArray<int> Inner { get; set; } = [];

    /// <summary>Tasks of a conditional's branches.</summary>
    public ImmutableArray<int> Then { get; set; } = [];

    /// <inheritdoc cref="Then"/>
    public ImmutableArray<int> Otherwise { get; set; } = [];
}
