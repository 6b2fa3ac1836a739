using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Who hears what of one session.</summary>
internal sealed class ScreenListeners
{
    private Dictionary<IActorRef, SessionEvents>? _listeners;      // null until somebody listens

    public void Set(IActorRef listener, SessionEvents events)
    {
        if (events == SessionEvents.None) Forget(listener);
        else (_listeners ??= [])[listener] = events;
    }

    public void Forget(IActorRef listener) => _listeners?.Remove(listener);

    public bool Any(SessionEvents kind)
    {
        if (_listeners is null) return false;

        foreach (var events in _listeners.Values)
        {
            if (events.HasFlag(kind)) return true;
        }

        return false;
    }

    public void Tell(SessionEvents kind, ConnectionsProtocol.ScriptEvent e)
    {
        if (_listeners is null) return;

        foreach (var (listener, events) in _listeners)
        {
            if (events.HasFlag(kind)) listener.Tell(e);
        }
    }
}
