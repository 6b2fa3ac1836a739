using System.Text;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Lines;

/// <summary>One character of a line, or one empty cell.</summary>
/// <param name="column">0-based; of the left half of a wide character.</param>
/// <param name="width">Columns it takes: 1 or 2.</param>
/// <param name="codePoints">None for a cell that was never written or was erased; two or more for a cluster.</param>
public readonly ref struct CellView(int column, int width, ReadOnlySpan<int> codePoints, Style style)
{
    public int Column { get; } = column;

    public int Width { get; } = width;

    public ReadOnlySpan<int> CodePoints { get; } = codePoints;

    public Style Style { get; } = style;

    public bool IsEmpty => CodePoints.IsEmpty;

    /// <summary>The text of the character; empty for an empty cell.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var codePoint in CodePoints) text.Append(new Rune(codePoint));
        return text.ToString();
    }
}
