using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Screens;

/// <summary>Moving lines. A line that leaves the top of the main screen, over its whole width, enters history.</summary>
public sealed partial class Screen
{
    private long _alternateTop;                    // what TopAbsoluteLine is for the main screen: lines that left the top of the alternate one

    private bool _scrollsWhole;                    // the margins are the screen's edges

    /// <summary>IND, and LF without LNM: down, scrolling at the bottom margin.</summary>
    internal void Index()
    {
        if (_row == _bottom) Unwrap(_row);
        IndexDown();
        SetColumn(_column);
    }

    /// <summary>RI: up, scrolling at the top margin.</summary>
    internal void ReverseIndex()
    {
        if (_row == _top)
        {
            if (_column >= _left && _column <= _right) ScrollDown(_top, 1);
        }
        else if (_row > 0)
        {
            _row--;
        }

        SetColumn(_column);
    }

    /// <summary>SU.</summary>
    internal void ScrollUp(int count)
    {
        Unwrap(_bottom);
        ScrollUp(_top, count, keep: true);
    }

    /// <summary>SD.</summary>
    internal void ScrollDown(int count) => ScrollDown(_top, count);

    /// <summary>IL, within the margins only.</summary>
    internal void InsertLines(int count)
    {
        if (!IsInsideMargins) return;
        ScrollDown(_row, count);
        _column = _left;
        _pendingWrap = false;
    }

    /// <summary>DL, likewise. What is deleted does not enter history.</summary>
    internal void DeleteLines(int count)
    {
        if (!IsInsideMargins) return;
        ScrollUp(_row, count, keep: false);
        _column = _left;
        _pendingWrap = false;
    }

    private bool IsInsideMargins => _row >= _top && _row <= _bottom && _column >= _left && _column <= _right;

    private void IndexDown()
    {
        if (_row == _bottom)
        {
            if (_scrollsWhole) ScrollWholeUp();
            else if (_column >= _left && _column <= _right) ScrollUp(_top, 1, keep: true);
        }
        else if (_row < Rows - 1)
        {
            _row++;
        }
    }

    /// <summary>Moves the lines from a row to the bottom margin up.</summary>
    /// <param name="keep">Lines that leave at the top of the main screen enter history.</param>
    private void ScrollUp(int top, int count, bool keep)
    {
        count = Math.Min(count, _bottom - top + 1);
        if (HasSideMargins)
        {
            MoveCellsUp(top, count);
            return;
        }

        if (top == 0 && keep)
        {
            for (; count > 0; count--) ScrollWholeUp();
            return;
        }

        Unwrap(top - 1);
        for (; count > 0; count--)
        {
            _active.Move(top, _bottom);
            Blank(_active[_bottom]);
        }

        Stamp(top, _bottom);
    }

    /// <summary>
    /// Moves the lines from the top to the bottom margin up by one; the first enters history. Those that move keep their stamps: a viewer that scrolls
    /// has them. Those below the margin stay in place and look moved to it.
    /// </summary>
    private void ScrollWholeUp()
    {
        var leaving = _active[0];
        if (IsAlternate) _alternateTop++;
        else Scrollback.Append(leaving, _clusters);
        _active.Rotate();
        Blank(leaving);
        if (_bottom == Rows - 1) return;
        _active.Move(Rows - 1, _bottom);
        Stamp(_bottom, Rows - 1);
    }

    private void Blank(Row row)
    {
        row.Reset();
        row.Stamp = _epoch;
        if (EraseId() is not 0 and var erase) row.Erase(0, Columns, erase, Columns);
    }

    /// <summary>Moves the lines from a row to the bottom margin down.</summary>
    private void ScrollDown(int top, int count)
    {
        count = Math.Min(count, _bottom - top + 1);
        if (HasSideMargins)
        {
            MoveCellsDown(top, count);
            return;
        }

        Unwrap(top - 1);
        for (; count > 0; count--)
        {
            _active.Move(_bottom, top);
            Blank(_active[top]);
        }

        Unwrap(_bottom);
        Stamp(top, _bottom);
    }

    private void MoveCellsUp(int top, int count)
    {
        var width = _right - _left + 1;
        for (var row = top; row <= _bottom - count; row++) _active[row].CopyFrom(_active[row + count], _left, _left, width, Columns);
        EraseCells(_bottom - count + 1, _bottom);
        Stamp(top, _bottom);
    }

    private void MoveCellsDown(int top, int count)
    {
        var width = _right - _left + 1;
        for (var row = _bottom; row >= top + count; row--) _active[row].CopyFrom(_active[row - count], _left, _left, width, Columns);
        EraseCells(top, top + count - 1);
        Stamp(top, _bottom);
    }

    private void EraseCells(int first, int last)
    {
        for (var row = first; row <= last; row++) _active[row].Erase(_left, _right + 1, EraseId(), Columns);
    }

    private void Stamp(int first, int last)
    {
        for (var row = first; row <= last; row++) _active[row].Stamp = _epoch;
    }

    /// <summary>What follows a row is no longer its continuation.</summary>
    private void Unwrap(int row)
    {
        if (row >= 0 && _active[row].Wrapped) Touch(row).Wrapped = false;
    }

    private void UpdateScrolling() => _scrollsWhole = _top == 0 && _bottom == Rows - 1 && !HasSideMargins;
}
