using System.Text;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Views;

/// <summary>A line as the program wrote it: the rows that wrapping made of it, put together again.</summary>
/// <param name="First">Absolute number of its first row.</param>
/// <param name="End">One more than that of its last.</param>
internal readonly record struct LogicalLine(long First, long End)
{
    /// <summary>Rows on either side that are put together at most: a program that never ends its line must not make a search slow.</summary>
    private const int MaximumReach = 256;

    /// <summary>The line that an absolute row is part of.</summary>
    public static LogicalLine Around(Screen screen, long row)
    {
        var first = row;
        while (first > screen.FirstLine && row - first < MaximumReach && screen.GetLine(first - 1).Wrapped) first--;
        var end = row + 1;
        while (end < screen.EndLine && end - row < MaximumReach && screen.GetLine(end - 1).Wrapped) end++;
        return new LogicalLine(first, end);
    }

    /// <summary>Where the text is found, ascending and without overlaps.</summary>
    public IEnumerable<SearchHit> Find(Screen screen, string text, StringComparison comparison)
    {
        var rows = new RowText[End - First];
        var whole = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new RowText(First + i, whole.Length);
            screen.GetLine(First + i).AppendTo(whole);
        }

        return Find(screen, rows, whole.ToString(), text, comparison);
    }

    private static IEnumerable<SearchHit> Find(Screen screen, RowText[] rows, string whole, string text, StringComparison comparison)
    {
        for (var at = whole.IndexOf(text, comparison); at >= 0; at = whole.IndexOf(text, at + text.Length, comparison))
        {
            var first = rows.Last(row => row.Start <= at);
            var last = rows.Last(row => row.Start <= at + text.Length - 1);
            yield return new SearchHit(
                first.Line, screen.GetLine(first.Line).CharToCellIndex(at - first.Start),
                last.Line, screen.GetLine(last.Line).CharToCellIndex(at + text.Length - 1 - last.Start) + 1);
        }
    }

    /// <summary>A row, and where its text starts in that of the whole line.</summary>
    private readonly record struct RowText(long Line, int Start);
}
