using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>
/// Operands joined by operators of one precedence, taken from left to right: <c>a + b - c</c> is one chain, so a long sum is not a deep tree.
/// </summary>
/// <param name="operators">One fewer than operands.</param>
internal sealed class Chain(int offset, ImmutableArray<Node> operands, ImmutableArray<BinaryOperator> operators)
    : Node(offset, operands.Any(o => o.HasCalls))
{
    public ImmutableArray<Node> Operands { get; } = operands;

    internal override IEnumerable<Node> Children => Operands;

    public ImmutableArray<BinaryOperator> Operators { get; } = operators;

    public Precedence Precedence => Operators[0].Precedence();
}
