namespace ActorTerm.Terminal.Rows;

/// <summary>
/// The clusters of more than one code point that stand in live rows, each under a number that fits a cell. History keeps clusters inline, so
/// only live rows hold numbers: when <see cref="IsFull"/>, the screen marks those and the rest is freed.
/// </summary>
internal sealed class GraphemeTable
{
    /// <summary>Code points a cluster may have; further ones that would join it are dropped. Longest emoji in use have ten.</summary>
    public const int MaxCodePoints = 16;

    /// <summary>Clusters that may gather before a sweep; more only as long as live rows hold more.</summary>
    private const int SweepAt = 4_096;

    private readonly List<int[]?> _clusters = [];
    private Dictionary<long, int>? _joins;                    // cell and code point that joins it -> cell of both; null until one does
    private Stack<int>? _free;                                // null until a sweep found some
    private bool[]? _marks;
    private int _sweepAt = SweepAt;

    public int Count => _clusters.Count - (_free?.Count ?? 0);

    private Dictionary<long, int> Joins => _joins ??= [];

    public bool IsFull => Count >= _sweepAt;

    public ReadOnlySpan<int> this[int cell] => _clusters[cell & ~Cell.ClusterBit];

    /// <summary>The cell of what was in <paramref name="cell"/> with one more code point; the same cell when the cluster has no room.</summary>
    public int Join(int cell, int codePoint)
    {
        var key = (long)cell << 32 | (uint)codePoint;
        if (Joins.TryGetValue(key, out var joined)) return joined;

        int[] cluster;
        if (Cell.IsCluster(cell))
        {
            var before = this[cell];
            if (before.Length >= MaxCodePoints) return cell;
            cluster = [.. before, codePoint];
        }
        else
        {
            cluster = [cell, codePoint];
        }

        if (_free?.TryPop(out var index) is true) _clusters[index] = cluster;
        else
        {
            index = _clusters.Count;
            _clusters.Add(cluster);
        }

        return Joins[key] = Cell.ClusterBit | index;
    }

    /// <summary>The cell for a whole cluster of two or more code points, as one that moves here from another place.</summary>
    public int Of(ReadOnlySpan<int> codePoints)
    {
        var cell = codePoints[0];
        foreach (var codePoint in codePoints[1..]) cell = Join(cell, codePoint);
        return cell;
    }

    public void BeginSweep() => _marks = new bool[_clusters.Count];

    public void Mark(int cell) => _marks![cell & ~Cell.ClusterBit] = true;

    public void EndSweep()
    {
        _free = [];
        for (var i = 0; i < _clusters.Count; i++)
        {
            if (_marks![i]) continue;
            _clusters[i] = null;
            _free.Push(i);
        }

        foreach (var (key, cell) in Joins)
        {
            // A join starts from a cell that is alive, or from a plain code point.
            var from = (int)(key >> 32);
            if (!_marks![cell & ~Cell.ClusterBit] || (Cell.IsCluster(from) && !_marks[from & ~Cell.ClusterBit])) Joins.Remove(key);
        }

        _marks = null;
        _sweepAt = Math.Max(SweepAt, 2 * Count);
    }

    public void Clear()
    {
        _clusters.Clear();
        _joins = null;
        _free = null;
        _sweepAt = SweepAt;
    }
}
