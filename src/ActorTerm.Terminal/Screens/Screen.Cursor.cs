using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Screens;

/// <summary>Moving the cursor. Every move gives up a pending wrap.</summary>
public sealed partial class Screen
{
    /// <summary>CUP and HVP: 0-based, counted from the margins in origin mode.</summary>
    internal void MoveTo(int row, int column)
    {
        MoveToRow(row);
        MoveToColumn(column);
    }

    /// <summary>VPA.</summary>
    internal void MoveToRow(int row) =>
        SetRow(_modes.Origin ? Math.Clamp(_top + row, _top, _bottom) : Math.Clamp(row, 0, Rows - 1));

    /// <summary>CHA and HPA.</summary>
    internal void MoveToColumn(int column)
    {
        _column = _modes.Origin ? Math.Clamp(_left + column, _left, _right) : Math.Clamp(column, 0, RowColumns - 1);
        _pendingWrap = false;
    }

    /// <summary>HPR and HPB: as HPA, so margins are no obstacle.</summary>
    internal void MoveColumnBy(int columns) => MoveToColumn(_column - (_modes.Origin ? _left : 0) + columns);

    /// <summary>VPR and VPB: as VPA, likewise.</summary>
    internal void MoveRowBy(int rows) => MoveToRow(_row - (_modes.Origin ? _top : 0) + rows);

    /// <summary>CUU.</summary>
    internal void Up(int count) => SetRow(Math.Max(_row - count, _row >= _top ? _top : 0));

    /// <summary>CUD.</summary>
    internal void Down(int count) => SetRow(Math.Min(_row + count, _row <= _bottom ? _bottom : Rows - 1));

    /// <summary>CUF.</summary>
    internal void Forward(int count) =>
        SetColumn(Math.Min(_column + count, _column <= _right ? _right : Columns - 1));

    /// <summary>CUB, and BS as CUB 1.</summary>
    internal void Back(int count)
    {
        if (_modes.AutoWrap && _modes.Is(TerminalMode.ReverseWrap | TerminalMode.ExtendedReverseWrap)) BackAround(count);
        else SetColumn(Math.Max(_column - count, _column >= _left ? _left : 0));
    }

    /// <summary>CR.</summary>
    internal void CarriageReturn() => SetColumn(_modes.Origin || _column >= _left ? _left : 0);

    /// <summary>HT: to the next stop, at most to the right margin. A pending wrap stays.</summary>
    internal void Tab(int count)
    {
        var limit = Math.Min(_column <= _right ? _right : Columns - 1, RowColumns - 1);
        for (; count > 0 && _column < limit; count--) _column = _tabs.Next(_column, limit);
    }

    /// <summary>CBT.</summary>
    internal void BackTab(int count)
    {
        var limit = _modes.Origin ? _left : 0;
        for (; count > 0 && _column > limit; count--) _column = _tabs.Previous(_column, limit);
        _pendingWrap = false;
    }

    /// <summary>HTS.</summary>
    internal void SetTabStop() => _tabs.Set(_column);

    /// <summary>TBC 0.</summary>
    internal void ClearTabStop() => _tabs.Clear(_column);

    /// <summary>DECSC.</summary>
    internal void SaveCursor() =>
        _active.Saved = new SavedCursor(_column, _row, _pendingWrap, _pen, _charsets, _modes.Origin);

    /// <summary>DECRC: what was saved on this screen, or home in the default style.</summary>
    internal void RestoreCursor()
    {
        var saved = _active.Saved ?? new SavedCursor(0, 0, false, default, CharsetState.Initial, false);
        Modes = _modes.With(TerminalMode.Origin, saved.Origin);
        Pen = saved.Pen;
        Charsets = saved.Charsets;
        _row = Math.Min(saved.Row, Rows - 1);
        _column = Math.Min(saved.Column, RowColumns - 1);
        _pendingWrap = saved.PendingWrap && _column == saved.Column;
    }

    /// <summary>DECSTBM: 0-based, both inside; ignored unless the top is above the bottom.</summary>
    internal void SetTopBottomMargins(int top, int bottom)
    {
        bottom = Math.Min(bottom, Rows - 1);
        if (top < 0 || top >= bottom) return;
        _top = top;
        _bottom = bottom;
        UpdateScrolling();
        MoveTo(0, 0);
    }

    /// <summary>DECSLRM, likewise; only while mode ? 69 is set.</summary>
    internal void SetLeftRightMargins(int left, int right)
    {
        right = Math.Min(right, Columns - 1);
        if (left < 0 || left >= right) return;
        _left = left;
        _right = right;
        UpdateScrolling();
        MoveTo(0, 0);
    }

    internal void ResetMargins()
    {
        _top = 0;
        _bottom = Rows - 1;
        ResetSideMargins();
    }

    internal void ResetSideMargins()
    {
        _left = 0;
        _right = Columns - 1;
        UpdateScrolling();
    }

    /// <summary>
    /// As xterm: a pending wrap counts as the column after the last. Mode 45 goes back only over lines that wrapped; mode 1045 over any, and from
    /// the top of the margins to their bottom.
    /// </summary>
    private void BackAround(int count)
    {
        var anywhere = _modes.Is(TerminalMode.ExtendedReverseWrap);
        var (column, row) = (_column, _row);
        var left = column < _left ? 0 : _left;
        count = Math.Min(count, Columns * Rows);
        if (_pendingWrap) count--;
        else column--;
        while (true)
        {
            if (column < left)
            {
                if (anywhere && row == _top) row = _bottom + 1;
                row--;
                if (row < 0 || (!anywhere && !_active[row].Wrapped))
                {
                    row++;
                    column = left;
                    break;
                }

                column = _right;
            }

            if (--count <= 0) break;
            column--;
        }

        _row = row;
        SetColumn(column);
    }

    private void SetRow(int row)
    {
        _row = row;
        SetColumn(_column);
    }

    private void SetColumn(int column)
    {
        _column = _doubleLines ? Math.Min(column, RowColumns - 1) : column;
        _pendingWrap = false;
    }
}
