using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The viewers of one session, and which of them know already that the screen is another.</summary>
internal sealed class Viewers
{
    private readonly Dictionary<IActorRef, bool> _told = [];

    public int Count => _told.Count;

    public bool Contains(IActorRef viewer) => _told.ContainsKey(viewer);

    public void Add(IActorRef viewer) => _told.Add(viewer, true);       // a new viewer asks for its first frame itself

    public bool Remove(IActorRef viewer) => _told.Remove(viewer);

    /// <summary>The viewer has what the screen is now; the next change is news again.</summary>
    public void FrameGiven(IActorRef viewer) => _told[viewer] = false;

    public void Touch()
    {
        foreach (var (viewer, told) in _told)
        {
            if (told) continue;

            _told[viewer] = true;
            viewer.Tell(ScreenTouched.Instance);
        }
    }

    public void Say(ViewerNews news)
    {
        foreach (var viewer in _told.Keys) viewer.Tell(news);
    }
}
