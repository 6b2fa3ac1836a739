namespace ActorTerm.Terminal.Unicode;

/// <summary>The values of the property Grapheme_Cluster_Break, UAX 29 table 2.</summary>
public enum GraphemeBreakClass : byte
{
    Other,
    CarriageReturn,
    LineFeed,
    Control,
    Extend,
    ZeroWidthJoiner,
    RegionalIndicator,
    Prepend,
    SpacingMark,
    HangulLeading,
    HangulVowel,
    HangulTrailing,
    HangulLeadingVowel,
    HangulLeadingVowelTrailing,
}
