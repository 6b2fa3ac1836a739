using System.Collections.Immutable;

namespace ActorTerm.Language;

internal sealed class ArrayLiteral(int offset, ImmutableArray<Node> items) : Node(offset, items.Any(i => i.HasCalls))
{
    public ImmutableArray<Node> Items { get; } = items;

    internal override IEnumerable<Node> Children => Items;
}
