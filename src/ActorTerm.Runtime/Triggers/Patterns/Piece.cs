namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>A part of a pattern, read.</summary>
/// <param name="Text">For .NET; one unit to a quantifier that follows it.</param>
/// <param name="Exact">The only text it matches; empty for one without width, null when there are several.</param>
/// <param name="Needed">What every text that it matches in must hold, besides <paramref name="Exact"/>.</param>
/// <param name="IgnoreCase">Of <paramref name="Exact"/>.</param>
internal readonly record struct Piece(string Text, string? Exact = null, Literals? Needed = null, bool IgnoreCase = false)
{
    /// <summary>Without width, like <c>^</c>.</summary>
    public static Piece Anchor(string text) => new(text, "");

    public Literals? Required => Literals.Stricter(Exact is { Length: > 0 } ? new Literals([Exact], IgnoreCase) : null, Needed);
}
