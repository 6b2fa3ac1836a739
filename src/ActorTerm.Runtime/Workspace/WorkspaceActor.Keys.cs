using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Keys.KeysProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

// What keys and profiles need of the whole: filters of scripts, preferences, the configuration read again, typing together, and actions on
// windows, tabs and panes.
internal sealed partial class WorkspaceActor
{
    private readonly HostKeys _keys;
    private readonly Preferences _preferences;

    private void BeginFilter(FilterKeys m)
    {
        if (ResolveTarget(m.Target) is not ResolvedTo found)
        {
            Asker.Tell(NoSession(m.Target));
            return;
        }

        _keys.TryAdd(new KeyFilter(Context.Watch(Sender), m.Name, found.Target, m.Patterns));
        Asker.Tell(found);
    }

    private void TellKeys(ListKeys m)
    {
        if (m.Session is { } target) PassToSession(new ToSession(target, new SessionsProtocol.ListKeys()));
        else Asker.Tell(KeysProtocol.List(KeyMap.OrEmpty(_profiles.Named(null)!.Properties.GetValueOrDefault(KeyboardMap)), _keys.Global));
    }

    private PreferenceResult Access(PreferenceRequest request) => request switch
    {
        GetPreference m => new PreferenceRead(_preferences.Get(m.Key)),
        SetPreference m => Prefer(m),
        GetDefaultProfile => new DefaultProfileRead(_profiles.Named(null)!.Guid),
        SetDefaultProfile m => new DefaultProfileSet(_profiles.TryMakeDefault(m.Guid)),
        _ => new PreferenceUnrecognized(),
    };

    private PreferenceSet Prefer(SetPreference m)
    {
        var set = _preferences.Set(m.Key, m.Json);
        if (set.Wrong is { } wrong) Complain(wrong);
        return set;
    }

    private void Copy(SessionId from, object message)
    {
        foreach (var peer in _broadcast.PeersOf(from)) TellSession(peer, message);
    }

    private void ApplyToMany(ApplyKeyAction m)
    {
        if (!_tree.TryFind(m.From, out var place)) return;

        IEnumerable<SessionId> targets = m.Action.Apply switch
        {
            ApplyMode.AllSessions => _tree.Sessions,
            ApplyMode.UnfocusedSessions => _tree.Sessions.Where(id => id != _tree.ActiveSession),
            ApplyMode.SessionsInWindow => place.Window.Tabs.SelectMany(tab => tab.Root.Sessions),
            ApplyMode.SessionsInTab => place.Tab.Root.Sessions,
            ApplyMode.BroadcastGroup => [m.From, .. _broadcast.PeersOf(m.From)],
            _ => [m.From],
        };
        foreach (var id in targets.ToList()) TellSession(id, new SessionsProtocol.RunAction(m.Action, m.Caller));
    }

    private void GoOn(GoOnWhereFocusIs m)
    {
        if (_tree.ActiveSession is { } active) TellSession(active, new SessionsProtocol.RunActions(m.Actions, m.Caller));
    }

    private void HandOver(GiveProfile m)
    {
        if (ProfileOf(m.Profile) is not { } profile)
        {
            Asker.Tell(NoProfile(m.Profile));
            return;
        }

        TellSession(m.Session, new SessionsProtocol.WearProfile(profile));
        Asker.Tell(Done.Instance);
    }

    private void TakeOver(ApplyConfiguration m)
    {
        var changed = _profiles.Configure(m.Profiles);
        foreach (var (before, after) in changed)
        {
            foreach (var session in _sessions.Values) session.Actor.Tell(new SessionsProtocol.ProfileChanged(before, after), Self);
        }

        if (m.Keys is { } keys) _keys.Configure(keys);
        Asker.Tell(Done.Instance);
    }

    private void ActOnLayout(KeyLayout m)
    {
        if (!_tree.TryFind(m.From, out var place))
        {
            Asker.Tell(NoSession(SessionTarget.Of(m.From)));
            return;
        }

        switch (m.Action)
        {
            case KeyActions.NewWindow or KeyActions.NewTab or KeyActions.SplitHorizontally or KeyActions.SplitVertically:
                Make(m, place.Window);
                return;
            case KeyActions.DuplicateTab:
                Duplicate(place.Window, place.Tab);
                return;
            case KeyActions.MoveToSplitPane:
                MoveBeside(m, place.Window, place.Tab);
                return;
            case >= KeyActions.SelectPaneLeft and <= KeyActions.SelectPaneBelow:
                SelectNeighbour(new SelectPane(place.Tab.Id, (Direction)(m.Action - KeyActions.SelectPaneLeft)));
                return;
            case >= KeyActions.SwapPaneLeft and <= KeyActions.SwapPaneBelow:
                var side = Neighbours.Find(place.Tab.Root, m.From, (Direction)(m.Action - KeyActions.SwapPaneLeft), SizeOf);
                if (side is { } neighbour) Swap(place.Tab, m.From, neighbour);
                break;
            case KeyActions.SwapWithNextPane or KeyActions.SwapWithPreviousPane:
                Swap(place.Tab, m.From, Around([.. place.Tab.Root.Sessions], m.From, m.Action == KeyActions.SwapWithNextPane));
                break;
            case KeyActions.MoveTabLeft or KeyActions.MoveTabRight:
                place.Window.Move(place.Tab, m.Action == KeyActions.MoveTabRight);
                TellLayout();
                break;
            default:
                MoveFocus(m, place.Window, place.Tab);
                break;
        }

        Asker.Tell(Done.Instance);
    }

    private void MoveFocus(KeyLayout m, Window window, Tab tab)
    {
        var before = FocusToCompare();
        switch (m.Action)
        {
            case KeyActions.NextTab or KeyActions.PreviousTab:
                tab = Around(window.Tabs, tab, m.Action == KeyActions.NextTab);
                _tree.Select(window, tab);
                break;
            case KeyActions.NextRecentTab or KeyActions.PreviousRecentTab:
                tab = window.Recent(last: m.Action == KeyActions.NextRecentTab);
                _tree.Select(window, tab);
                break;
            case KeyActions.NextWindow or KeyActions.PreviousWindow:
                window = Around(_tree.Windows, window, m.Action == KeyActions.NextWindow);
                tab = window.Selected!;
                _tree.Focus(window);
                break;
            case KeyActions.NextPane or KeyActions.PreviousPane:
                tab.Active = Around([.. tab.Root.Sessions], m.From, m.Action == KeyActions.NextPane);
                break;
        }

        _scopes.Follow(window, tab, _sessions);
        TellFocus(before);
    }

    private void Make(KeyLayout m, Window window)
    {
        if (ProfileOf(m.Text) is not { } profile)
        {
            Asker.Tell(NoProfile(m.Text));
            return;
        }

        var start = new SessionsProtocol.SessionStart(Profile: profile.Name);
        switch (m.Action)
        {
            case KeyActions.NewWindow: BeginTab(new CreateTab(null, null, true, start)); break;
            case KeyActions.NewTab: BeginTab(new CreateTab(window.Id, null, true, start)); break;
            default: BeginSplit(new SplitPane(SessionTarget.Of(m.From), m.Action == KeyActions.SplitVertically, false, start)); break;
        }
    }

    private void Swap(Tab tab, SessionId one, SessionId other)
    {
        if (one == other) return;

        tab.Swap(one, other);
        TellLayout();
    }

    /// <summary>A guid or a name; the default profile when it is empty.</summary>
    private ProfilesProtocol.Profile? ProfileOf(string text) => text.Length == 0 ? _profiles.Named(null) : _profiles.WithGuid(text) ?? _profiles.Named(text);

    private static NotFound NoProfile(string text) => new($"no profile has the guid or the name \"{text}\"");

    private (int Columns, int Rows) SizeOf(SessionId id) => (Number(_sessions[id].Scope, "columns"), Number(_sessions[id].Scope, "rows"));

    private static T Around<T>(IReadOnlyList<T> items, T from, bool forwards)
    {
        var at = items.ToList().IndexOf(from);
        return items[(at + (forwards ? 1 : items.Count - 1)) % items.Count];
    }
}
