namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>Why a text is no pattern, and where.</summary>
/// <param name="Position">In UTF-16 units from the start of the pattern.</param>
internal sealed record PatternError(int Position, string Text)
{
    public override string ToString() => $"{Text} at {Position}";
}
