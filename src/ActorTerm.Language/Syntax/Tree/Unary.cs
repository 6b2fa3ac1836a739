namespace ActorTerm.Language;

/// <summary><c>-x</c> or <c>!x</c>. A minus sign directly before a number is part of the number.</summary>
internal sealed class Unary(int offset, bool isNegation, Node operand) : Node(offset, operand.HasCalls)
{
    /// <summary>A minus sign; otherwise a logical not.</summary>
    public bool IsNegation { get; } = isNegation;

    public Node Operand { get; } = operand;

    internal override IEnumerable<Node> Children => [Operand];
}
