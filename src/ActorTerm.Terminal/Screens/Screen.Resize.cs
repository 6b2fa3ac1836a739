using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>
    /// Another size. The main screen is rewrapped; what no longer fits at its top enters history, and history never comes back. The alternate screen
    /// is cropped. Margins are reset.
    /// </summary>
    /// <returns>Where the lines of the main screen went.</returns>
    internal LineMap Resize(int columns, int rows)
    {
        var first = TopAbsoluteLine;
        var oldRows = Rows;
        var cursor = IsAlternate ? null : new SavedCursor(_column, _row, _pendingWrap, default, default, false);
        var saved = _main.Saved;

        var kept = ContentRows(_main, Math.Max(cursor?.Row ?? 0, saved?.Row ?? 0));
        Func<int, int, (int Row, int Column)> map = static (row, column) => (row, column);
        List<Row> laidOut;
        if (columns == Columns)
        {
            laidOut = [.. Enumerable.Range(0, kept).Select(row => _main[row])];
        }
        else
        {
            var reflow = new Reflow(_main, kept, Columns, columns);
            laidOut = reflow.Rows;
            map = reflow.Map;
        }

        var focus = cursor ?? saved;
        var focusRow = focus is null ? laidOut.Count - 1 : map(focus.Row, focus.Column).Row;
        var pushed = Math.Min(Math.Max(0, laidOut.Count - rows), focusRow);
        foreach (var row in laidOut[..pushed]) Scrollback.Append(row, _clusters);

        var main = new Row[rows];
        for (var row = 0; row < rows; row++) main[row] = pushed + row < laidOut.Count ? laidOut[pushed + row] : new Row();
        var wasAlternate = IsAlternate;
        _main = new ScreenBuffer(main) { Saved = Placed(saved) };
        if (_alternate is not null) _alternate = Cropped(_alternate);
        _active = wasAlternate ? _alternate! : _main;

        if (Placed(cursor) is { } placed) (_column, _row, _pendingWrap) = (placed.Column, placed.Row, placed.PendingWrap);
        else (_column, _row, _pendingWrap) = (Math.Min(_column, columns - 1), Math.Min(_row, rows - 1), _pendingWrap && _column < columns);

        Columns = columns;
        Rows = rows;
        ResetMargins();
        Repaint();
        return new LineMap(first, oldRows, (row, column) =>
        {
            var (newRow, newColumn) = map(row, column);
            return (newRow, Math.Min(newColumn, columns - 1));
        });

        SavedCursor? Placed(SavedCursor? old)
        {
            if (old is null) return null;
            var (row, column) = map(old.Row, old.PendingWrap ? old.Column + 1 : old.Column);
            return old with
            {
                Row = Math.Clamp(row - pushed, 0, rows - 1),
                Column = Math.Min(column, columns - 1),
                PendingWrap = column >= columns && (old.PendingWrap || columns != Columns),
            };
        }

        ScreenBuffer Cropped(ScreenBuffer old)
        {
            var cropped = new Row[rows];
            for (var row = 0; row < rows; row++)
            {
                cropped[row] = row < Rows ? old[row] : new Row();
                cropped[row].Erase(columns, Math.Max(columns, Columns), 0, Columns);
            }

            return new ScreenBuffer(cropped)
            {
                Saved = old.Saved is { } s ? s with { Column = Math.Min(s.Column, columns - 1), Row = Math.Min(s.Row, rows - 1) } : null,
            };
        }
    }

    /// <summary>Rows down to the last that has content, and to a given one.</summary>
    private static int ContentRows(ScreenBuffer buffer, int atLeast)
    {
        var last = buffer.Rows - 1;
        while (last > atLeast && buffer[last].ContentLength() == 0) last--;
        return last + 1;
    }
}
