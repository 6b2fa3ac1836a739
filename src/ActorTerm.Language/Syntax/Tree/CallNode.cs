using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>A call as it is written: which function, and what to give it.</summary>
public sealed class CallNode : Node
{
    internal CallNode(int offset, string fullName, ImmutableArray<Argument> arguments)
        : base(offset, hasCalls: true)
    {
        Written = arguments;
        Arguments = arguments.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        Signature = new FunctionSignature(fullName, Arguments.Select(a => a.Name));
        if (Arguments.All(a => a.Expression is Literal))
        {
            Constants = [.. Arguments.Select(a => ((Literal)a.Expression!).Value)];
        }
    }

    /// <summary>Full name and argument names; the values of a <see cref="ReadyCall"/> are in the order of its arguments.</summary>
    public FunctionSignature Signature { get; }

    public string FullName => Signature.FullName;

    /// <summary>The variable that an argument names with <c>&amp;</c>, to be written by the function; null for an argument that is a value.</summary>
    public VariablePath? ReferenceAt(int argument) => Arguments[argument].Target;

    /// <summary>In the order of the signature.</summary>
    internal ImmutableArray<Argument> Arguments { get; }

    /// <summary>In the order of the text.</summary>
    internal ImmutableArray<Argument> Written { get; }

    /// <summary>The values of all arguments, when each is a literal: one array for every evaluation.</summary>
    internal ImmutableArray<Value> Constants { get; }

    /// <summary>Its index in the plan; set once, when the plan is made.</summary>
    internal int Task { get; set; }

    internal override IEnumerable<Node> Children =>
        Written.Where(a => a.Expression is not null).Select(a => a.Expression!);
}
