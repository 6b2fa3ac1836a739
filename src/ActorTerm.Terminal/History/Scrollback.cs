using System.Buffers;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.History;

/// <summary>
/// The lines that left the top of the main screen, oldest first. Lines never change here and keep their absolute numbers for the session's
/// life; at either bound the oldest go.
/// </summary>
public sealed class Scrollback
{
    private const int FirstPage = 512;
    private const int PageSize = 8 * 1024;

    private readonly StyleTable _styles;
    private readonly HyperlinkTable _links;
    private HistoryPage[] _pages = new HistoryPage[2];       // a ring; a power of two
    private int _oldest;
    private int _count;
    private int _bytes;
    private long _floor;                                     // lines below are gone, whatever MaxLines says
    private int _hint;                                       // the page last read, counted from the oldest

    internal Scrollback(int maxLines, int maxBytes, StyleTable styles, HyperlinkTable links)
    {
        MaxLines = maxLines;
        MaxBytes = maxBytes;
        _styles = styles;
        _links = links;
    }

    /// <summary>Lines kept at most; 0 keeps none.</summary>
    public int MaxLines { get; }

    /// <summary>Memory for lines, in bytes; exceeded by one page of 8 KiB, or by one line larger than that.</summary>
    public int MaxBytes { get; }

    /// <summary>The absolute number of the oldest line kept; equal to <see cref="EndLine"/> when there is none.</summary>
    public long FirstLine => Math.Max(_floor, EndLine - MaxLines);

    /// <summary>One more than the number of the newest line: the number of the line at the top of the main screen.</summary>
    public long EndLine { get; private set; }

    /// <summary>Memory in use for lines, in bytes.</summary>
    public int Bytes => _bytes;

    /// <exception cref="ArgumentOutOfRangeException">The line is not in [<see cref="FirstLine"/>, <see cref="EndLine"/>).</exception>
    public LineView GetLine(long absoluteLine)
    {
        if (absoluteLine < FirstLine || absoluteLine >= EndLine)
            throw new ArgumentOutOfRangeException(nameof(absoluteLine), absoluteLine, $"History holds the lines from {FirstLine} to before {EndLine}.");
        return LineView.Of(Find(absoluteLine), new StyleView(_styles.Keys, _links.Links));
    }

    internal void Append(Row row, GraphemeTable clusters)
    {
        if (MaxLines == 0)
        {
            Skip(1);
            return;
        }

        var written = 0;
        if (_count > 0)
        {
            var page = Page(_count - 1);
            written = LineRecord.Write(row, clusters, page.Free, default(OwnNumbers));
            if (written > 0) page.Commit(written);
        }

        if (written == 0) AppendThroughScratch(row, clusters);
        EndLine++;
    }

    /// <summary>The exact length decides whether the page still has room, and how large a page for one long line must be.</summary>
    private void AppendThroughScratch(Row row, GraphemeTable clusters)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(LineRecord.MaxLength(row));
        var record = scratch.AsSpan(0, LineRecord.Write(row, clusters, scratch, default(OwnNumbers)));
        var page = PageFor(record.Length);
        record.CopyTo(page.Free);
        page.Commit(record.Length);
        ArrayPool<byte>.Shared.Return(scratch);
    }

    /// <summary>Counts lines that are not kept, so that numbers go on.</summary>
    internal void Skip(int lines)
    {
        DropPages();
        EndLine += lines;
        _floor = EndLine;
    }

    /// <summary>Forgets all lines. Numbers go on.</summary>
    internal void Clear() => Skip(0);

    internal void MarkStyles()
    {
        for (var line = FirstLine; line < EndLine; line++)
        {
            foreach (var run in LineView.Of(Find(line), new StyleView(_styles.Keys, _links.Links)).StyleIds) _styles.Mark(run.Id);
        }
    }

    private HistoryPage Page(int index) => _pages[_oldest + index & _pages.Length - 1];

    private HistoryPage PageFor(int length)
    {
        if (_count > 0)
        {
            var newest = Page(_count - 1);
            if (newest.Room >= length) return newest;
            var grown = newest.Capacity;
            while (grown < PageSize && grown - newest.Capacity + newest.Room < length) grown *= 2;
            if (newest.Capacity < PageSize && grown - newest.Capacity + newest.Room >= length)
            {
                _bytes += grown - newest.Capacity;
                newest.Grow(grown);
                return newest;
            }
        }

        const int slot = sizeof(ushort);
        return AddPage(Math.Max(_count == 0 ? FirstPage : PageSize, length + slot));
    }

    private HistoryPage AddPage(int capacity)
    {
        HistoryPage? page = null;
        while (_count > 0 && (_bytes + capacity > MaxBytes || LastLineOf(Page(0)) <= EndLine - MaxLines))
        {
            var dropped = DropOldest();
            if (dropped.Capacity == capacity) page = dropped;
        }

        page ??= new HistoryPage(capacity);
        page.Begin(EndLine);
        if (_count == _pages.Length) GrowRing();
        _pages[_oldest + _count & _pages.Length - 1] = page;
        _count++;
        _bytes += page.Capacity;
        return page;
    }

    private static long LastLineOf(HistoryPage page) => page.FirstLine + page.Count;

    private HistoryPage DropOldest()
    {
        var page = Page(0);
        _pages[_oldest] = null!;
        _oldest = _oldest + 1 & _pages.Length - 1;
        _count--;
        _bytes -= page.Capacity;
        _floor = Math.Max(_floor, LastLineOf(page));
        if (_hint > 0) _hint--;
        return page;
    }

    private void DropPages()
    {
        if (_count == 0) return;
        _pages = new HistoryPage[2];
        _oldest = _count = _bytes = _hint = 0;
    }

    private void GrowRing()
    {
        var grown = new HistoryPage[_pages.Length * 2];
        for (var i = 0; i < _count; i++) grown[i] = Page(i);
        _pages = grown;
        _oldest = 0;
    }

    private ReadOnlySpan<byte> Find(long line)
    {
        var page = Page(Math.Min(_hint, _count - 1));
        if (line < page.FirstLine || line >= LastLineOf(page))
        {
            int low = 0, high = _count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (Page(middle).FirstLine <= line) low = middle;
                else high = middle - 1;
            }

            _hint = low;
            page = Page(low);
        }

        return page[(int)(line - page.FirstLine)];
    }
}
