namespace ActorTerm.Terminal.Screens;

/// <summary>Where HT stops: every eighth column until the program says otherwise.</summary>
internal sealed class TabStops
{
    private const int Interval = 8;

    private HashSet<int>? _cleared;            // of every eighth
    private SortedSet<int>? _set;              // others
    private bool _allCleared;

    /// <summary>The next stop right of a column, or <paramref name="limit"/> when there is none before.</summary>
    public int Next(int column, int limit)
    {
        for (column++; column < limit; column++)
        {
            if (IsStop(column)) return column;
        }

        return limit;
    }

    /// <summary>The next stop left of a column, or <paramref name="limit"/>.</summary>
    public int Previous(int column, int limit)
    {
        for (column--; column > limit; column--)
        {
            if (IsStop(column)) return column;
        }

        return limit;
    }

    /// <summary>HTS.</summary>
    public void Set(int column)
    {
        _cleared?.Remove(column);
        if (!IsStop(column)) (_set ??= []).Add(column);
    }

    /// <summary>TBC 0.</summary>
    public void Clear(int column)
    {
        _set?.Remove(column);
        if (IsStop(column)) (_cleared ??= []).Add(column);
    }

    /// <summary>TBC 3.</summary>
    public void ClearAll()
    {
        _allCleared = true;
        _set = null;
        _cleared = null;
    }

    /// <summary>Back to every eighth column: RIS, and DECST8C.</summary>
    public void Reset()
    {
        _allCleared = false;
        _set = null;
        _cleared = null;
    }

    /// <summary>The stops of a screen that wide, for DECTABSR.</summary>
    public IEnumerable<int> Within(int columns) => Enumerable.Range(0, columns).Where(IsStop);

    private bool IsStop(int column) =>
        (!_allCleared && column % Interval == 0 && _cleared?.Contains(column) != true) || _set?.Contains(column) == true;
}
