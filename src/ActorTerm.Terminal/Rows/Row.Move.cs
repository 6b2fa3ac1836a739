namespace ActorTerm.Terminal.Rows;

internal sealed partial class Row
{
    /// <summary>ICH within [column, right): what stands there moves right, what leaves is lost, the freed cells are empty.</summary>
    public void InsertEmpty(int column, int count, int right, int style, int columns)
    {
        count = Math.Min(count, right - column);
        if (count <= 0) return;
        if (column < Used)
        {
            Split(column);
            Split(right);
            var moved = Math.Min(Used, right - count) - column;
            if (moved > 0)
            {
                Split(column + moved);
                if (column + count + moved > Used) FillGap(column + count + moved, columns);
                Shift(column, column + count, moved, columns);
            }
        }

        Erase(column, column + count, style, columns);
    }

    /// <summary>DCH within [column, right): what stands right of the deleted cells moves left, the freed cells are empty.</summary>
    public void DeleteCells(int column, int count, int right, int style, int columns)
    {
        count = Math.Min(count, right - column);
        if (count <= 0) return;
        if (column < Used)
        {
            Split(column);
            Split(column + count);
            Split(right);
            var moved = Math.Max(0, Math.Min(Used, right) - (column + count));
            if (moved > 0) Shift(column + count, column, moved, columns);
            if (_wide && column + moved < Used) _cells![column + moved] = Cell.Empty;      // may be a half whose other half has moved
            Erase(column + moved, right - count, 0, columns);      // cells beyond Used moved in: empty, whatever the erase style
        }

        Erase(right - count, right, style, columns);
    }

    /// <summary>Overwrites [column, column + count) with cells of another row, or of this one.</summary>
    public void CopyFrom(Row source, int sourceColumn, int column, int count, int columns)
    {
        if (count <= 0) return;
        Span<int> cells = count <= 256 ? stackalloc int[count] : new int[count];
        Span<ushort> styles = count <= 256 ? stackalloc ushort[count] : new ushort[count];
        var ascii = true;
        for (var i = 0; i < count; i++)
        {
            cells[i] = source.CellAt(sourceColumn + i);
            styles[i] = (ushort)source.StyleAt(sourceColumn + i);
            ascii &= cells[i] < 0x80;
        }

        // Half a character is none.
        if (cells[0] == Cell.Tail) cells[0] = Cell.Empty;
        if (cells[count - 1] != Cell.Tail && source.CellAt(sourceColumn + count) == Cell.Tail) cells[count - 1] = Cell.Empty;

        if (column + count > Used) FillGap(column + count, columns);
        if (!ascii || _wide)
        {
            EnsureCells(columns);
            CutWide(column, column + count);
            cells.CopyTo(_cells.AsSpan(column));
        }
        else
        {
            if (column + count > _ascii.Length) GrowAscii(column + count, columns);
            for (var i = 0; i < count; i++) _ascii[column + i] = (byte)cells[i];
        }

        for (var i = 0; i < count;)
        {
            var run = styles[i..].IndexOfAnyExcept(styles[i]);
            if (run < 0) run = count - i;
            SetStyle(column + i, run, styles[i], columns);
            i += run;
        }
    }

    private void Shift(int from, int to, int count, int columns)
    {
        if (_wide)
        {
            EnsureCells(columns);
            _cells.AsSpan(from, count).CopyTo(_cells.AsSpan(to));
        }
        else
        {
            // What lies beyond the plane is empty, and so must be what it moves to.
            if (Math.Max(from, to) + count > _ascii.Length) GrowAscii(Math.Max(from, to) + count, columns);
            _ascii.AsSpan(from, count).CopyTo(_ascii.AsSpan(to));
        }

        if (_form == StyleForm.Uniform) return;
        ToPlane(columns);
        _styles.AsSpan(from, count).CopyTo(_styles.AsSpan(to));
    }

    /// <summary>Empties both halves of a wide character that stands across a column.</summary>
    private void Split(int column)
    {
        if (!_wide || column <= 0 || column >= Used || _cells![column] != Cell.Tail) return;
        _cells[column - 1] = Cell.Empty;
        _cells[column] = Cell.Empty;
    }
}
