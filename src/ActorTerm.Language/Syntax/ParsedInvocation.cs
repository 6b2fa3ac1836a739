using System.Collections.Immutable;
using System.Diagnostics;

namespace ActorTerm.Language;

/// <summary>
/// One call, or several separated by <c>;</c> that run one after the other, each by an <see cref="Evaluation"/> of its own that reads the
/// variables anew. Immutable; may be shared by any number of evaluations at once.
/// </summary>
[DebuggerDisplay("{Text}")]
public sealed class ParsedInvocation
{
    internal ParsedInvocation(string text, ImmutableArray<Plan> plans, ImmutableArray<VariablePath> references)
    {
        Text = text;
        Plans = plans;
        Calls = [.. plans.Select(p => (CallNode)p.Root)];
        References = references;
    }

    /// <summary>The text it was parsed from.</summary>
    public string Text { get; }

    /// <summary>The top-level calls, at least one.</summary>
    public ImmutableArray<CallNode> Calls { get; }

    /// <summary>Every variable that a call may read, each once and without its question mark; those of branches that may not be taken too.</summary>
    public ImmutableArray<VariablePath> References { get; }

    /// <summary>The signature of the only call; null for a sequence.</summary>
    public FunctionSignature? Signature => Calls.Length == 1 ? Calls[0].Signature : null;

    internal ImmutableArray<Plan> Plans { get; }

    /// <summary>The canonical text, which parses to an equal tree.</summary>
    public override string ToString() => string.Join("; ", Calls);
}
