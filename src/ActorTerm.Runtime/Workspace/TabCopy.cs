using System.Diagnostics.CodeAnalysis;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Workspace;

/// <summary>A tab that is being made like another: session after session, since each stands beside one that is there already.</summary>
internal sealed class TabCopy
{
    private readonly Queue<Step> _left = [];
    private readonly Dictionary<SessionId, SessionId> _made = [];
    private readonly SessionId _active;
    private SessionId _next;

    /// <param name="asker">Hears when all is done, or what could not be.</param>
    /// <param name="start">What the copy of a session is to run, and how.</param>
    public TabCopy(AskingProtocol.Asker asker, Tab tab, Func<SessionId, SessionsProtocol.SessionStart> start)
    {
        Asker = asker;
        _active = tab.Active;
        _next = tab.Root.Sessions.First();
        First = start(_next);
        foreach (var (session, beside, vertical) in SplitTree.Splits(tab.Root)) _left.Enqueue(new Step(session, beside, vertical, start(session)));
    }

    public AskingProtocol.Asker Asker { get; }

    /// <summary>What begins the tab.</summary>
    public SessionsProtocol.SessionStart First { get; }

    /// <summary>The copy of the active session, once it is made.</summary>
    public SessionId Active => _made[_active];

    /// <summary>The session begun last is there.</summary>
    /// <param name="beside">Where the next one goes, if there is one.</param>
    /// <returns>False when that was the last.</returns>
    public bool TryGoOn(SessionId made, out SessionId beside, out bool vertical, [NotNullWhen(true)] out SessionsProtocol.SessionStart? start)
    {
        _made[_next] = made;
        var more = _left.TryDequeue(out var step);
        (beside, vertical, start) = more ? (_made[step!.Beside], step.Vertical, step.Start) : (default, false, null);
        if (more) _next = step!.Session;
        return more;
    }

    private sealed record Step(SessionId Session, SessionId Beside, bool Vertical, SessionsProtocol.SessionStart Start);
}
