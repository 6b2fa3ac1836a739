using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Views;

/// <summary>Which way to look.</summary>
public enum SearchDirection
{
    /// <summary>Towards the past.</summary>
    Backward,

    /// <summary>Towards the end.</summary>
    Forward,
}

/// <summary>What came of a search.</summary>
public enum SearchResult
{
    Found,

    /// <summary>The end of the history, or of the screen, came first. The last hit stands.</summary>
    NotFound,

    /// <summary>Neither yet: ask again.</summary>
    Unfinished,
}

/// <summary>A search on its way through the lines of a session.</summary>
internal sealed class Search(string text, SearchDirection direction, long from, SearchHit? hit)
{
    private long _next = from;

    public string Text { get; } = text;

    public StringComparison Comparison { get; } = text.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public SearchHit? Hit { get; private set; } = hit;

    /// <param name="screen">The session's.</param>
    /// <param name="rows">About how many to look at before giving way to others.</param>
    public SearchResult Run(Screen screen, int rows)
    {
        while (rows > 0)
        {
            if (_next < screen.FirstLine || _next >= screen.EndLine) return SearchResult.NotFound;
            var line = LogicalLine.Around(screen, _next);
            if (Nearest(line.Find(screen, Text, Comparison)) is { } found)
            {
                Hit = found;
                return SearchResult.Found;
            }

            rows -= (int)(line.End - line.First);
            _next = direction == SearchDirection.Backward ? line.First - 1 : line.End;
        }

        return SearchResult.Unfinished;
    }

    /// <summary>The nearest hit beyond the last one, in the line that has it or in any other.</summary>
    private SearchHit? Nearest(IEnumerable<SearchHit> hits)
    {
        SearchHit? nearest = null;
        foreach (var candidate in hits)
        {
            if (direction == SearchDirection.Forward)
            {
                if (Hit is null || IsBefore(Hit.Value, candidate)) return candidate;
            }
            else if (Hit is null || IsBefore(candidate, Hit.Value))
            {
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static bool IsBefore(SearchHit first, SearchHit second) =>
        first.FirstLine < second.FirstLine || (first.FirstLine == second.FirstLine && first.FirstColumn < second.FirstColumn);
}
