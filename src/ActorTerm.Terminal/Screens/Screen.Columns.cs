namespace ActorTerm.Terminal.Screens;

/// <summary>Moving columns within the margins.</summary>
public sealed partial class Screen
{
    /// <summary>DECIC.</summary>
    internal void InsertColumns(int count)
    {
        if (IsInsideMargins) ShiftRight(_column, count);
    }

    /// <summary>DECDC.</summary>
    internal void DeleteColumns(int count)
    {
        if (IsInsideMargins) ShiftLeft(_column, count);
    }

    /// <summary>SL.</summary>
    internal void ScrollLeft(int count)
    {
        if (IsInsideMargins) ShiftLeft(_left, count);
    }

    /// <summary>SR.</summary>
    internal void ScrollRight(int count)
    {
        if (IsInsideMargins) ShiftRight(_left, count);
    }

    /// <summary>DECBI: left, shifting the columns at the left margin.</summary>
    internal void BackIndex()
    {
        if (_column != _left) SetColumn(Math.Max(0, _column - 1));
        else if (_row >= _top && _row <= _bottom) ShiftRight(_left, 1);
    }

    /// <summary>DECFI: right, shifting the columns at the right margin.</summary>
    internal void ForwardIndex()
    {
        if (_column != _right) SetColumn(Math.Min(Columns - 1, _column + 1));
        else if (_row >= _top && _row <= _bottom) ShiftLeft(_left, 1);
    }

    private void ShiftRight(int column, int count)
    {
        for (var row = _top; row <= _bottom; row++) Touch(row).InsertEmpty(column, count, _right + 1, EraseId(), Columns);
    }

    private void ShiftLeft(int column, int count)
    {
        for (var row = _top; row <= _bottom; row++)
        {
            Touch(row).DeleteCells(column, count, _right + 1, EraseId(), Columns);
            Unwrap(row);
        }

    }
}
