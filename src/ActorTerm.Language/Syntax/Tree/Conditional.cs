namespace ActorTerm.Language;

/// <summary><c>condition ? then : otherwise</c>. Only the chosen branch is read, checked and run.</summary>
internal sealed class Conditional(int offset, Node condition, Node then, Node otherwise)
    : Node(offset, condition.HasCalls || then.HasCalls || otherwise.HasCalls)
{
    public Node Condition { get; } = condition;

    public Node Then { get; } = then;

    public Node Otherwise { get; } = otherwise;

    internal override IEnumerable<Node> Children => [Condition, Then, Otherwise];

    /// <summary>Its index in the plan, when it has calls; set once, when the plan is made.</summary>
    public int Task { get; set; } = -1;
}
