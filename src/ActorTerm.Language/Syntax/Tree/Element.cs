namespace ActorTerm.Language;

/// <summary>One item of an array variable: <c>matches[1]</c>.</summary>
/// <param name="isOptional">An unset variable, or an item that is null, then reads null. An index out of range stays an error.</param>
internal sealed class Element(int offset, Reference array, Node index, bool isOptional) : Node(offset, index.HasCalls)
{
    public Reference Array { get; } = array;

    public Node Index { get; } = index;

    public bool IsOptional { get; } = isOptional;

    internal override IEnumerable<Node> Children => [Array, Index];

    public Element AsOptional() => new(Offset, Array, Index, isOptional: true);
}
