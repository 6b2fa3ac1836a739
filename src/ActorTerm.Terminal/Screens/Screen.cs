using System.Runtime.CompilerServices;
using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

/// <summary>
/// What the terminal shows, and the history above it. Reading is public; the control functions write, by the names they have in
/// ECMA-48 and DEC STD 070.
/// </summary>
/// <remarks>
/// Not safe for threads: it belongs to whoever feeds the terminal. Lines have absolute numbers, from 0 for the first the session ever had:
/// [<see cref="FirstLine"/>, <see cref="TopAbsoluteLine"/>) are in <see cref="Scrollback"/>, the next <see cref="Rows"/> on the screen.
/// The alternate screen, while shown, has the numbers of the main screen's rows.
/// </remarks>
public sealed partial class Screen
{
    private readonly StyleTable _styles;
    private readonly HyperlinkTable _links;
    private readonly GraphemeTable _clusters = new();
    private readonly TabStops _tabs = new();

    private ScreenBuffer _main;
    private ScreenBuffer? _alternate;
    private ScreenBuffer _active;

    private int _column;
    private int _row;
    private bool _pendingWrap;

    private int _top;                              // margins, 0-based, both inside
    private int _bottom;
    private int _left;
    private int _right;

    private StyleKey _pen;
    private ushort _penId;
    private bool _penChanged;                      // _penId is out of date

    private TerminalModes _modes = TerminalModes.Initial;
    private CharsetState _charsets = CharsetState.Initial;
    private int _lastGraphic = -1;                 // what REP repeats
    private bool _printed;                         // since this was last put to false: see ControlFunctions.LeaveLine
    private int _wraps;                            // of the text printed since then

    internal Screen(TerminalOptions options)
    {
        Columns = options.Columns;
        Rows = options.Rows;
        _styles = new StyleTable(SweepStyles);
        _links = new HyperlinkTable(options.MaxHyperlinks);
        Scrollback = new Scrollback(options.ScrollbackLines, options.ScrollbackBytes, _styles, _links);
        _main = _active = new ScreenBuffer(Rows);
        ResetMargins();
    }

    /// <summary>1 to 4096.</summary>
    public int Columns { get; private set; }

    /// <summary>1 to 4096.</summary>
    public int Rows { get; private set; }

    public Scrollback Scrollback { get; }

    /// <summary>The number of the line at the top of the screen. Never decreases.</summary>
    public long TopAbsoluteLine => Scrollback.EndLine;

    /// <summary>The number of the oldest line that can be read.</summary>
    public long FirstLine => Scrollback.FirstLine;

    /// <summary>One more than the number of the line at the bottom of the screen.</summary>
    public long EndLine => TopAbsoluteLine + Rows;

    public bool IsAlternate => !ReferenceEquals(_active, _main);

    public CursorState Cursor =>
        new(_column, _row, _pendingWrap, _modes.CursorVisible, _modes.CursorShape, _modes.CursorBlinks);

    /// <summary>The absolute number of the line that the cursor is in.</summary>
    public long CursorLine => TopAbsoluteLine + _row;

    public TerminalModes Modes
    {
        get => _modes;
        internal set
        {
            if (value == _modes) return;
            _modes = value;
            _modesStamp = _epoch;
            UpdatePrinting();
        }
    }

    /// <summary>A line of the screen or of history.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The line is not in [<see cref="FirstLine"/>, <see cref="EndLine"/>).</exception>
    public LineView GetLine(long absoluteLine)
    {
        if (absoluteLine < TopAbsoluteLine) return Scrollback.GetLine(absoluteLine);
        if (absoluteLine >= EndLine)
            throw new ArgumentOutOfRangeException(nameof(absoluteLine), absoluteLine, $"The screen ends before line {EndLine}.");
        return LineView.Of(_active[(int)(absoluteLine - TopAbsoluteLine)], _clusters, new StyleView(_styles.Keys, _links.Links));
    }

    internal ref StyleKey Pen
    {
        get
        {
            _penChanged = true;
            return ref _pen;
        }
    }

    internal CharsetState Charsets
    {
        get => _charsets;
        set
        {
            _charsets = value;
            UpdatePrinting();
        }
    }

    internal TabStops Tabs => _tabs;

    /// <summary>The style of the next character.</summary>
    internal StyleKey Rendition => _pen;

    /// <summary>1-based, both edges inside.</summary>
    internal (int Top, int Bottom, int Left, int Right) Margins => (_top + 1, _bottom + 1, _left + 1, _right + 1);

    /// <summary>The cursor as reports have it: 1-based, counted from the margins in origin mode.</summary>
    internal (int Row, int Column) ReportedPosition =>
        _modes.Origin ? (_row - _top + 1, _column - _left + 1) : (_row + 1, _column + 1);

    internal bool IsCursorSaved => _active.Saved is not null;

    /// <summary>Columns the cursor may reach in its row: fewer where characters are double.</summary>
    private int RowColumns => _active[_row].Size == LineSize.Single ? Columns : Math.Max(1, Columns / 2);

    private bool HasSideMargins => _left > 0 || _right < Columns - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PenId()
    {
        if (_penChanged) InternPen();
        return _penId;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void InternPen()
    {
        _penChanged = false;
        _penId = _styles.IdOf(in _pen);
    }

    /// <summary>Erased cells take the background and nothing else (back colour erase).</summary>
    private int EraseId()
    {
        if (_pen.Background == default) return 0;
        var erase = new StyleKey { Background = _pen.Background };
        return _styles.IdOf(in erase);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row Touch(int row)
    {
        var touched = _active[row];
        touched.Stamp = _epoch;
        return touched;
    }
}
