using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>
/// The tree of windows, tabs and panes, its one focus, and the parent of every session. It decides with plain data (<see cref="WindowTree"/>,
/// <see cref="BroadcastGroups"/>) and tells every change itself, so that mailbox order is the order scripts see.
/// </summary>
internal sealed partial class WorkspaceActor : AskingProtocol.AnsweringActor, IWithTimers
{
    private readonly ISessionMaker _maker;
    private readonly WorkspaceSettings _settings;
    private readonly IActorRef _monitors;
    private readonly IActorRef _alerts;
    private readonly WindowTree _tree = new();
    private readonly Dictionary<SessionId, LiveSession> _sessions = [];      // bounded: actorterm.sessions.max-sessions
    private readonly Dictionary<SessionId, Birth> _births = [];
    private readonly Closings _closings = new();
    private readonly TreeListeners _listeners = new();
    private readonly BroadcastGroups _broadcast = new();
    private readonly ProfilesProtocol.ProfileStore _profiles;
    private readonly WorkspaceScopes _scopes;

    /// <param name="own">Makes the owner of a new scope's variables.</param>
    /// <param name="titles">Makes the live strings of this actor. Called when the first session comes: by then the whole host is there.</param>
    public WorkspaceActor(
        ISessionMaker maker,
        WorkspaceSettings settings,
        IActorRef monitors,
        IActorRef alerts,
        KeysProtocol.HostKeys keys,
        Func<VariablesProtocol.ScopeHandle, VariablesProtocol.ScopeOwner> own,
        Func<IActorRef, ILoggingAdapter, InvocationsProtocol.LiveStrings> titles)
    {
        _maker = maker;
        _profiles = new ProfilesProtocol.ProfileStore(maker.DefaultProfile, maker.Profiles, guid => _listeners.Tell(TreeEvents.Profiles, new ProfileChanged(guid)));
        _settings = settings;
        _monitors = monitors;
        _alerts = alerts;
        _keys = keys;
        _preferences = new Preferences(keys, settings.MaxPreferences);
        var (self, log) = (Self, Context.GetLogger());
        var strings = new Lazy<InvocationsProtocol.LiveStrings>(() => titles(self, log), isThreadSafe: false);
        _scopes = new WorkspaceScopes(monitors, own, strings);

        On<GetTree>(_ => Asker.Tell(Snapshot()));
        On<GetFocus>(_ => Asker.Tell(_tree.FocusState()));
        Receive<HearTree>(m => _listeners.HearTree(Context.Watch(Sender), m.Events));
        Receive<HearSessions>(ListenToSessions);
        On<Resolve>(m => Asker.Tell(ResolveTarget(m.Target)));

        On<CreateTab>(BeginTab);
        On<SplitPane>(BeginSplit);
        On<GetReadiness>(_ => Asker.Tell((object?)Unready() ?? Done.Instance));
        On<CloseSessions>(m => CloseAll(m.Sessions, id => _sessions.ContainsKey(id) ? [id] : null));
        On<CloseSession>(m => CloseOne(m.Target));
        On<CloseTabs>(m => CloseAll(m.Tabs, id => _tree.Find(id)?.Root.Sessions));
        On<CloseWindows>(m => CloseAll(m.Windows, id => _tree.Find(id)?.Tabs.SelectMany(tab => tab.Root.Sessions)));
        On<CloseEverything>(_ => CloseForGood());
        On<Activate>(ActivateObjects);
        On<SelectPane>(SelectNeighbour);

        Receive<SessionsProtocol.Started>(m => Place(m.Id, m.Info));
        Receive<SessionsProtocol.NotStarted>(m => Refuse(m.Id, m.Text));
        Receive<SessionsProtocol.Ended>(m => KeepEnded(m.Id, m.Info));
        Receive<SessionsProtocol.Restarted>(m => Revive(m.Id, m.Info));
        Receive<SessionsProtocol.Changed>(m => Update(m.Id, m.Info));
        Receive<EndedLongEnough>(m => TellSession(m.Id, SessionsProtocol.Close.Instance));
        Receive<SessionGone>(m => Bury(m.Id));
        Receive<DeadLetter>(AnswerInPlaceOfSession);
        Receive<Terminated>(m =>
        {
            _listeners.Forget(m.ActorRef);
            _keys.Remove(m.ActorRef, null);
        });

        On<ToSession>(PassToSession);
        On<TypeText>(TypeInto);
        On<InjectBytes>(InjectInto);
        On<ListSessions>(_ => Asker.Tell(List()));
        On<FindScope>(m => Asker.Tell(Find(m.Target)));
        On<AccessVariables>(AccessScopes);
        On<SetSessionName>(m => PassToSession(new ToSession(SessionTarget.Of(m.Session), new SessionsProtocol.Rename(m.Name))));
        On<GetProfileProperty>(m => PassToSession(new ToSession(SessionTarget.Of(m.Session), m)));
        On<SetTabTitle>(m => SetTitle(_scopes.Tabs.GetValueOrDefault(m.Tab), m.Title, $"there is no tab {m.Tab}"));
        On<SetWindowTitle>(m => SetTitle(_scopes.Windows.GetValueOrDefault(m.Window), m.Title, $"there is no window {m.Window}"));

        Receive<object>(m => strings.IsValueCreated && strings.Value.Takes(m), m => strings.Value.Hear(m));
        Receive<SessionsProtocol.Accepted>(_ => { });            // of what was told to many at once: nobody waits for each
        Receive<SessionsProtocol.Rejected>(_ => { });
        Receive<VariablesProtocol.VariablesAnswer>(_ => { });

        On<GetBroadcast>(_ => Asker.Tell(new BroadcastDomains(_broadcast.All)));
        On<SetBroadcast>(ReplaceBroadcast);
        On<ListProfiles>(m => Asker.Tell(Profiles(m.Guids)));
        On<SetProfiles>(ChangeProfiles);
        On<OfProfile>(AskProfile);
        On<ImportProfiles>(Import);
        On<TriggersProtocol.TestTrigger>(Try);

        On<ApplyConfiguration>(TakeOver);
        On<FilterKeys>(BeginFilter);
        Receive<EndFilter>(m => _keys.Remove(Sender, m.Name));
        On<ListKeys>(TellKeys);
        On<AccessPreferences>(m => Asker.Tell(new PreferenceResults([.. m.Requests.Select(Access)])));
        Receive<CopyKey>(m => Copy(m.From, new SessionsProtocol.CopiedKey(m.Key)));
        Receive<CopyInput>(m => Copy(m.From, new SessionsProtocol.Write(m.Bytes)));
        Receive<ApplyKeyAction>(ApplyToMany);
        Receive<GoOnWhereFocusIs>(GoOn);
        On<KeyLayout>(ActOnLayout);
        Receive<AskingProtocol.Answered>(GoOnCopying);
        On<GiveProfile>(HandOver);
        On<TogglePreference>(m =>
        {
            _preferences.Toggle(m.Key);
            Asker.Tell(Done.Instance);
        });
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));

    // A session's program cannot be run again unasked: a session whose actor failed is removed, and its terminal closed with it.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private TreeSnapshot Snapshot() => _tree.Snapshot(id =>
    {
        var scope = _sessions[id].Scope;
        return new PaneView(id, Text(scope, "presentationName"), Number(scope, "columns"), Number(scope, "rows"));
    });

    private void ListenToSessions(HearSessions m)
    {
        if (m.Target.IsAll)
        {
            _listeners.HearSessions(Context.Watch(Sender), m.Events);
            foreach (var session in _sessions.Values) session.Actor.Tell(new SessionsProtocol.Hear(Sender, m.Events));
        }
        else
        {
            TellSession(m.Target.Id, new SessionsProtocol.Hear(Sender, m.Events));
        }
    }

    private object ResolveTarget(SessionTarget target)
    {
        if (target.IsAll) return new ResolvedTo(target);
        return Resolve(target) is { } id ? new ResolvedTo(SessionTarget.Of(id)) : NoSession(target);
    }

    /// <summary>The one session meant; null when there is none.</summary>
    private SessionId? Resolve(SessionTarget target)
    {
        var id = target.IsActive ? _tree.ActiveSession : target.IsOne ? target.Id : null;
        return id is { } one && _sessions.ContainsKey(one) ? one : null;
    }

    private void TellSession(SessionId id, object message)
    {
        if (_sessions.TryGetValue(id, out var session)) session.Actor.Tell(message, Self);
    }

    private static NotFound NoSession(SessionTarget target) =>
        new(target.IsActive ? "there is no active session" : $"there is no session {target}");

    private static string Text(VariablesProtocol.ScopeHandle scope, string name) => scope.Read(name).TryGetString(out var text) ? text : "";

    private static int Number(VariablesProtocol.ScopeHandle scope, string name) => scope.Read(name).TryGetNumber(out var number) ? (int)number : 0;

    /// <summary>Tells people what was wrong with what a script asked for, where the wire has room for a status only.</summary>
    private void Complain(string text) => _alerts.Tell(new AlertsProtocol.Raise(AlertsProtocol.AlertSource.Api, null, null, text, []), Self);

    private void Publish(string kind, SessionId? session, params KeyValuePair<string, Value>[] data) => Context.System.EventStream.Publish(
        new EventsProtocol.HostEvent(Context.System.Scheduler.Now, kind, session, Value.Object(data)));

    private sealed record EndedLongEnough(SessionId Id);

    private sealed record SessionGone(SessionId Id);
}
