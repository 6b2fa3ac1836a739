using System.Collections.Immutable;
using System.Diagnostics;

namespace ActorTerm.Language;

/// <summary>An expression that stands alone, such as a setting bound to variables. Immutable and shareable.</summary>
[DebuggerDisplay("{Text}")]
public sealed class ParsedExpression
{
    internal ParsedExpression(string text, Plan plan, ImmutableArray<VariablePath> references)
    {
        Text = text;
        Plan = plan;
        References = references;
    }

    public string Text { get; }

    /// <inheritdoc cref="ParsedInvocation.References"/>
    public ImmutableArray<VariablePath> References { get; }

    internal Plan Plan { get; }

    /// <inheritdoc cref="ParsedInvocation.ToString"/>
    public override string ToString() => Plan.Root.ToString();
}
