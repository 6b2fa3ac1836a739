namespace ActorTerm.Language;

/// <summary>A number, string without interpolation, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class Literal(int offset, Operand operand) : Node(offset, hasCalls: false)
{
    public Operand Operand { get; } = operand;

    /// <summary>The same as JSON, made once.</summary>
    public Value Value { get; } = operand.ToValue();
}
