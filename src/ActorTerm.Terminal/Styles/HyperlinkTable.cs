namespace ActorTerm.Terminal.Styles;

/// <summary>Gives links numbers that fit a <see cref="StyleKey"/>; links of the same id and address are one.</summary>
/// <param name="limit">How many there may be at a time, at most 65,535.</param>
internal sealed class HyperlinkTable(int limit)
{
    private readonly Stack<ushort> _free = [];
    private Hyperlink?[] _links = new Hyperlink?[1];         // by number; 0 is no link
    private int _count = 1;
    private Dictionary<(string Id, string Uri), ushort>? _byId;

    /// <summary>By number. The memory is replaced as the table grows: not to be kept.</summary>
    public ReadOnlySpan<Hyperlink?> Links => _links;

    /// <summary>The number of a link; 0 when there is no room for one more.</summary>
    /// <param name="inUse">Asked at the bound: which numbers styles still have.</param>
    public ushort Open(string uri, string? id, Func<IEnumerable<ushort>> inUse)
    {
        if (id is not null && _byId?.TryGetValue((id, uri), out var known) == true) return known;
        if (_count > limit && _free.Count == 0)
        {
            Sweep([.. inUse()]);
            if (_free.Count == 0) return 0;
        }

        if (!_free.TryPop(out var number))
        {
            if (_count == _links.Length) Array.Resize(ref _links, Math.Min(limit + 1, Math.Max(4, _count * 2)));
            number = (ushort)_count++;
        }

        _links[number] = new Hyperlink(uri, id);
        if (id is not null) (_byId ??= [])[(id, uri)] = number;
        return number;
    }

    private void Sweep(HashSet<ushort> inUse)
    {
        _free.Clear();
        for (var number = _count - 1; number > 0; number--)
        {
            if (inUse.Contains((ushort)number)) continue;
            if (_links[number] is { Id: { } id, Uri: var uri }) _byId?.Remove((id, uri));
            _links[number] = null;
            _free.Push((ushort)number);
        }
    }
}
