using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Views;

/// <summary>Columns drawn in another style than the session's, as the hits of a search are.</summary>
/// <param name="First">First column, 0-based.</param>
/// <param name="End">One more than the last.</param>
/// <param name="IsCurrent">Whether it is the hit that the search stands on.</param>
internal readonly record struct Highlight(int First, int End, bool IsCurrent)
{
    /// <summary>Black on yellow, and on a brighter one for the current hit, whatever the text's own colours.</summary>
    private static readonly Style Hit = new() { Foreground = CellColor.Palette(0), Background = CellColor.Palette(3) };

    private static readonly Style CurrentHit = new() { Foreground = CellColor.Palette(0), Background = CellColor.Palette(11) };

    /// <summary>The style of a cell under the highlights.</summary>
    public static Style Apply(ReadOnlySpan<Highlight> highlights, int column, in Style style)
    {
        foreach (var highlight in highlights)
            if (column >= highlight.First && column < highlight.End) return highlight.IsCurrent ? CurrentHit : Hit;
        return style;
    }
}
