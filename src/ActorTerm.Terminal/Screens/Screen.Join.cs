using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Screens;

/// <summary>Characters that share a cell with the one before them.</summary>
public sealed partial class Screen
{
    private GraphemeSegmenter _segmenter;          // what stands before the cursor, as far as it was printed there; mode 2027 only
    private int _segmentColumn = -1;               // where the cursor was after that
    private int _segmentRow;
    private int _segmentLast = -1;                 // its last code point

    private int NextColumn => _pendingWrap ? _column + 1 : _column;

    /// <summary>Adds a character without width of its own to the cell before the cursor; dropped at the left edge.</summary>
    private void Join(int codePoint)
    {
        var column = CellBefore();
        if (column < 0) return;
        var row = Touch(_row);
        var joined = JoinCell(row.CellAt(column), codePoint);
        if (column < row.Used) row.ReplaceCell(column, joined, Columns);
        else row.WriteCell(column, joined, 1, 0, Columns);
    }

    private int CellBefore()
    {
        var column = NextColumn - 1;
        return column > 0 && _active[_row].CellAt(column) == Cell.Tail ? column - 1 : column;
    }

    private int JoinCell(int cell, int codePoint)
    {
        if (_clusters.IsFull) SweepClusters();
        return _clusters.Join(cell == Cell.Empty ? Cell.Space : cell, codePoint);
    }

    /// <summary>Mode 2027: a cluster is one cell, as wide as its widest member.</summary>
    private void PrintCluster(int codePoint, int width)
    {
        if (_segmentColumn != NextColumn || _segmentRow != _row)
        {
            _segmenter = default;
            _segmentLast = -1;
        }

        var begins = _segmenter.Begins(codePoint);
        if (!begins) JoinCluster(codePoint);
        else if (width == 0) Join(codePoint);
        else PrintCell(codePoint, width);
        Segmented(codePoint);
    }

    private void Segmented(int last)
    {
        _segmentColumn = NextColumn;
        _segmentRow = _row;
        _segmentLast = last;
    }

    private void JoinCluster(int codePoint)
    {
        var column = CellBefore();
        if (column < 0) return;
        var row = Touch(_row);
        var width = NextColumn - column;
        var joined = JoinCell(row.CellAt(column), codePoint);
        if (width != 1 || ClusterWidth.Grow(width, _segmentLast, codePoint) == 1)
        {
            row.ReplaceCell(column, joined, Columns);
            return;
        }

        // It became wide.
        var limit = PrintLimit();
        var style = row.StyleAt(column);
        if (column + 1 < limit)
        {
            if (_modes.Insert) row.InsertEmpty(column + 1, 1, limit, 0, Columns);
        }
        else if (_modes.AutoWrap && limit - _left >= 2)
        {
            row.Erase(column, column + 1, 0, Columns);
            Wrap();
            row = Touch(_row);
            column = _column;
            limit = PrintLimit();
            if (_modes.Insert) row.InsertEmpty(column, 2, limit, 0, Columns);
        }
        else
        {
            row.ReplaceCell(column, joined, Columns);
            return;
        }

        row.WriteCell(column, joined, 2, style, Columns);
        _column = column;
        _pendingWrap = false;
        Advance(2, limit);
    }

    /// <summary>Numbers of clusters that no row shows any more are free again.</summary>
    private void SweepClusters()
    {
        _clusters.BeginSweep();
        for (var row = 0; row < Rows; row++)
        {
            _main[row].MarkClusters(_clusters);
            _alternate?[row].MarkClusters(_clusters);
        }

        _clusters.EndSweep();
    }
}
