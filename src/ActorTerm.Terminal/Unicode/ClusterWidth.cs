namespace ActorTerm.Terminal.Unicode;

/// <summary>
/// How many columns a grapheme cluster takes when clusters are drawn whole (mode 2027): as many as its widest member, two for a pair of
/// regional indicators, and two when VS16 asks for the emoji form. VS15 changes the form only, never the width.
/// </summary>
public static class ClusterWidth
{
    /// <summary>The width of a cluster after one more code point has joined it.</summary>
    /// <param name="width">Columns so far, 0 to 2.</param>
    /// <param name="previous">The code point directly before, or -1 when there is none.</param>
    /// <param name="codePoint">The one that joins.</param>
    public static int Grow(int width, int previous, int codePoint)
    {
        if (codePoint == GraphemeBreak.EmojiPresentation)
            return previous >= 0 && GraphemeBreak.IsEmojiVariationBase(previous) ? 2 : width;
        if (previous >= 0
            && GraphemeBreak.ClassOf(codePoint) == GraphemeBreakClass.RegionalIndicator
            && GraphemeBreak.ClassOf(previous) == GraphemeBreakClass.RegionalIndicator)
            return 2;
        return Math.Max(width, CodePointWidth.Of(codePoint));
    }

    /// <summary>0, 1 or 2 columns for a whole cluster.</summary>
    public static int Of(ReadOnlySpan<int> cluster)
    {
        var width = 0;
        var previous = -1;
        foreach (var codePoint in cluster)
        {
            width = Grow(width, previous, codePoint);
            previous = codePoint;
        }

        return width;
    }
}
