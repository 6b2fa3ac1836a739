using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Terminal.Rows;

/// <summary>
/// One line of a live screen: text and styles apart, each in the smallest form that holds it. Text is bytes while every cell is ASCII, and
/// becomes one int a cell with the first other character.
/// </summary>
/// <remarks>
/// Cells from <see cref="Used"/> on are empty and in the default style, whatever the planes hold there, so clearing to the end of the line
/// is one assignment. A plane is made when first needed, kept when the row is reset, and never larger than the screen is wide.
/// Callers see to it that columns are within the screen.
/// </remarks>
internal sealed partial class Row
{
    /// <summary>Cells the text plane has beyond the width, so that a writer at the end of the text may store whole vectors.</summary>
    public const int Slack = 16;

    private byte[] _ascii = [];              // cells beyond its length are empty
    private int[]? _cells;
    private bool _wide;                      // text is in _cells

    /// <summary>The epoch of the last change: the screen's, so that a viewer can tell what it has not seen.</summary>
    public long Stamp;

    /// <summary>Columns that may hold anything but empty cells in the default style.</summary>
    public int Used { get; private set; }

    /// <summary>The logical line goes on in the next row: the cursor wrapped here.</summary>
    public bool Wrapped { get; set; }

    /// <summary>DECDWL and DECDHL. Only what is shown changes, and how many columns the cursor may reach.</summary>
    public LineSize Size { get; set; }

    /// <summary>Whether every cell is ASCII or empty, hence <see cref="Ascii"/> holds the text; otherwise <see cref="Cells"/> does.</summary>
    public bool IsAscii => !_wide;

    /// <summary>The text of an ASCII row; shorter than <see cref="Used"/> when what follows is empty. 0 is an empty cell.</summary>
    public ReadOnlySpan<byte> Ascii => _ascii.AsSpan(0, Math.Min(Used, _ascii.Length));

    /// <summary>The cells of a row that is not ASCII, <see cref="Used"/> of them.</summary>
    public ReadOnlySpan<int> Cells => _cells.AsSpan(0, Used);

    /// <summary>See <see cref="Cell"/>.</summary>
    public int CellAt(int column)
    {
        if (column >= Used) return Cell.Empty;
        if (_wide) return _cells![column];
        return column < _ascii.Length ? _ascii[column] : Cell.Empty;
    }

    /// <summary>Used columns without trailing empty cells in the default style.</summary>
    public int ContentLength()
    {
        var length = Used;
        if (_wide ? length > 0 && _cells![length - 1] != Cell.Empty : length <= _ascii.Length && length > 0 && _ascii[length - 1] != Cell.Empty) return length;
        while (length > 0 && CellAt(length - 1) == Cell.Empty && StyleAt(length - 1) == 0) length--;
        return length;
    }

    /// <summary>As a row that was never written; the planes stay for the next line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reset()
    {
        Used = 0;
        _uniform = 0;
        _wide = false;
        _form = StyleForm.Uniform;
        Wrapped = false;
        Size = LineSize.Single;
    }

    private void PromoteText(int columns)
    {
        var length = Used;
        if (_cells is null || _cells.Length < columns + Slack) _cells = new int[columns + Slack];
        var ascii = Ascii;
        WidenTo(ascii, ref MemoryMarshal.GetArrayDataReference(_cells));
        _cells.AsSpan(ascii.Length, length - ascii.Length).Clear();
        _wide = true;
    }

    private void GrowAscii(int need, int columns)
    {
        var length = need <= 16 ? 16 : need <= 40 ? 40 : columns;
        var grown = new byte[Math.Max(need, Math.Min(length, columns))];
        Ascii.CopyTo(grown);
        _ascii = grown;
    }

    public void MarkClusters(GraphemeTable table)
    {
        if (!_wide) return;
        foreach (var cell in Cells)
        {
            if (Cell.IsCluster(cell)) table.Mark(cell);
        }
    }
}
