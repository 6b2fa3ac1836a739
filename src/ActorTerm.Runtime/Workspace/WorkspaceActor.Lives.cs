using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

// Births and ends of sessions: what changes the tree, and who is told in which order.
internal sealed partial class WorkspaceActor
{
    private bool _stopping;

    private void BeginTab(CreateTab m)
    {
        if (m.Window is { } window && _tree.Find(window) is null)
            Asker.Tell(new NotCreated(Refusal.NoSuchWindow, $"there is no window {window}"));
        else if (CannotStart(m.Start) is { } refusal)
            Asker.Tell(refusal);
        else
            Begin(m.Start, new Birth.InTab(Asker, m.Window, m.Index, m.Select), null);
    }

    private void BeginSplit(SplitPane m)
    {
        var targets = m.Target.IsAll ? [.. _tree.Sessions] : Resolve(m.Target) is { } one ? new[] { one } : [];
        if (targets.Length == 0)
            Asker.Tell(new NotCreated(Refusal.NoSuchSession, NoSession(m.Target).Text));
        else if (CannotStart(m.Start) is { } refusal)
            Asker.Tell(refusal);
        else
        {
            var batch = m.Target.IsAll ? new SplitBatch(targets.Length) : null;
            foreach (var beside in targets) Begin(SizedLike(m.Start, beside), new Birth.BySplit(Asker, beside, m.Vertical, m.Before, batch), beside);
        }
    }

    private NotCreated? CannotStart(SessionsProtocol.SessionStart start)
    {
        if (Unready() is { } unready) return unready;
        if (_profiles.Named(start.Profile) is not { } profile)
            return new NotCreated(Refusal.NoSuchProfile, $"no profile is named \"{start.Profile}\"");
        if (profile.TryWith(start.ProfileOverrides ?? [], out _, out var error)) return null;

        Complain(error);
        return new NotCreated(Refusal.BadProperty, error);
    }

    /// <summary>Why no session at all can be made now.</summary>
    private NotCreated? Unready()
    {
        if (_stopping) return new NotCreated(Refusal.Stopping, "the host is going down");
        return _sessions.Count >= _settings.MaxSessions
            ? new NotCreated(Refusal.TooMany, $"there are {_sessions.Count} sessions, as many as actorterm.sessions.max-sessions allows")
            : null;
    }

    private SessionsProtocol.SessionStart SizedLike(SessionsProtocol.SessionStart start, SessionId beside)
    {
        var scope = _sessions[beside].Scope;
        return start with { Columns = start.Columns ?? Number(scope, "columns"), Rows = start.Rows ?? Number(scope, "rows") };
    }

    private void Begin(SessionsProtocol.SessionStart start, Birth birth, SessionId? parent)
    {
        var id = SessionId.New();
        var scope = new VariablesProtocol.ScopeHandle(
            VariablesProtocol.ScopeKind.Session, id.ToString(), parent is { } from ? _sessions[from].Scope : null);
        _profiles.Named(start.Profile)!.TryWith(start.ProfileOverrides ?? [], out var profile, out _);
        var actor = Context.WatchWith(Context.ActorOf(_maker.Make(id, TermId(id, birth), start, profile!, scope), id.ActorName), new SessionGone(id));
        _sessions.Add(id, new LiveSession(actor, scope, start));
        _births.Add(id, birth);
        foreach (var hear in _listeners.OfNewSession) actor.Tell(hear, Self);
    }

    private string TermId(SessionId id, Birth birth)
    {
        if (birth is Birth.BySplit split && _tree.TryFind(split.Beside, out var beside))
            return $"w{beside.Window.Number - 1}t{beside.Window.Tabs.ToList().IndexOf(beside.Tab)}p{beside.Tab.Root.Sessions.Count()}:{id}";

        var window = birth is Birth.InTab { Window: { } known } ? _tree.Find(known) : null;
        return $"w{(window?.Number ?? _tree.Windows.Count + 1) - 1}t{window?.Tabs.Count ?? 0}p0:{id}";
    }

    /// <summary>The program runs: the session takes its place, everyone hears, and only then the asker.</summary>
    private void Place(SessionId id, SessionsProtocol.SessionInfo info)
    {
        if (!_births.Remove(id, out var birth)) return;

        _sessions[id].Info = info;
        var before = FocusToCompare();
        var honoured = true;
        switch (birth)
        {
            case Birth.InTab tab:
                honoured = _tree.AddTab(id, tab.Window is { } window ? _tree.Find(window) : null, tab.Index, tab.Select).IndexHonoured;
                break;
            case Birth.BySplit split when _sessions.ContainsKey(split.Beside) && _tree.TryFind(split.Beside, out _):
                _tree.Split(split.Beside, id, split.Vertical, split.Before);
                break;
            case Birth.BySplit:
                _tree.AddTab(id, null, null, select: true);      // the pane beside was closed meanwhile
                break;
        }

        _tree.TryFind(id, out var place);
        _scopes.Follow(place.Window, place.Tab, _sessions);
        Publish(
            EventsProtocol.Kinds.SessionCreated,
            id,
            new("windowId", Value.Of(place.Window.Id.ToString())),
            new("tabId", Value.Of(place.Tab.Id.ToString())),
            new("name", Value.Of(info.Name)),
            new("command", Value.Array([.. info.Command.Select(word => Value.Of(word))])));
        TellSession(id, SessionsProtocol.Placed.Instance);
        TellLayout();
        TellFocus(before);
        _listeners.Tell(TreeEvents.Added, new SessionAdded(id));
        if (birth is Birth.BySplit { Batch: { } batch }) Answer(birth, batch.Add(id, null));
        else Answer(birth, new Created(id, place.Window.Id, place.Tab.Id, honoured));
    }

    private void Refuse(SessionId id, string text)
    {
        if (!_births.Remove(id, out var birth)) return;

        if (birth is Birth.BySplit { Batch: { } batch }) Answer(birth, batch.Add(null, text));
        else Answer(birth, new NotCreated(Refusal.CannotStart, text));
    }

    private static void Answer(Birth birth, object? answer)
    {
        if (answer is not null) birth.Asker.Tell(answer);
    }

    private void Update(SessionId id, SessionsProtocol.SessionInfo info)
    {
        if (!_sessions.TryGetValue(id, out var session)) return;

        var reshaped = session.Info is { } old && (old.Columns, old.Rows, old.Title) != (info.Columns, info.Rows, info.Title);
        session.Info = info;
        if (reshaped) TellLayout();
    }

    private void KeepEnded(SessionId id, SessionsProtocol.SessionInfo info)
    {
        Update(id, info);
        TellTermination(id);
        if (!info.Hold) Timers.StartSingleTimer(id, new EndedLongEnough(id), _settings.EndedKeep);
    }

    private void Revive(SessionId id, SessionsProtocol.SessionInfo info)
    {
        Update(id, info);
        Timers.Cancel(id);
        if (_sessions.TryGetValue(id, out var session)) session.TerminationTold = false;
    }

    private void CloseAll<TId>(IReadOnlyList<TId?> ids, Func<TId, IEnumerable<SessionId>?> sessionsOf) where TId : struct
    {
        var asker = Asker;
        var found = ids.Select(id => id is { } one ? sessionsOf(one)?.ToList() : null).ToList();
        var sessions = found.OfType<List<SessionId>>().SelectMany(one => one).Distinct().ToList();
        _closings.Add(sessions, () => asker.Tell(new Closed([.. found.Select(one => one is not null)])));
        foreach (var id in sessions) TellSession(id, SessionsProtocol.Close.Instance);
    }

    private void CloseOne(SessionTarget target)
    {
        if (Resolve(target) is { } id) CloseAll<SessionId>([id], one => [one]);
        else Asker.Tell(NoSession(target));
    }

    private void CloseForGood()
    {
        _stopping = true;
        CloseAll<SessionId>([.. _sessions.Keys.Select(id => (SessionId?)id)], id => [id]);
    }

    /// <summary>A session's actor ended: it leaves the tree.</summary>
    private void Bury(SessionId id)
    {
        Timers.Cancel(id);
        Refuse(id, "the session ended before its program ran");
        if (_tree.TryFind(id, out var place))
        {
            var before = FocusToCompare();
            _tree.Remove(id);
            _scopes.Follow(place.Window, place.Tab, _sessions);
            TellLayout();
            TellFocus(before);
            TellTermination(id);
            Publish(EventsProtocol.Kinds.SessionRemoved, id);
        }

        _sessions.Remove(id);
        if (_broadcast.Remove(id)) TellBroadcast();
        _closings.Gone(id);
    }

    private void TellTermination(SessionId id)
    {
        if (!_sessions.TryGetValue(id, out var session) || session.TerminationTold) return;

        session.TerminationTold = true;
        _listeners.Tell(TreeEvents.Terminated, new SessionTerminated(id));
    }

    // A picture of the whole tree costs as much as there are sessions, so it is made for those who listen only.
    private void TellLayout()
    {
        if (_listeners.Any(TreeEvents.Layout)) _listeners.Tell(TreeEvents.Layout, new LayoutChanged(Snapshot()));
    }

    /// <summary>The focus before a change, for <see cref="TellFocus"/>; null when nobody listens.</summary>
    private FocusState? FocusToCompare() => _listeners.Any(TreeEvents.Focus) ? _tree.FocusState() : null;

    private void TellFocus(FocusState? before)
    {
        if (before is null) return;

        foreach (var item in FocusChanges.Between(before, _tree.FocusState())) _listeners.Tell(TreeEvents.Focus, new FocusChanged(item));
    }

    private void TellBroadcast()
    {
        _keys.Broadcasting = _broadcast.All.Count > 0;
        _listeners.Tell(TreeEvents.Broadcast, new BroadcastChanged(_broadcast.All));
    }
}
