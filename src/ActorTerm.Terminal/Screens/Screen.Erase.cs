using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Screens;

/// <summary>Emptying cells. They take the current background; protected ones stay where the function is selective.</summary>
public sealed partial class Screen
{
    /// <summary>ED and DECSED.</summary>
    /// <param name="which">0 from the cursor on, 1 up to the cursor, 2 all.</param>
    internal void EraseInDisplay(int which, bool selective)
    {
        switch (which)
        {
            case 0:
                EraseInLine(0, selective);
                EraseRows(_row + 1, Rows - 1, selective);
                break;
            case 1:
                EraseRows(0, _row - 1, selective);
                EraseInLine(1, selective);
                break;
            case 2:
                EraseRows(0, Rows - 1, selective);
                break;
        }

        _pendingWrap = false;
    }

    /// <summary>EL and DECSEL: <paramref name="which"/> as for <see cref="EraseInDisplay"/>.</summary>
    internal void EraseInLine(int which, bool selective)
    {
        switch (which)
        {
            case 0: EraseCells(_row, _column, Columns, selective || _isoProtection); break;
            case 1: EraseCells(_row, 0, _column + 1, selective || _isoProtection); break;
            case 2: EraseCells(_row, 0, Columns, selective || _isoProtection); break;
        }

        _pendingWrap = false;
    }

    /// <summary>ECH.</summary>
    internal void EraseCharacters(int count)
    {
        EraseCells(_row, _column, Math.Min(Columns, _column + count), _isoProtection);
        _pendingWrap = false;
    }

    /// <summary>ICH.</summary>
    internal void InsertCharacters(int count)
    {
        _pendingWrap = false;
        if (_column < _left || _column > _right) return;
        Touch(_row).InsertEmpty(_column, count, _right + 1, EraseId(), Columns);
    }

    /// <summary>DCH.</summary>
    internal void DeleteCharacters(int count)
    {
        _pendingWrap = false;
        if (_column < _left || _column > _right) return;
        Touch(_row).DeleteCells(_column, count, _right + 1, EraseId(), Columns);
        Unwrap(_row);
    }

    /// <summary>Forgets the lines above the screen. Numbers go on.</summary>
    internal void ClearHistory() => Scrollback.Clear();

    private void EraseRows(int first, int last, bool selective)
    {
        for (var row = first; row <= last; row++)
        {
            EraseCells(row, 0, Columns, selective || _isoProtection);
            _active[row].Size = LineSize.Single;           // VT510, ED; nothing else that erases changes line attributes
        }
    }

    private void EraseCells(int index, int from, int to, bool selective)
    {
        var row = Touch(index);
        if (selective && _styles.AnyProtected)
        {
            EraseUnprotected(row, from, to);
            return;
        }

        row.Erase(from, to, EraseId(), Columns);
        if (to < Columns) return;
        row.Wrapped = false;
        if (from > 0) return;
        Unwrap(index - 1);
    }

    private void EraseUnprotected(Row row, int from, int to)
    {
        var erase = EraseId();
        for (var column = from; column < to; column++)
        {
            if (!_styles[row.StyleAt(column)].IsProtected) row.Erase(column, column + 1, erase, Columns);
        }
    }
}
