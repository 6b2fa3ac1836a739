using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>One window: its tabs in order, and the one it shows.</summary>
internal sealed class Window(WindowId id, int number)
{
    private readonly List<Tab> _tabs = new(1);
    private readonly List<Tab> _recent = new(1);          // the tab shown first, then those shown before

    public WindowId Id { get; } = id;

    public int Number { get; } = number;

    public IReadOnlyList<Tab> Tabs => _tabs;

    /// <summary>The tab shown; null only while the window is empty, which nobody outside sees.</summary>
    public Tab? Selected { get; private set; }

    public void Add(Tab tab, int? index)
    {
        _tabs.Insert(index ?? _tabs.Count, tab);
        _recent.Add(tab);
        Selected ??= tab;
    }

    public void Select(Tab tab)
    {
        Selected = tab;
        _recent.Remove(tab);
        _recent.Insert(0, tab);
    }

    /// <summary>The tab that was shown before the one that is, or longest ago; itself when it is alone.</summary>
    public Tab Recent(bool last) => last ? _recent[Math.Min(1, _recent.Count - 1)] : _recent[^1];

    /// <summary>A tab changes places with its neighbour; past the last comes the first.</summary>
    public void Move(Tab tab, bool right)
    {
        var at = _tabs.IndexOf(tab);
        _tabs.RemoveAt(at);
        var to = right ? (at + 1 > _tabs.Count ? 0 : at + 1) : (at == 0 ? _tabs.Count : at - 1);
        _tabs.Insert(to, tab);
    }

    /// <summary>Takes a tab out; its left neighbour is shown in its place, or the first.</summary>
    public void Remove(Tab tab)
    {
        var at = _tabs.IndexOf(tab);
        _tabs.RemoveAt(at);
        _recent.Remove(tab);
        if (Selected != tab) return;

        Selected = null;
        if (_tabs.ElementAtOrDefault(Math.Max(0, at - 1)) is { } neighbour) Select(neighbour);
    }
}
