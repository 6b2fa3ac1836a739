namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    private long _epoch = 1;                       // what changes are stamped with; a snapshot begins the next
    private int _generation = 1;                   // another one: viewers must draw everything
    private long _modesStamp;
    private long _titleStamp;
    private string _title = "";

    /// <summary>
    /// What changed since a viewer's last delta, and moves its mark. While the program is drawing (mode ? 2026) nothing is handed out and the mark
    /// stays. The delta belongs to the caller, who disposes it.
    /// </summary>
    public ScreenDelta TakeDelta(ref ViewerMark mark)
    {
        if (_modes.SynchronizedOutput && mark.Generation != 0) return Nothing();

        var top = IsAlternate ? _alternateTop : TopAbsoluteLine;
        var scrolled = top - mark.TopAbsoluteLine;
        var repaint = mark.Generation != _generation || scrolled < 0 || scrolled >= Rows;
        var seen = repaint ? 0 : mark.Seen;
        var delta = new ScreenDelta
        {
            Repaint = repaint,
            Columns = Columns,
            Rows = Rows,
            TopAbsoluteLine = TopAbsoluteLine,
            ScrolledLines = repaint ? 0 : (int)scrolled,
            Cursor = Cursor,
            Modes = _modes,
            IsAlternate = IsAlternate,
            Title = repaint || _titleStamp > seen ? _title : null,
            IsEmpty = !repaint && scrolled == 0 && Cursor == mark.Cursor && _modesStamp <= seen && _titleStamp <= seen && !IsChangedSince(seen),
        };
        for (var row = 0; row < Rows; row++)
        {
            if (repaint || _active[row].Stamp > seen) delta.Add(row, _active[row], _clusters, _styles, _links);
        }

        mark = new ViewerMark { Seen = _epoch++, TopAbsoluteLine = top, Generation = _generation, Cursor = Cursor };
        return delta;
    }

    /// <summary>The title a delta hands out.</summary>
    internal void SetTitle(string title)
    {
        _title = title;
        _titleStamp = _epoch;
    }

    private bool IsChangedSince(long seen)
    {
        for (var row = 0; row < Rows; row++)
        {
            if (_active[row].Stamp > seen) return true;
        }

        return false;
    }

    private ScreenDelta Nothing() =>
        new() { IsEmpty = true, Columns = Columns, Rows = Rows, TopAbsoluteLine = TopAbsoluteLine, Cursor = Cursor, Modes = _modes, IsAlternate = IsAlternate };

    private void Repaint() => _generation++;
}
