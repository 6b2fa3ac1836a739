using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

// What keys do with whole tabs and panes: a tab like this one, and a pane that moves to another tab.
internal sealed partial class WorkspaceActor
{
    private readonly Dictionary<long, TabCopy> _copies = [];      // bounded by the sessions: each has one session on its way
    private long _lastCopy;

    private void Duplicate(Window window, Tab tab)
    {
        var copy = new TabCopy(Asker, tab, Again);
        if (CannotStart(copy.First) is { } refusal)
        {
            Asker.Tell(refusal);
            return;
        }

        _copies.Add(++_lastCopy, copy);
        Begin(copy.First, new Birth.InTab(new AskingProtocol.Asker(Self, _lastCopy), window.Id, window.Tabs.ToList().IndexOf(tab) + 1, true), tab.Root.Sessions.First());
    }

    private void GoOnCopying(AskingProtocol.Answered m)
    {
        if (!_copies.TryGetValue(m.Tag, out var copy)) return;

        if (m.Answer is not Created made) Finish(m.Answer);
        else if (!copy.TryGoOn(made.Session, out var beside, out var vertical, out var start)) Finish(Done.Instance);
        else if (CannotStart(start) is { } refusal) Finish(refusal);
        else Begin(start, new Birth.BySplit(new AskingProtocol.Asker(Self, m.Tag), beside, vertical, false, null), _sessions.ContainsKey(beside) ? beside : null);

        void Finish(object answer)
        {
            _copies.Remove(m.Tag);
            if (answer is Done) MakeActive(copy.Active);
            copy.Asker.Tell(answer);
        }
    }

    /// <summary>As it was started, in the directory and size it has now. Its name stays its own.</summary>
    private SessionsProtocol.SessionStart Again(SessionId id)
    {
        var session = _sessions[id];
        var directory = Text(session.Scope, "path");
        return SizedLike(session.Start with { Columns = null, Rows = null, Name = null, Directory = directory.Length > 0 ? directory : session.Start.Directory }, id);
    }

    private void MakeActive(SessionId id)
    {
        if (!_tree.TryFind(id, out var place)) return;

        var before = FocusToCompare();
        place.Tab.Active = id;
        _scopes.Follow(place.Window, place.Tab, _sessions);
        TellFocus(before);
    }

    /// <summary>A pane goes to the right of the active one of the tab shown before, or of the session whose id is the text.</summary>
    private void MoveBeside(KeyLayout m, Window window, Tab tab)
    {
        var beside = m.Text.Length == 0 ? window.Recent(last: true).Active : SessionTarget.TryParse(m.Text, out var target) ? Resolve(target) : null;
        if (beside is not { } other || !_tree.TryFind(other, out var place) || place.Tab == tab)
        {
            Asker.Tell(new NotFound(m.Text.Length == 0 ? "there is no other tab to move the pane to" : $"there is no session {m.Text} in another tab"));
            return;
        }

        var before = FocusToCompare();
        _tree.Move(m.From, other);
        _scopes.Follow(place.Window, place.Tab, _sessions);
        _scopes.Follow(window, tab, _sessions);
        if (place.Window != window && _broadcast.Remove(m.From)) TellBroadcast();
        TellLayout();
        TellFocus(before);
        Asker.Tell(Done.Instance);
    }
}
