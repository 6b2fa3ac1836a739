namespace ActorTerm.Terminal.Keys;

/// <summary>The progressive enhancements of the kitty keyboard protocol that are offered here; bits a program asks for beyond these are not set.</summary>
[Flags]
public enum KittyKeyboardFlags : byte
{
    None = 0,

    /// <summary>Level 1: Escape, and characters with Control, Alt or the like, are sent as CSI code ; modifiers u.</summary>
    DisambiguateEscapeCodes = 1,

    /// <summary>All that a query answers with and a push can set.</summary>
    Supported = DisambiguateEscapeCodes,
}
