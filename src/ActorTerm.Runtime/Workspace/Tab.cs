using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>One tab: its panes, and the one that is active.</summary>
internal sealed class Tab(TabId id, SessionId first)
{
    public TabId Id { get; } = id;

    public SplitTree.Split Root { get; private set; } = SplitTree.Of(first);

    public SessionId Active { get; set; } = first;

    public void Split(SessionId existing, SessionId added, bool vertical, bool before)
    {
        Root = SplitTree.Add(Root, existing, added, vertical, before);
        if (Active == existing) Active = added;
    }

    /// <summary>Two sessions change places.</summary>
    public void Swap(SessionId one, SessionId other) => Root = SplitTree.Swap(Root, one, other);

    /// <summary>Takes a session out; its neighbour in reading order becomes active in its place. False when the tab is then empty.</summary>
    public bool Remove(SessionId gone)
    {
        var order = Root.Sessions.ToList();
        var at = order.IndexOf(gone);
        if (SplitTree.Remove(Root, gone) is not { } rest) return false;

        Root = rest;
        if (Active == gone) Active = order[at == 0 ? 1 : at - 1];
        return true;
    }
}
