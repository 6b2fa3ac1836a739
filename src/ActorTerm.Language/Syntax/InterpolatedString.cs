using System.Collections.Immutable;
using System.Diagnostics;

namespace ActorTerm.Language;

/// <summary>Text with <c>\( )</c> in it, without quotes around: a badge, a title, a text parameter. Its value is always a string. Immutable and shareable.</summary>
[DebuggerDisplay("{Text}")]
public sealed class InterpolatedString
{
    internal InterpolatedString(string text, InterpolationMode mode, Plan plan, ImmutableArray<VariablePath> references)
    {
        Text = text;
        Mode = mode;
        Plan = plan;
        References = references;
    }

    public string Text { get; }

    public InterpolationMode Mode { get; }

    /// <inheritdoc cref="ParsedInvocation.References"/>
    public ImmutableArray<VariablePath> References { get; }

    /// <summary>Nothing is interpolated: its value never changes.</summary>
    public bool IsConstant => ((Interpolation)Plan.Root).Parts.All(p => p.Expression is null);

    /// <summary>It calls functions: its value is theirs to give.</summary>
    public bool HasCalls => Plan.Root.HasCalls;

    internal Plan Plan { get; }

    /// <summary>The interpolated string that reads as this text, whatever is in it.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal);

    /// <inheritdoc cref="ParsedInvocation.ToString"/>
    public override string ToString() => Printer.PrintUnquoted((Interpolation)Plan.Root);
}
