using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Close requests that wait for the last of their sessions to be gone.</summary>
internal sealed class Closings
{
    private readonly Dictionary<SessionId, List<Closing>> _waiting = [];

    /// <summary>Calls <paramref name="done"/> when none of the sessions is left: at once when there are none.</summary>
    /// <param name="sessions">Each once.</param>
    public void Add(IReadOnlyCollection<SessionId> sessions, Action done)
    {
        if (sessions.Count == 0)
        {
            done();
            return;
        }

        var closing = new Closing(sessions.Count, done);
        foreach (var session in sessions)
        {
            if (_waiting.TryGetValue(session, out var others)) others.Add(closing);
            else _waiting.Add(session, [closing]);
        }
    }

    public void Gone(SessionId session)
    {
        if (!_waiting.Remove(session, out var closings)) return;

        foreach (var closing in closings) closing.OneLess();
    }

    private sealed class Closing(int left, Action done)
    {
        private int _left = left;

        public void OneLess()
        {
            if (--_left == 0) done();
        }
    }
}
