using System.Runtime.InteropServices;
using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Lines;

/// <summary>
/// One line of the screen or of history, read in place: valid until the terminal is fed again. Columns from <see cref="Columns"/> on are empty
/// and in the default style.
/// </summary>
public readonly ref partial struct LineView
{
    private readonly ReadOnlySpan<byte> _ascii;              // the text is in one of these three; _ascii may be shorter than Columns
    private readonly ReadOnlySpan<ushort> _units;
    private readonly ReadOnlySpan<int> _cells;
    private readonly ReadOnlySpan<byte> _inlineClusters;     // of _units
    private readonly GraphemeTable? _clusters;               // of _cells
    private readonly ReadOnlySpan<ushort> _styleIds;         // the styles are in one of these three, or all of them in _uniform
    private readonly ReadOnlySpan<uint> _starts;
    private readonly ReadOnlySpan<byte> _runs;
    private readonly StyleView _styles;
    private readonly ushort _uniform;
    private readonly Text _text;

    private enum Text : byte
    {
        Ascii,
        Units,
        Cells,
    }

    private LineView(Row row, GraphemeTable clusters, StyleView styles)
    {
        Columns = row.Used;
        Wrapped = row.Wrapped;
        Size = row.Size;
        _styles = styles;
        _clusters = clusters;
        _text = row.IsAscii ? Text.Ascii : Text.Cells;
        if (row.IsAscii) _ascii = row.Ascii;
        else _cells = row.Cells;
        _uniform = row.UniformStyle;
        _starts = row.Runs;
        _styleIds = row.StyleIds;
    }

    private LineView(ReadOnlySpan<byte> record, StyleView styles)
    {
        var flags = (LineRecord.Flags)record[0];
        var at = 1;
        Columns = LineRecord.ReadVarint(record, ref at);
        Wrapped = flags.HasFlag(LineRecord.Flags.Wrapped);
        Size = (LineSize)((int)flags >> LineRecord.SizeShift);
        _styles = styles;
        if (flags.HasFlag(LineRecord.Flags.Utf16))
        {
            _text = Text.Units;
            _units = MemoryMarshal.Cast<byte, ushort>(record.Slice(at, 2 * Columns));
            at += 2 * Columns;
            if (flags.HasFlag(LineRecord.Flags.HasClusters))
            {
                var length = LineRecord.ReadVarint(record, ref at);
                _inlineClusters = record.Slice(at, length);
                at += length;
            }
        }
        else
        {
            _ascii = record.Slice(at, Columns);
            at += Columns;
        }

        _runs = record[at..];
    }

    /// <summary>The cursor wrapped at the end of this line: the next one continues it.</summary>
    public bool Wrapped { get; }

    /// <summary>Cells from the left that may hold text or a style, 0 to the width of the screen at the time.</summary>
    public int Columns { get; }

    /// <summary>DECDWL, DECDHL.</summary>
    public LineSize Size { get; }

    internal static LineView Of(Row row, GraphemeTable clusters, StyleView styles) => new(row, clusters, styles);

    internal static LineView Of(ReadOnlySpan<byte> record, StyleView styles) => new(record, styles);

    /// <summary>Runs of cells that look alike, from the left, <see cref="Columns"/> cells in all.</summary>
    public StyleRunEnumerator StyleRuns => new(StyleIds, _styles);

    internal StyleIdRunEnumerator StyleIds => new(_styleIds, _starts, _runs, _uniform, Columns);

    /// <summary>The cells that start a character, from the left, empty ones among them.</summary>
    public CellEnumerator Cells => new(this);

    /// <summary>The style of a cell; the default one from <see cref="Columns"/> on.</summary>
    /// <param name="column">0-based.</param>
    public Style StyleAt(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        foreach (var run in StyleRuns)
        {
            if (column < run.Columns) return run.Style;
            column -= run.Columns;
        }

        return default;
    }
}
