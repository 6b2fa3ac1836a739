using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Views;

/// <summary>Draws rows into a viewer's terminal, and remembers how it left the terminal's pen.</summary>
internal struct RowPainter
{
    private static readonly Style Marker = new() { Flags = StyleFlags.Faint | StyleFlags.Inverse };

    private static readonly Style Message = new() { Flags = StyleFlags.Bold | StyleFlags.Inverse };

    private static readonly Style Padding = new() { Flags = StyleFlags.Faint };

    private StyleWriter _style;
    private bool _clustersWhole;           // mode 2027 of the viewer's terminal
    private bool _doubleLines;             // a double-width line was drawn since the last repaint

    /// <summary>The terminal's pen may be anything: makes it plain.</summary>
    public void Begin(ref AnsiWriter to)
    {
        to.Text("\e[m"u8);
        _style = default;
    }

    /// <summary>Clears the terminal, whose lines are of single width then.</summary>
    public void Clear(ref AnsiWriter to)
    {
        Begin(ref to);
        to.Text("\e[2J"u8);
        _doubleLines = false;
    }

    /// <summary>Leaves the pen as text that is not ours expects it.</summary>
    public void Finish(ref AnsiWriter to)
    {
        _style.Reset(ref to);
        SetClusters(ref to, whole: false);
    }

    /// <summary>Draws one line in one row. The cursor is left anywhere.</summary>
    /// <param name="to">The frame.</param>
    /// <param name="line">The line of the session.</param>
    /// <param name="row">Row of the viewer, 0-based.</param>
    /// <param name="view">The part of the session that is shown.</param>
    /// <param name="viewerColumns">Columns of the viewer; those beyond the session's are padding.</param>
    /// <param name="pad">Whether to draw the padding too: it stays where it was otherwise.</param>
    /// <param name="doubles">Whether lines may be of double width and height: where the viewer sees all of the session. Others see such a line single.</param>
    /// <param name="highlights">Columns of the session to draw in another style, ascending and apart.</param>
    public void Line(
        ref AnsiWriter to, LineView line, int row, Viewport view, int viewerColumns, bool pad, bool doubles, ReadOnlySpan<Highlight> highlights = default)
    {
        to.MoveTo(row, 0);
        var size = doubles ? line.Size : LineSize.Single;
        if (_doubleLines && size == LineSize.Single) to.Text("\e#5"u8);
        var columns = size == LineSize.Single ? view.Columns : Math.Max(1, view.Columns / 2);
        var isPadded = viewerColumns > view.Columns;
        var blanks = 0;                                    // seen and not yet written
        var at = 0;                                        // where the terminal's cursor is, -1 when that depends on the terminal
        var next = 0;                                      // the first column nothing was seen for
        var beyondLeft = false;
        var beyondRight = false;
        foreach (var cell in line.Cells)
        {
            var style = Highlight.Apply(highlights, cell.Column, cell.Style);
            var blank = (cell.IsEmpty || cell.CodePoints is [' ']) && StyleWriter.IsBlank(style);
            var first = cell.Column - view.Left;
            var end = first + cell.Width;
            if (end <= 0)
            {
                beyondLeft |= !blank;
                continue;
            }

            if (first >= columns)
            {
                beyondRight |= !blank;
                if (beyondRight) break;
                continue;
            }

            var isCut = first < 0 || end > columns;
            first = Math.Max(first, 0);
            end = Math.Min(end, columns);
            next = end;
            if (blank)
            {
                blanks += end - first;
                continue;
            }

            if (blanks > 0) Blank(ref to, ref at, first, ref blanks);
            _style.Change(ref to, style);
            if (isCut || cell.IsEmpty)
            {
                At(ref to, ref at, first);
                to.Spaces(end - first);
                at = end;
            }
            else
            {
                Character(ref to, ref at, first, end, cell);
            }
        }

        blanks += columns - next;
        if (blanks > 0) EraseTail(ref to, ref at, columns, blanks, isPadded);
        if (size != LineSize.Single) SetDouble(ref to, size);
        if (isPadded && pad) Pad(ref to, row, view.Columns, viewerColumns - view.Columns);
        if (beyondLeft) Mark(ref to, row, 0, (byte)'<');
        if (beyondRight) Mark(ref to, row, columns - 1, (byte)'>');
    }

    /// <summary>A row below the session's last.</summary>
    public void PaddingRow(ref AnsiWriter to, int row, int viewerColumns)
    {
        if (_doubleLines)
        {
            to.MoveTo(row, 0);
            to.Text("\e#5"u8);
        }

        Pad(ref to, row, 0, viewerColumns);
    }

    /// <summary>One character in a corner or at an edge, over what is there.</summary>
    public void Mark(ref AnsiWriter to, int row, int column, byte character)
    {
        to.MoveTo(row, column);
        _style.Change(ref to, Marker);
        to.Byte(character);
    }

    /// <summary>A message across the top row.</summary>
    public void Across(ref AnsiWriter to, string text, int columns)
    {
        to.MoveTo(0, 0);
        if (_doubleLines) to.Text("\e#5"u8);
        _style.Change(ref to, Message);
        to.Spaces(columns - PrintableText.Write(ref to, text, columns));
    }

    /// <summary>A few characters at the right end of the top row.</summary>
    public void Corner(ref AnsiWriter to, string text, int columns)
    {
        var width = Math.Min(PrintableText.Width(text), columns);
        to.MoveTo(0, columns - width);
        _style.Change(ref to, Message);
        to.Spaces(width - PrintableText.Write(ref to, text, width));
    }

    private void Pad(ref AnsiWriter to, int row, int column, int count)
    {
        to.MoveTo(row, column);
        _style.Change(ref to, Padding);
        for (var i = 0; i < count; i++) to.Byte((byte)'.');
    }

    /// <summary>DECDWL and DECDHL, of the row that the cursor is in. Said last, since erasing a line makes it single.</summary>
    private void SetDouble(ref AnsiWriter to, LineSize size)
    {
        to.Text(size switch
        {
            LineSize.DoubleHeightTop => "\e#3"u8,
            LineSize.DoubleHeightBottom => "\e#4"u8,
            _ => "\e#6"u8,
        });
        _doubleLines = true;
    }

    private void Character(ref AnsiWriter to, ref int at, int first, int end, CellView cell)
    {
        var codePoints = cell.CodePoints;
        if (codePoints.Length == 1 && codePoints[0] < 0x300)
        {
            At(ref to, ref at, first);
            to.Character(codePoints[0]);
            at = end;
            return;
        }

        if (MustBeWhole(codePoints, cell.Width)) codePoints = Fitting(cell);
        SetClusters(ref to, MustBeWhole(codePoints, cell.Width));
        At(ref to, ref at, first);
        foreach (var codePoint in codePoints) to.Character(codePoint);
        if (codePoints.IsEmpty) to.Spaces(cell.Width);
        // How far this moved the cursor depends on the viewer's terminal and its Unicode version: the next character says its place.
        at = codePoints.Length == 1 && codePoints[0] < 0x1f000 ? end : -1;
    }

    /// <summary>
    /// Whether the viewer's terminal joins the cell's characters only with mode 2027, or gives them the cell's width only with it.
    /// </summary>
    private static bool MustBeWhole(ReadOnlySpan<int> codePoints, int width)
    {
        if (codePoints.Length < 2) return false;
        foreach (var codePoint in codePoints[1..])
            if (CodePointWidth.Of(codePoint) > 0) return true;
        return CodePointWidth.Of(codePoints[0]) != width;
    }

    /// <summary>As much of a cluster as its cell has room for: all of it, except where the session's edge kept a cluster from growing.</summary>
    private static ReadOnlySpan<int> Fitting(CellView cell)
    {
        var (width, previous) = (0, -1);
        for (var i = 0; i < cell.CodePoints.Length; i++)
        {
            width = ClusterWidth.Grow(width, previous, cell.CodePoints[i]);
            if (width > cell.Width) return cell.CodePoints[..i];
            previous = cell.CodePoints[i];
        }

        return cell.CodePoints;
    }

    private void SetClusters(ref AnsiWriter to, bool whole)
    {
        if (whole == _clustersWhole) return;
        to.PrivateMode(2027, whole);
        _clustersWhole = whole;
    }

    private static void At(ref AnsiWriter to, ref int at, int column)
    {
        if (at == column) return;
        to.Csi(column + 1, (byte)'G');
        at = column;
    }

    private void Blank(ref AnsiWriter to, ref int at, int end, ref int blanks)
    {
        At(ref to, ref at, end - blanks);
        _style.Reset(ref to);
        to.Spaces(blanks);
        at = end;
        blanks = 0;
    }

    private void EraseTail(ref AnsiWriter to, ref int at, int columns, int blanks, bool isPadded)
    {
        At(ref to, ref at, columns - blanks);
        _style.Reset(ref to);
        if (!isPadded && blanks > 3) to.Text("\e[K"u8);
        else if (blanks > 6) to.Csi(blanks, (byte)'X');
        else to.Spaces(blanks);
    }
}
