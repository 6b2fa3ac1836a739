using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Who hears what of one session.</summary>
internal sealed class ScreenListeners
{
    private readonly Dictionary<IActorRef, SessionEvents> _listeners = [];

    public void Set(IActorRef listener, SessionEvents events)
    {
        if (events == SessionEvents.None) _listeners.Remove(listener);
        else _listeners[listener] = events;
    }

    public void Forget(IActorRef listener) => _listeners.Remove(listener);

    public bool Any(SessionEvents kind)
    {
        foreach (var events in _listeners.Values)
        {
            if (events.HasFlag(kind)) return true;
        }

        return false;
    }

    public void Tell(SessionEvents kind, ConnectionsProtocol.ScriptEvent e)
    {
        foreach (var (listener, events) in _listeners)
        {
            if (events.HasFlag(kind)) listener.Tell(e);
        }
    }
}
