using System.Buffers;
using System.Globalization;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Views;

/// <summary>
/// A viewer that looks back: lines of history and screen at a place of its choice, which stays put however much the program writes, with
/// search. It reads the screen, so it runs where the screen lives; each frame is a full repaint.
/// </summary>
public sealed class ScrollbackView
{
    /// <summary>Rows that one call searches at most, a few milliseconds: the session has other things to do. See <see cref="SearchResult.Unfinished"/>.</summary>
    public const int RowsPerSearch = 20_000;

    private readonly List<Highlight> _highlights = [];
    private RowPainter _painter;
    private int _columns;
    private int _rows;
    private long _top;
    private Search? _search;

    /// <summary>Begins at the end: the screen itself.</summary>
    /// <param name="screen">The session's.</param>
    /// <param name="columns">Size of the viewer's terminal, 1 to 4096.</param>
    /// <param name="rows">Size of the viewer's terminal, 1 to 4096.</param>
    public ScrollbackView(Screen screen, int columns, int rows)
    {
        Resize(columns, rows);
        ScrollToEnd(screen);
    }

    /// <summary>Absolute number of the line in the top row.</summary>
    public long Top => _top;

    /// <summary>The hit that the search stands on; null before a search and after one that found nothing.</summary>
    public SearchHit? Hit => _search?.Hit;

    public void Resize(int columns, int rows)
    {
        _columns = columns;
        _rows = rows;
    }

    /// <summary>Whether the last line can be seen.</summary>
    public bool IsAtEnd(Screen screen) => _top >= LastTop(screen);

    /// <param name="screen">The session's.</param>
    /// <param name="lines">Negative is towards the past. It stops at either end.</param>
    public void Scroll(Screen screen, long lines) => ScrollTo(screen, _top + lines);

    public void ScrollToStart(Screen screen) => ScrollTo(screen, screen.FirstLine);

    public void ScrollToEnd(Screen screen) => ScrollTo(screen, LastTop(screen));

    /// <summary>Looks for a text from the edge of what is seen, or from the last hit if it is the same text, and scrolls to where it is found.</summary>
    /// <param name="screen">The session's.</param>
    /// <param name="text">As it stands; small letters also find capitals, as in less and vim with smartcase. Empty finds nothing.</param>
    /// <param name="direction">Towards the past, or towards the end.</param>
    public SearchResult Find(Screen screen, string text, SearchDirection direction)
    {
        if (text.Length == 0)
        {
            _search = null;
            return SearchResult.NotFound;
        }

        var hit = _search?.Text == text ? _search.Hit : null;
        var from = hit is { } known
            ? direction == SearchDirection.Backward ? known.FirstLine : known.LastLine
            : direction == SearchDirection.Backward ? Math.Min(_top + _rows, screen.EndLine) - 1 : Math.Max(_top, screen.FirstLine);
        _search = new Search(text, direction, from, hit);
        return FindOn(screen);
    }

    /// <summary>Goes on with a search that said <see cref="SearchResult.Unfinished"/>.</summary>
    public SearchResult FindOn(Screen screen)
    {
        if (_search is null) return SearchResult.NotFound;
        var result = _search.Run(screen, RowsPerSearch);
        if (result == SearchResult.Found) Show(screen, _search.Hit!.Value);
        return result;
    }

    /// <summary>Draws everything: the lines, the hits in them, and in the top right corner how many lines are below.</summary>
    public void Draw(Screen screen, IBufferWriter<byte> destination)
    {
        ScrollTo(screen, _top);                            // history may have lost what was seen
        var to = new AnsiWriter(destination);
        to.PrivateMode(2026, on: true);
        to.PrivateMode(25, on: false);
        _painter.Begin(ref to);
        var view = new Viewport(0, 0, _rows, _columns);
        for (var row = 0; row < _rows; row++)
        {
            if (_top + row < screen.EndLine)
                _painter.Line(ref to, screen.GetLine(_top + row), row, view, _columns, pad: false, doubles: false, HighlightsIn(screen, _top + row));
            else
                _painter.PaddingRow(ref to, row, _columns);
        }

        var below = LastTop(screen) - _top;
        _painter.Corner(ref to, string.Create(CultureInfo.InvariantCulture, $"[{below}/{LastTop(screen) - screen.FirstLine}]"), _columns);
        _painter.Finish(ref to);
        to.PrivateMode(2026, on: false);
        to.Flush();
    }

    private long LastTop(Screen screen) => Math.Max(screen.FirstLine, screen.EndLine - _rows);

    private void ScrollTo(Screen screen, long top) => _top = Math.Clamp(top, screen.FirstLine, LastTop(screen));

    /// <summary>Scrolls only when the hit is not seen, and then to the middle.</summary>
    private void Show(Screen screen, SearchHit hit)
    {
        if (hit.FirstLine < _top || hit.LastLine >= _top + _rows) ScrollTo(screen, hit.FirstLine - _rows / 2);
    }

    private ReadOnlySpan<Highlight> HighlightsIn(Screen screen, long line)
    {
        _highlights.Clear();
        if (_search is null) return [];
        foreach (var hit in LogicalLine.Around(screen, line).Find(screen, _search.Text, _search.Comparison))
            if (hit.In(line) is var (first, end)) _highlights.Add(new Highlight(first, end, hit == _search.Hit));
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_highlights);
    }
}
