using ActorTerm.Language;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

// What may be asked of the tree and of its sessions.
internal sealed partial class WorkspaceActor
{
    private void ActivateObjects(Activate m)
    {
        if (WhereIs(m, out var window, out var tab) is { } missing)
        {
            Asker.Tell(missing);
            return;
        }

        var before = FocusToCompare();
        var refusal = Apply(m, window, tab);
        if (m.Session is { } session && m.SelectSession && refusal is null) tab!.Active = session;
        if (window is not null) _scopes.Follow(window, tab, _sessions);
        TellFocus(before);
        Asker.Tell((object?)refusal ?? Done.Instance);
    }

    private NotFound? WhereIs(Activate m, out Window? window, out Tab? tab)
    {
        (window, tab) = (null, null);
        if (m.Session is { } session)
        {
            if (!_tree.TryFind(session, out var place)) return NoSession(SessionTarget.Of(session));
            (window, tab) = place;
        }
        else if (m.Tab is { } id)
        {
            if ((tab = _tree.Find(id)) is null) return new NotFound($"there is no tab {id}");
            window = _tree.WindowOf(tab);
        }
        else if (m.Window is { } windowId && (window = _tree.Find(windowId)) is null)
        {
            return new NotFound($"there is no window {windowId}");
        }

        return null;
    }

    /// <summary>Each flag in turn; one without its object ends the request, and what was done before it stays done.</summary>
    private ActivateRefused? Apply(Activate m, Window? window, Tab? tab)
    {
        if (m.OrderWindowFront)
        {
            if (window is null) return new ActivateRefused("order_window_front needs a window, a tab or a session");
            _tree.Focus(window);
        }

        if (m.SelectTab)
        {
            if (window is null || tab is null) return new ActivateRefused("select_tab needs a tab or a session");
            window.Select(tab);
        }

        return m.SelectSession && m.Session is null ? new ActivateRefused("select_session needs a session") : null;
    }

    private void SelectNeighbour(SelectPane m)
    {
        if (_tree.Find(m.Tab) is not { } tab)
        {
            Asker.Tell(new NotFound($"there is no tab {m.Tab}"));
            return;
        }

        var before = FocusToCompare();
        var next = Neighbours.Find(tab.Root, tab.Active, m.Direction, id => (Number(_sessions[id].Scope, "columns"), Number(_sessions[id].Scope, "rows")));
        if (next is { } id) tab.Active = id;
        _scopes.Follow(_tree.WindowOf(tab), tab, _sessions);
        TellFocus(before);
        Asker.Tell(new PaneSelected(next));
    }

    private void PassToSession(ToSession m)
    {
        if (Resolve(m.Target) is { } id) Asker.PassOn(_sessions[id].Actor, m.Message);
        else if (m is { Target.IsAll: true, Message: SessionsProtocol.SetProfile given })
        {
            if (Wrong(given.Properties) is { } wrong)
            {
                RefuseProperties(wrong);
                return;
            }

            foreach (var session in _sessions.Values) session.Actor.Tell(m.Message, Self);
            Asker.Tell(SessionsProtocol.Accepted.Instance);
        }
        else Asker.Tell(NoSession(m.Target));
    }

    /// <summary>A question that was passed on to a session in its last moment, which never read it.</summary>
    private void AnswerInPlaceOfSession(DeadLetter letter)
    {
        if (letter.Message is not AskingProtocol.Asked asked || !Self.Path.Equals(letter.Recipient.Path.Parent)) return;

        if (SessionId.TryParseActorName(letter.Recipient.Path.Name, out var id)) new AskingProtocol.Asker(letter.Sender, asked.Tag).Tell(NoSession(SessionTarget.Of(id)));
    }

    private void TypeInto(TypeText m)
    {
        if (m.Target.IsAll)
        {
            foreach (var session in _sessions.Values) session.Actor.Tell(new SessionsProtocol.Type(m.Text), Self);
            Asker.Tell(Done.Instance);
        }
        else if (Resolve(m.Target) is { } id)
        {
            Asker.PassOn(_sessions[id].Actor, new SessionsProtocol.Type(m.Text));
            foreach (var peer in m.SuppressBroadcast ? [] : _broadcast.PeersOf(id)) TellSession(peer, new SessionsProtocol.Type(m.Text));
        }
        else
        {
            Asker.Tell(NoSession(m.Target));
        }
    }

    private void InjectInto(InjectBytes m)
    {
        var found = m.Targets.Select(target => target switch
        {
            { IsAll: true } => _sessions.Keys.ToArray(),
            { } one when Resolve(one) is { } id => [id],
            _ => null,
        }).ToList();
        foreach (var id in found.OfType<SessionId[]>().SelectMany(ids => ids)) TellSession(id, new SessionsProtocol.Inject(m.Data));
        Asker.Tell(new InjectDone([.. found.Select(ids => ids is not null)]));
    }

    private SessionList List() => new([.. _tree.Sessions.Select(id =>
    {
        _tree.TryFind(id, out var place);
        var scope = _sessions[id].Scope;
        return new SessionEntry(
            id, new Place(place.Window.Id, place.Tab.Id), _sessions[id].Info!, id == _tree.ActiveSession,
            Text(scope, "jobName"), Text(scope, "path"), Text(scope, "tty"));
    })]);

    private object Find(ScopeTarget target) => target.Kind switch
    {
        VariablesProtocol.ScopeKind.App => new ScopeFound(_scopes.App.Scope, null),
        VariablesProtocol.ScopeKind.Session when SessionTarget.TryParse(target.Identifier, out var session) && Resolve(session) is { } id =>
            new ScopeFound(_sessions[id].Scope, id),
        VariablesProtocol.ScopeKind.Tab when OwnerOf(target) is { } owner => new ScopeFound(owner.Scope, null),
        VariablesProtocol.ScopeKind.Window when OwnerOf(target) is { } owner => new ScopeFound(owner.Scope, null),
        _ => new NotFound($"there is no {target.Kind.ToString().ToLowerInvariant()} {target.Identifier}"),
    };

    private VariablesProtocol.ScopeOwner? OwnerOf(ScopeTarget target) => target.Kind switch
    {
        VariablesProtocol.ScopeKind.App => _scopes.App,
        VariablesProtocol.ScopeKind.Tab when TabId.TryParse(target.Identifier, out var tab) => _scopes.Tabs.GetValueOrDefault(tab),
        VariablesProtocol.ScopeKind.Window when target.Identifier == "active" => _tree.Current is { } window ? _scopes.Windows[window.Id] : null,
        VariablesProtocol.ScopeKind.Window when WindowId.TryParse(target.Identifier, out var window) => _scopes.Windows.GetValueOrDefault(window),
        _ => null,
    };

    private void AccessScopes(AccessVariables m)
    {
        if (m.Target is { Identifier: "all", Kind: not VariablesProtocol.ScopeKind.App }) AccessAll(m);
        else if (m.Target.Kind == VariablesProtocol.ScopeKind.Session)
        {
            if (SessionTarget.TryParse(m.Target.Identifier, out var target)) PassToSession(new ToSession(target, new SessionsProtocol.AccessVariables(m.Request)));
            else Asker.Tell(new NotFound($"there is no session {m.Target.Identifier}"));
        }
        else if (OwnerOf(m.Target) is { } owner) Asker.Tell(owner.Answer(m.Request));
        else Asker.Tell(new NotFound($"there is no {m.Target.Kind.ToString().ToLowerInvariant()} {m.Target.Identifier}"));
    }

    private void AccessAll(AccessVariables m)
    {
        if (m.Request.Gets.Count > 0)
        {
            Asker.Tell(new VariablesProtocol.VariablesRefused(
                VariablesProtocol.VariablesRefusal.MultiGetDisallowed, "variables of all can be set, not read"));
            return;
        }

        VariablesProtocol.VariablesAnswer answer = new VariablesProtocol.VariableValues([]);
        switch (m.Target.Kind)
        {
            case VariablesProtocol.ScopeKind.Session:
                if (VariablesProtocol.Check(m.Request) is { } refused) answer = refused;
                else foreach (var session in _sessions.Values) session.Actor.Tell(new SessionsProtocol.AccessVariables(m.Request), Self);
                break;
            case VariablesProtocol.ScopeKind.Tab:
                foreach (var owner in _scopes.Tabs.Values) Set(owner);
                break;
            default:
                foreach (var owner in _scopes.Windows.Values) Set(owner);
                break;
        }

        Asker.Tell(answer);

        void Set(VariablesProtocol.ScopeOwner owner)
        {
            if (owner.Answer(m.Request) is VariablesProtocol.VariablesRefused refused) answer = refused;
        }
    }

    private void SetTitle(VariablesProtocol.ScopeOwner? owner, string title, string missing)
    {
        if (owner is null)
        {
            Asker.Tell(new NotFound(missing));
            return;
        }

        _scopes.SetTitle(owner, title);
        Asker.Tell(Done.Instance);
    }

    private void ReplaceBroadcast(SetBroadcast m)
    {
        var groups = m.Domains.Select(domain => domain.Select(target => target is { } one ? Resolve(one) : null).ToList()).ToList();
        if (groups.Any(group => group.Contains(null)))
        {
            Asker.Tell(new BroadcastRefused(BroadcastRefusal.NoSuchSession));
            return;
        }

        var refusal = _broadcast.Replace([.. groups.Select(group => (IReadOnlyList<SessionId>)[.. group.OfType<SessionId>()])], WindowOf);
        if (refusal is { } why)
        {
            Asker.Tell(new BroadcastRefused(why));
            return;
        }

        TellBroadcast();
        Asker.Tell(Done.Instance);
    }

    private WindowId WindowOf(SessionId id) => _tree.TryFind(id, out var place) ? place.Window.Id : default;

    private ProfileList Profiles(IReadOnlyList<string>? guids) => new(
        [.. (guids is null ? _profiles.All : guids.Select(_profiles.WithGuid).OfType<ProfilesProtocol.Profile>()).Select(profile => profile.Properties)]);

    private void ChangeProfiles(SetProfiles m)
    {
        if (m.Guids.FirstOrDefault(guid => _profiles.WithGuid(guid) is null) is { } unknown) Asker.Tell(new NotFound($"no profile has the guid {unknown}"));
        else if (Wrong(m.Properties) is { } wrong) RefuseProperties(wrong);
        else if (_profiles.TryChange(m.Guids, m.Properties, out var error)) Asker.Tell(Done.Instance);
        else RefuseProperties(error);
    }

    private void RefuseProperties(string text)
    {
        Complain(text);
        Asker.Tell(new SessionsProtocol.Rejected(SessionsProtocol.Rejection.BadValue, text));
    }
}
