using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>Text with values in it: <c>a \(name) b</c>.</summary>
/// <param name="isStrict">A reference that fails is an error; otherwise it reads as nothing.</param>
internal sealed class Interpolation(int offset, ImmutableArray<Interpolation.Part> parts, bool isStrict)
    : Node(offset, parts.Any(p => p.Expression is { HasCalls: true }))
{
    public ImmutableArray<Part> Parts { get; } = parts;

    public bool IsStrict { get; } = isStrict;

    internal override IEnumerable<Node> Children => Parts.Where(p => p.Expression is not null).Select(p => p.Expression!);

    /// <summary>Literal text, or an expression when there is one.</summary>
    public readonly record struct Part(string Text, Node? Expression);
}
