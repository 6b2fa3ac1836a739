namespace ActorTerm.Language;

/// <summary>What becomes of a reference in an interpolated string that has no value, and of a <c>\(</c> that nothing closes.</summary>
public enum InterpolationMode
{
    /// <summary>A part that is only a reference reads as nothing; an unclosed <c>\(</c> and all after it is plain text. Badges and titles.</summary>
    Lax,

    /// <summary>Both are errors. Initial text and copy actions.</summary>
    Strict,
}
