using System.Buffers;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Views;

/// <summary>
/// Draws a session's screen into one viewer's terminal, frame by frame: each is what changed since the one before, or everything. The viewer's
/// terminal has a size of its own: a smaller one shows the part around the cursor, with marks at the edges beyond which there is more; a
/// larger one shows dots around it.
/// </summary>
/// <remarks>
/// A frame is made in two steps, so that drawing never holds the session up: <see cref="Take"/> copies what changed, where the screen lives;
/// <see cref="Draw"/> makes bytes of it, anywhere. They alternate. A viewer that takes no frames costs nothing.
/// Frames rely on a terminal that wraps, has no margins, inserts nothing, and has ASCII in G0 and G0 in GL: whoever owns the terminal sets
/// that up before the first frame, and ends after the last one whatever <see cref="ModeMirror"/> may have set.
/// </remarks>
public sealed class FrameWriter
{
    private RowPainter _painter;
    private ModeMirror _modes;
    private ViewerMark _mark;
    private Viewport _view;
    private Overlays _overlays = Overlays.None;
    private Overlays _drawnOverlays = Overlays.None;
    private bool _everything = true;       // the next frame draws all of it
    private bool _cleared;                 // the viewer's terminal shows what frames made of it, and nothing else
    private bool _cursorShown = true;
    private bool _askedForReleases;        // of the viewer's terminal, by the frames so far
    private CursorState _cursor;           // the session's
    private (int Row, int Column) _place;  // where the viewer's is

    /// <param name="columns">Size of the viewer's terminal, 1 to 4096.</param>
    /// <param name="rows">Size of the viewer's terminal, 1 to 4096.</param>
    public FrameWriter(int columns, int rows) => Resize(columns, rows);

    public int Columns { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The part of the session that was last taken.</summary>
    public Viewport View => _view;

    /// <summary>What is drawn over the session from the next frame on.</summary>
    public Overlays Overlays
    {
        get => _overlays;
        set
        {
            // What an overlay hid was not sent: only a repaint brings it back.
            _everything |= (_overlays.Alert is not null && value.Alert is null) || value.Icon != _overlays.Icon;
            _overlays = value;
        }
    }

    /// <summary>Whether the viewer's terminal is asked to tell releases of keys, and repeats apart from presses, from the next frame on. Default false.</summary>
    public bool AsksForReleases { get; set; }

    /// <summary>The viewer's terminal has a new size, which left anything on it.</summary>
    public void Resize(int columns, int rows)
    {
        Columns = columns;
        Rows = rows;
        Repaint();
    }

    /// <summary>The viewer's terminal was used for something else: the next frame clears it and draws everything.</summary>
    public void Repaint()
    {
        _everything = true;
        _cleared = false;
    }

    /// <summary>Copies what the next frame is to show. To be called where the screen lives; what it returns may be drawn anywhere.</summary>
    public ScreenDelta Take(Screen screen)
    {
        if (_everything) _mark = default;
        _everything = false;
        var delta = screen.TakeDelta(ref _mark);
        if (delta.IsEmpty) return delta;
        var view = _view.Follow(Columns, Rows, screen.Columns, screen.Rows, screen.Cursor.Column, screen.Cursor.Row);
        // Rows that come into view by moving it, or by scrolling under a clipped edge, are no change of the screen.
        var uncovers = view != _view || (delta.ScrolledLines > 0 && view.Top + view.Rows < screen.Rows);
        if (uncovers && !delta.Repaint)
        {
            delta.Dispose();
            _mark = default;
            delta = screen.TakeDelta(ref _mark);
        }

        _view = view;
        return delta;
    }

    /// <summary>Writes the frame: nothing at all when nothing changed. The delta stays the caller's to dispose.</summary>
    public void Draw(ScreenDelta delta, IBufferWriter<byte> destination)
    {
        var overlaysChanged = !ReferenceEquals(_overlays, _drawnOverlays);
        if (delta.IsEmpty && !overlaysChanged && AsksForReleases == _askedForReleases) return;

        var to = new AnsiWriter(destination);
        var draws = overlaysChanged || delta.Repaint || delta.ScrolledLines > 0 || delta.LineCount > 0;
        if (draws)
        {
            to.PrivateMode(2026, on: true);
            ShowCursor(ref to, show: false);
            var changesTop = DrawLines(ref to, delta);
            if (changesTop || overlaysChanged) DrawOverlays(ref to);
            _painter.Finish(ref to);
        }

        if (!delta.IsEmpty)
        {
            _modes.Write(ref to, delta.Modes, delta.IsAlternate, delta.Title);
            _cursor = delta.Cursor;
        }

        if (AsksForReleases != _askedForReleases) ModeMirror.WriteKeyboardFlags(ref to, _askedForReleases = AsksForReleases);
        PlaceCursor(ref to, anew: draws);
        if (draws) to.PrivateMode(2026, on: false);
        to.Flush();
    }

    /// <summary>True when the top row is another than before.</summary>
    private bool DrawLines(ref AnsiWriter to, ScreenDelta delta)
    {
        if (!_cleared) _painter.Clear(ref to);
        _cleared = true;
        if (delta.ScrolledLines > 0) ScrollUp(ref to, delta.ScrolledLines);

        var doubles = Columns == delta.Columns && _view.Rows == delta.Rows;
        var firstFresh = delta.Repaint ? 0 : _view.Rows - delta.ScrolledLines;
        var changesTop = delta.ScrolledLines > 0;
        var changesBottom = false;
        for (var i = 0; i < delta.LineCount; i++)
        {
            var row = delta.RowOf(i) - _view.Top;
            if (row < 0 || row >= _view.Rows) continue;
            changesTop |= row == 0;
            changesBottom |= row == _view.Rows - 1;
            if (row > 0 || _overlays.Alert is null)
                _painter.Line(ref to, delta.GetLine(i), row, _view, Columns, pad: row >= firstFresh, doubles && (row > 0 || _overlays.Icon is null));
        }

        if (delta.Repaint)
            for (var row = _view.Rows; row < Rows; row++) _painter.PaddingRow(ref to, row, Columns);
        if (changesTop && _view.Top > 0) _painter.Mark(ref to, 0, _view.Columns - 1, (byte)'^');
        if (changesBottom && _view.Top + _view.Rows < delta.Rows) _painter.Mark(ref to, _view.Rows - 1, _view.Columns - 1, (byte)'v');
        return changesTop;
    }

    /// <summary>SU, inside a region where there is padding below.</summary>
    private void ScrollUp(ref AnsiWriter to, int lines)
    {
        var hasPaddingBelow = _view.Rows < Rows;
        if (hasPaddingBelow)
        {
            to.Text("\e[1;"u8);
            to.Number(_view.Rows);
            to.Byte((byte)'r');
        }

        to.Csi(lines, (byte)'S');
        if (hasPaddingBelow) to.Text("\e[r"u8);
    }

    private void DrawOverlays(ref AnsiWriter to)
    {
        if (_overlays.Alert is { } alert) _painter.Across(ref to, alert, Columns);
        if (_overlays.Icon is { } icon) _painter.Corner(ref to, icon, Columns);
        _drawnOverlays = _overlays;
    }

    private void PlaceCursor(ref AnsiWriter to, bool anew)
    {
        var place = (Row: _cursor.Row - _view.Top, Column: _cursor.Column - _view.Left);
        var isInView = place.Row >= 0 && place.Row < _view.Rows && place.Column >= 0 && place.Column < _view.Columns;
        if (isInView && (anew || place != _place)) to.MoveTo(place.Row, place.Column);
        if (isInView) _place = place;
        ShowCursor(ref to, _cursor.Visible && isInView);
    }

    private void ShowCursor(ref AnsiWriter to, bool show)
    {
        if (show != _cursorShown) to.PrivateMode(25, show);
        _cursorShown = show;
    }
}
