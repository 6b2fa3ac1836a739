using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Screens;

/// <summary>
/// Lays the logical lines of a screen out again for another width. A logical line is a row and those it wrapped to; wide characters are not
/// cut, and lines of double characters are not wrapped.
/// </summary>
internal sealed class Reflow
{
    private readonly List<Line> _lines = [];
    private readonly int[] _lineOf;                // logical line by old row
    private readonly int[] _offsets;               // of an old row within its line, in cells
    private readonly int _oldColumns;
    private readonly int _columns;

    /// <param name="rows">How many from the top are laid out.</param>
    public Reflow(ScreenBuffer screen, int rows, int oldColumns, int columns)
    {
        _oldColumns = oldColumns;
        _columns = columns;
        _lineOf = new int[rows];
        _offsets = new int[rows];
        for (var row = 0; row < rows;)
        {
            var end = row;
            while (end < rows - 1 && screen[end].Wrapped && screen[end].Size == LineSize.Single && screen[end + 1].Size == LineSize.Single) end++;
            LayOut(screen, row, end);
            row = end + 1;
        }
    }

    /// <summary>The rows of the new width.</summary>
    public List<Row> Rows { get; } = [];

    /// <summary>
    /// Where a cell is now. A column right of the text keeps its distance from it as far as there is room; one past the end of a full row comes
    /// out as <c>columns</c>.
    /// </summary>
    public (int Row, int Column) Map(int row, int column)
    {
        if (row >= _lineOf.Length) return (Rows.Count + row - _lineOf.Length, Math.Min(column, _columns - 1));
        var line = _lines[_lineOf[row]];
        var isLast = row == _lineOf.Length - 1 || _lineOf[row + 1] != _lineOf[row];
        var offset = _offsets[row] + column;
        if (!isLast) offset = Math.Min(offset, _offsets[row + 1]);

        var part = line.Starts.Count - 1;
        while (part > 0 && line.Starts[part] > offset) part--;
        var within = offset - line.Starts[part];
        if (offset > line.Length) within = Math.Min(within, _columns - 1);
        return (line.FirstRow + part, Math.Min(within, _columns));
    }

    private void LayOut(ScreenBuffer screen, int first, int last)
    {
        var length = 0;
        for (var row = first; row <= last; row++)
        {
            _lineOf[row] = _lines.Count;
            _offsets[row] = length;
            length += screen[row].ContentLength();
        }

        var line = new Line(Rows.Count, length);
        _lines.Add(line);
        if (first == last && (length <= _columns || screen[first].Size != LineSize.Single))
        {
            screen[first].Erase(_columns, _oldColumns, 0, _oldColumns);
            line.Starts.Add(0);
            Rows.Add(screen[first]);
            return;
        }

        var taken = 0;
        do
        {
            var part = Math.Min(_columns, length - taken);
            if (taken + part < length && part > 1 && CellAt(screen, first, last, taken + part) == Cell.Tail) part--;
            line.Starts.Add(taken);
            Rows.Add(Copy(screen, first, last, taken, part));
            taken += part;
            if (taken < length) Rows[^1].Wrapped = true;
        }
        while (taken < length);

        // The last old row may itself wrap to what is below the rows laid out.
        Rows[^1].Wrapped = screen[last].Wrapped;
    }

    private int CellAt(ScreenBuffer screen, int first, int last, int offset)
    {
        var row = RowAt(first, last, offset);
        return screen[row].CellAt(offset - _offsets[row]);
    }

    private int RowAt(int first, int last, int offset)
    {
        var row = last;
        while (row > first && _offsets[row] > offset) row--;
        return row;
    }

    private Row Copy(ScreenBuffer screen, int first, int last, int offset, int count)
    {
        var copy = new Row();
        for (var done = 0; done < count;)
        {
            var row = RowAt(first, last, offset + done);
            var column = offset + done - _offsets[row];
            var here = Math.Min(count - done, screen[row].ContentLength() - column);
            copy.CopyFrom(screen[row], column, done, here, _columns);
            done += here;
        }

        return copy;
    }

    /// <param name="FirstRow">Of the new rows.</param>
    /// <param name="Length">In cells.</param>
    private sealed record Line(int FirstRow, int Length)
    {
        /// <summary>The offset within the line where each of its new rows starts.</summary>
        public List<int> Starts { get; } = [];
    }
}
