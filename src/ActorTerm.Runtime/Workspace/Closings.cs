using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Close requests that wait for the last of their sessions to be gone.</summary>
internal sealed class Closings
{
    private readonly List<(HashSet<SessionId> Left, Action Done)> _open = [];

    /// <summary>Calls <paramref name="done"/> when none of the sessions is left: at once when there are none.</summary>
    public void Add(IEnumerable<SessionId> sessions, Action done)
    {
        var left = sessions.ToHashSet();
        if (left.Count == 0) done();
        else _open.Add((left, done));
    }

    public void Gone(SessionId session)
    {
        foreach (var (left, _) in _open) left.Remove(session);
        foreach (var (_, done) in _open.Where(closing => closing.Left.Count == 0).ToList()) done();
        _open.RemoveAll(closing => closing.Left.Count == 0);
    }
}
