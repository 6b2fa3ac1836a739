using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Which sessions type together: disjoint groups, each within one window.</summary>
internal sealed class BroadcastGroups
{
    private IReadOnlyList<IReadOnlyList<SessionId>> _groups = [];

    public IReadOnlyList<IReadOnlyList<SessionId>> All => _groups;

    /// <summary>Replaces all groups when they are disjoint and each lies in one window; otherwise changes nothing and says why.</summary>
    public WorkspaceProtocol.BroadcastRefusal? Replace(IReadOnlyList<IReadOnlyList<SessionId>> groups, Func<SessionId, WindowId> windowOf)
    {
        var members = groups.SelectMany(group => group).ToList();
        if (members.Distinct().Count() != members.Count) return WorkspaceProtocol.BroadcastRefusal.NotDisjoint;
        if (groups.Any(group => group.Select(windowOf).Distinct().Count() > 1)) return WorkspaceProtocol.BroadcastRefusal.NotOneWindow;

        _groups = [.. groups.Where(group => group.Count > 0)];
        return null;
    }

    /// <summary>Who else gets what is typed into <paramref name="session"/>.</summary>
    public IEnumerable<SessionId> PeersOf(SessionId session) =>
        _groups.FirstOrDefault(group => group.Contains(session))?.Where(peer => peer != session) ?? [];

    /// <summary>Takes a closed session out; true when that changed a group.</summary>
    public bool Remove(SessionId session)
    {
        if (!_groups.Any(group => group.Contains(session))) return false;

        _groups = [.. _groups.Select(group => (IReadOnlyList<SessionId>)[.. group.Where(member => member != session)]).Where(group => group.Count > 1)];
        return true;
    }
}
