namespace ActorTerm.Terminal.Events;

/// <summary>Where places of the main screen went when it was rewrapped. Lines above the screen never move.</summary>
public sealed class LineMap
{
    private readonly long _first;
    private readonly Func<int, int, (int Row, int Column)> _map;
    private readonly int _rows;

    /// <param name="first">The line that was at the top of the screen.</param>
    /// <param name="rows">How many lines the screen had.</param>
    /// <param name="map">Row and column of the old screen to row, counted from <paramref name="first"/>, and column.</param>
    internal LineMap(long first, int rows, Func<int, int, (int Row, int Column)> map)
    {
        _first = first;
        _rows = rows;
        _map = map;
    }

    /// <summary>Where a place is now. Places that are not on the main screen are where they were.</summary>
    public (long AbsoluteLine, int Column) Map(long absoluteLine, int column)
    {
        if (absoluteLine < _first || absoluteLine >= _first + _rows) return (absoluteLine, column);
        var (row, newColumn) = _map((int)(absoluteLine - _first), column);
        return (_first + row, newColumn);
    }
}
