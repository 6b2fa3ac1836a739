using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Who hears what of the tree and of every session, and the one place that tells them, in the order scripts rely on.</summary>
internal sealed class TreeListeners
{
    private readonly Dictionary<IActorRef, TreeEvents> _tree = [];
    private readonly Dictionary<IActorRef, SessionsProtocol.SessionEvents> _sessions = [];

    public void HearTree(IActorRef listener, TreeEvents events)
    {
        if (events == TreeEvents.None) _tree.Remove(listener);
        else _tree[listener] = events;
    }

    public void HearSessions(IActorRef listener, SessionsProtocol.SessionEvents events)
    {
        if (events == SessionsProtocol.SessionEvents.None) _sessions.Remove(listener);
        else _sessions[listener] = events;
    }

    public void Forget(IActorRef listener)
    {
        _tree.Remove(listener);
        _sessions.Remove(listener);
    }

    public bool Any(TreeEvents kind)
    {
        foreach (var events in _tree.Values)
        {
            if (events.HasFlag(kind)) return true;
        }

        return false;
    }

    /// <summary>What a new session has to tell to whom.</summary>
    public IEnumerable<SessionsProtocol.Hear> OfNewSession => _sessions.Select(one => new SessionsProtocol.Hear(one.Key, one.Value));

    public void Tell(TreeEvents kind, ConnectionsProtocol.ScriptEvent e)
    {
        foreach (var (listener, events) in _tree)
        {
            if (events.HasFlag(kind)) listener.Tell(e);
        }
    }
}
