namespace ActorTerm.Language;

/// <summary>The value of a variable: <c>user.x</c>, <c>user.x?</c>.</summary>
/// <param name="variable">Where the plan keeps the variable.</param>
internal sealed class Reference(int offset, VariablePath path, int variable) : Node(offset, hasCalls: false)
{
    public VariablePath Path { get; } = path;

    public int Variable { get; } = variable;

    public Reference AsOptional() => new(Offset, Path.AsOptional(), Variable);
}
