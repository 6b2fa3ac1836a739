namespace ActorTerm.Terminal.Styles;

/// <summary>The links that cells may hold: those of the same id and address are one.</summary>
internal sealed class HyperlinkTable(int limit)
{
    private Dictionary<(string Id, string Uri), Hyperlink>? _byId;
    private HashSet<Hyperlink>? _all;

    /// <summary>Null when there is no room for one more.</summary>
    /// <param name="sweep">Says which links are still in use; called at the bound.</param>
    public Hyperlink? Open(string uri, string? id, Func<IEnumerable<Hyperlink>> sweep)
    {
        if (id is not null && _byId?.TryGetValue((id, uri), out var known) == true) return known;
        _all ??= [];
        if (_all.Count >= limit)
        {
            _all = [.. sweep()];
            _byId = _all.Where(link => link.Id is not null).DistinctBy(link => (link.Id, link.Uri)).ToDictionary(link => (link.Id!, link.Uri));
            if (_all.Count >= limit) return null;
        }

        var link = new Hyperlink(uri, id);
        _all.Add(link);
        if (id is not null) (_byId ??= [])[(id, uri)] = link;
        return link;
    }
}
