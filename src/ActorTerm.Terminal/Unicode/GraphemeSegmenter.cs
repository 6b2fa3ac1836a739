namespace ActorTerm.Terminal.Unicode;

/// <summary>
/// Finds where extended grapheme clusters begin, one code point after the other: UAX 29, rules GB1 to GB999.
/// A value of its own, so a screen can save it, copy it, and start over with <c>default</c> wherever text is not adjacent.
/// </summary>
public struct GraphemeSegmenter
{
    private GraphemeBreakClass _previous;
    private bool _started;
    private bool _flagIsOpen;              // an odd number of regional indicators stands directly before
    private Emoji _emoji;

    /// <summary>What GB11 has seen: a pictographic character, extenders, and then a joiner.</summary>
    private enum Emoji : byte
    {
        None,
        Pictographic,
        Joined,
    }

    /// <summary>Takes the next code point; true when a cluster begins with it, false when it belongs to the cluster before it.</summary>
    /// <param name="codePoint">U+0000 to U+10FFFF.</param>
    public bool Begins(int codePoint)
    {
        var entry = UnicodeTable.Entry(codePoint);
        var next = (GraphemeBreakClass)((entry & UnicodeTable.ClassMask) >> UnicodeTable.ClassShift);
        var pictographic = (entry & UnicodeTable.Pictographic) != 0;
        var begins = !_started || Breaks(_previous, next, pictographic);

        _emoji = pictographic ? Emoji.Pictographic
            : _emoji == Emoji.Pictographic && next == GraphemeBreakClass.Extend ? Emoji.Pictographic
            : _emoji == Emoji.Pictographic && next == GraphemeBreakClass.ZeroWidthJoiner ? Emoji.Joined
            : Emoji.None;
        _flagIsOpen = next == GraphemeBreakClass.RegionalIndicator && (begins || !_flagIsOpen);
        _previous = next;
        _started = true;
        return begins;
    }

    private readonly bool Breaks(GraphemeBreakClass before, GraphemeBreakClass after, bool pictographic)
    {
        if (before == GraphemeBreakClass.CarriageReturn && after == GraphemeBreakClass.LineFeed) return false;      // GB3
        if (IsControl(before) || IsControl(after)) return true;                                                     // GB4, GB5
        if (after is GraphemeBreakClass.Extend or GraphemeBreakClass.ZeroWidthJoiner or GraphemeBreakClass.SpacingMark) return false; // GB9, GB9a
        if (before == GraphemeBreakClass.Prepend) return false;                                                     // GB9b
        if (pictographic) return _emoji != Emoji.Joined;                                                            // GB11
        return (before, after) switch
        {
            (GraphemeBreakClass.HangulLeading, GraphemeBreakClass.HangulLeading or GraphemeBreakClass.HangulVowel
                or GraphemeBreakClass.HangulLeadingVowel or GraphemeBreakClass.HangulLeadingVowelTrailing) => false, // GB6
            (GraphemeBreakClass.HangulLeadingVowel or GraphemeBreakClass.HangulVowel,
                GraphemeBreakClass.HangulVowel or GraphemeBreakClass.HangulTrailing) => false,                      // GB7
            (GraphemeBreakClass.HangulLeadingVowelTrailing or GraphemeBreakClass.HangulTrailing,
                GraphemeBreakClass.HangulTrailing) => false,                                                        // GB8
            (GraphemeBreakClass.RegionalIndicator, GraphemeBreakClass.RegionalIndicator) => !_flagIsOpen,           // GB12, GB13
            _ => true,                                                                                              // GB999
        };
    }

    private static bool IsControl(GraphemeBreakClass value) =>
        value is GraphemeBreakClass.CarriageReturn or GraphemeBreakClass.LineFeed or GraphemeBreakClass.Control;
}
