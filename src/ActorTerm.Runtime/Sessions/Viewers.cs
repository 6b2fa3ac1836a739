using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The viewers of one session, and which of them know already that the screen is another.</summary>
internal sealed class Viewers
{
    private Dictionary<IActorRef, bool>? _told;          // null until somebody attaches: most sessions run unseen

    public int Count => _told?.Count ?? 0;

    public bool Contains(IActorRef viewer) => _told?.ContainsKey(viewer) is true;

    public void Add(IActorRef viewer) => (_told ??= []).Add(viewer, true);       // a new viewer asks for its first frame itself

    public bool Remove(IActorRef viewer) => _told?.Remove(viewer) is true;

    /// <summary>The viewer has what the screen is now; the next change is news again.</summary>
    public void FrameGiven(IActorRef viewer) => _told![viewer] = false;

    public void Touch()
    {
        if (_told is null) return;

        foreach (var (viewer, told) in _told)
        {
            if (told) continue;

            _told[viewer] = true;
            viewer.Tell(ScreenTouched.Instance);
        }
    }

    public void Say(ViewerNews news) => Tell(news);

    public void Tell(object message)
    {
        foreach (var viewer in (_told ?? []).Keys) viewer.Tell(message);
    }
}
