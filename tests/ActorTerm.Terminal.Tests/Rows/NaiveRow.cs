using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Tests.Rows;

/// <summary>A row as one would first write it: an array of cells. What <see cref="Row"/> does must come out the same.</summary>
internal sealed class NaiveRow(int columns)
{
    private (int Cell, int Style)[] _cells = new (int, int)[columns];

    public IReadOnlyList<(int Cell, int Style)> Cells => _cells;

    public void Write(int column, int cell, int width, int style)
    {
        Cut(column, column + width);
        _cells[column] = (cell, style);
        if (width == 2) _cells[column + 1] = (Cell.Tail, style);
    }

    public void Erase(int from, int to, int style)
    {
        if (from >= to) return;
        Cut(from, to);
        for (var i = from; i < to; i++) _cells[i] = (Cell.Empty, style);
    }

    public void Restyle(int from, int count, int style)
    {
        for (var i = from; i < from + count; i++) _cells[i].Style = style;
    }

    public void Insert(int column, int count, int right, int style)
    {
        count = Math.Min(count, right - column);
        if (count <= 0) return;
        Split(column);
        Split(right);
        Split(right - count);
        for (var i = right - 1; i >= column + count; i--) _cells[i] = _cells[i - count];
        for (var i = column; i < column + count; i++) _cells[i] = (Cell.Empty, style);
    }

    public void Delete(int column, int count, int right, int style)
    {
        count = Math.Min(count, right - column);
        if (count <= 0) return;
        Split(column);
        Split(column + count);
        Split(right);
        for (var i = column; i < right - count; i++) _cells[i] = _cells[i + count];
        for (var i = right - count; i < right; i++) _cells[i] = (Cell.Empty, style);
    }

    public void CopyFrom(NaiveRow source, int from, int to, int count)
    {
        var copied = source._cells[from..(from + count)];
        if (count == 0) return;
        if (copied[0].Cell == Cell.Tail) copied[0].Cell = Cell.Empty;
        if (from + count < columns && source._cells[from + count].Cell == Cell.Tail) copied[^1].Cell = Cell.Empty;
        Cut(to, to + count);
        copied.CopyTo(_cells, to);
    }

    public void Reset() => _cells = new (int, int)[columns];

    private void Cut(int from, int to)
    {
        if (_cells[from].Cell == Cell.Tail) _cells[from - 1].Cell = Cell.Empty;
        if (to < columns && _cells[to].Cell == Cell.Tail) _cells[to].Cell = Cell.Empty;
    }

    private void Split(int column)
    {
        if (column <= 0 || column >= columns || _cells[column].Cell != Cell.Tail) return;
        _cells[column - 1].Cell = Cell.Empty;
        _cells[column].Cell = Cell.Empty;
    }
}
