namespace ActorTerm.Terminal.Views;

/// <summary>The part of a session's screen that a viewer shows: all of it, or as much around the cursor as fits.</summary>
/// <param name="Top">First row shown, 0-based.</param>
/// <param name="Left">First column shown, 0-based.</param>
/// <param name="Rows">Rows of the session that are shown.</param>
/// <param name="Columns">Columns of the session that are shown.</param>
public readonly record struct Viewport(int Top, int Left, int Rows, int Columns)
{
    /// <summary>
    /// The part to show now. It stays where it was as long as the cursor is in it, and moves as little as brings the cursor in; a new one
    /// shows the top left.
    /// </summary>
    /// <param name="viewerColumns">Size of the viewer's terminal.</param>
    /// <param name="viewerRows">Size of the viewer's terminal.</param>
    /// <param name="columns">Size of the session.</param>
    /// <param name="rows">Size of the session.</param>
    /// <param name="cursorColumn">0-based.</param>
    /// <param name="cursorRow">0-based.</param>
    public Viewport Follow(int viewerColumns, int viewerRows, int columns, int rows, int cursorColumn, int cursorRow) => new(
        Follow(Top, viewerRows, rows, cursorRow),
        Follow(Left, viewerColumns, columns, cursorColumn),
        Math.Min(viewerRows, rows),
        Math.Min(viewerColumns, columns));

    private static int Follow(int first, int room, int length, int cursor)
    {
        if (room >= length) return 0;
        // The outermost cells may carry a marker, so the cursor keeps off them where there is more beyond.
        var margin = room >= 3 ? 1 : 0;
        var highest = cursor <= 0 ? 0 : cursor - margin;
        var lowest = cursor >= length - 1 ? length - room : cursor - room + 1 + margin;
        return Math.Clamp(Math.Clamp(first, lowest, Math.Max(lowest, highest)), 0, length - room);
    }
}
