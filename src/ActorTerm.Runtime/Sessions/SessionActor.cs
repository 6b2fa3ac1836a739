using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using ActorTerm.Terminal;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// One session: a program on its pseudo-terminal and the screen it draws. Every writer to the program and every reader of the screen
/// passes through this mailbox, so they need no locks and see one order.
/// </summary>
internal sealed partial class SessionActor : AskingProtocol.AnsweringSwitchActor, IWithTimers, IOwnsLiveStrings
{
    private readonly SessionId _id;
    private readonly SessionStart _start;
    private readonly string _termId;
    private readonly IPtyHost _ptys;
    private readonly IActorRef _alerts;
    private readonly IActorRef _invocations;
    private readonly SessionSettings _settings;
    private readonly SessionVariables _variables;
    private readonly Func<IActorRef, ILoggingAdapter, InvocationsProtocol.LiveStrings> _makeStrings;
    private readonly SessionName _name;
    private readonly SessionBadge _badge;
    private readonly IOutputWatcher? _watcher;
    private readonly TerminalModel _terminal;
    private readonly WriteQueue _input;
    private readonly PromptLog _prompts;
    private readonly Waiters _waiters;
    private readonly ScreenListeners _listeners = new();
    private readonly DateTimeOffset _createdAt = Context.System.Scheduler.Now;
    private ProfilesProtocol.Profile _profile;
    private ILoggingAdapter? _log;
    private InvocationsProtocol.LiveStrings? _strings;
    private List<EventsProtocol.HostEvent>? _early = [];      // what happened before the session stands in the tree; null from then on

    /// <param name="strings">Makes the live strings of this actor.</param>
    /// <param name="makeWatcher">Makes what watches the lines it prints; null for nothing.</param>
    public SessionActor(
        SessionId id,
        SessionStart start,
        string termId,
        ProfilesProtocol.Profile profile,
        SessionVariables variables,
        Func<IActorRef, ILoggingAdapter, InvocationsProtocol.LiveStrings> strings,
        IPtyHost ptys,
        IActorRef alerts,
        CoprocessesProtocol.CoprocessMaker makeCoprocess,
        OutputWatcherMaker? makeWatcher,
        IActorRef invocations,
        KeysProtocol.HostKeys keys,
        SessionSettings settings)
    {
        _id = id;
        _start = start;
        _termId = termId;
        _profile = profile;
        _variables = variables;
        _ptys = ptys;
        _alerts = alerts;
        _makeCoprocess = makeCoprocess;
        _invocations = invocations;
        _hostKeys = keys;
        _keys = new KeysProtocol.KeyRules(id, keys);
        _settings = settings;
        _input = NewWriteQueue();
        _prompts = new PromptLog(settings.MaxPrompts);
        _waiters = new Waiters(settings.MaxWaiters);
        _terminal = new TerminalModel(ScreenOptions(), new TerminalReports(this));
        ReadKeys();
        _makeStrings = strings;
        _variables.Begin(_id, _termId, _profile, _terminal.Screen.Columns, _terminal.Screen.Rows, _createdAt);
        _name = new SessionName(_variables.Owner, this, _profile.Name, _start.Name ?? TitleOf(_profile), Renamed);
        _badge = new SessionBadge(_variables.Owner, this, BadgeText());
        _watcher = makeWatcher?.Invoke(this);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => Launch();

    // The table of contents; what the program does comes first, since it comes most.
    protected override bool Handle(object message)
    {
        switch (message)
        {
            case PtyReady m: TakeTurn(m.What); break;
            case Spawned m: Run(m); break;
            case Placed: BeginInTree(); break;
            case SpawnFailed m: GiveUp(m); break;
            case PtyExiting m: BeginEnd(m); break;
            case PtyExited m: Finish(m); break;
            case NextRung: Climb(); break;
            case Close: BeginClose(); break;
            case Restart m: BeginRestart(m); break;
            case SessionsProtocol.Type m: Enter(System.Text.Encoding.UTF8.GetBytes(m.Text)); break;
            case Write m: Enter(m.Bytes); break;
            case PressKeys m: Press(m); break;
            case Signal m: SignalJob(m); break;
            case Resize m: BeginResize(m); break;
            case ResizeNow: PassSizeOn(); break;
            case Inject m: InjectOutput(m); break;
            case ReadBuffer m: Asker.Tell(ScreenReader.Read(_terminal, m)); break;
            case Capture m: Asker.Tell(ScreenCapture.Take(_terminal, m)); break;
            case CountLines: Asker.Tell(ScreenReader.Count(_terminal)); break;
            case GetPrompt m: Asker.Tell((object?)PromptWithText(m.Id) ?? new NoPrompt()); break;
            case ListPrompts m: Asker.Tell(new PromptIds(_prompts.Ids(m.First, m.Last))); break;
            case Hear m: Listen(m.Subscriber, m.Events); break;
            case ScreenDue: TellScreenChanged(); break;
            case WaitFor m: BeginWait(m); break;
            case WaitOver m: _waiters.TimeIsUp(m.Key); break;
            case IdleDue m: _waiters.Idle(m.Key); break;
            case Attach m: Admit(m); break;
            case TakeFrame m: GiveFrame(m); break;
            case DrawnTooLong: ShowHalfDrawn(); break;
            case ViewerInput m: TakeInput(m); break;
            case CoprocessesProtocol.Relayed m: CoprocessTook(m); break;
            case CoprocessesProtocol.Typed m: CoprocessTyped(m); break;
            case CoprocessesProtocol.StartCoprocess m: Start(m); break;
            case CoprocessesProtocol.Began m: CoprocessBegan(m); break;
            case CoprocessesProtocol.NotBegun m: CoprocessNotBegun(m); break;
            case CoprocessesProtocol.LetGo: CoprocessLetGo(); break;
            case CoprocessesProtocol.StopCoprocess: StopTheCoprocess(); break;
            case CoprocessesProtocol.GetCoprocess: Asker.Tell(StatusOfCoprocess()); break;
            case StrikeKeys m: Strike(m); break;
            case CopiedKey m: TypeKey(m.Key); break;
            case RunAction m: RunHere(m.Action, m.Caller, copies: false); break;
            case RunActions m: foreach (var action in m.Actions) Run(action, m.Caller); break;
            case InvocationsProtocol.Outcome m when _watcher?.Hear(m, Asker) is not true: HearOutcome(m); break;
            case InvocationsProtocol.Outcome: break;
            case InvocationsProtocol.Evaluated { Tag: KeyCopies copies } m: TakeCopy(copies, m); break;
            case AskingProtocol.Answered m: HearKeyAnswer(m); break;
            case ListKeys: Asker.Tell(KeysProtocol.List(_keys.Profile, _hostKeys.Global)); break;
            case ExplainKeys m: Explain(m); break;
            case WearProfile m: Wear(m.Profile); break;
            case ProfileChanged m: if (ReferenceEquals(_profile.Properties, m.Before.Properties)) Wear(m.After); break;
            case GetInfo: Asker.Tell(Info()); break;
            case Rename m: Name(m); break;
            case AccessVariables m: Asker.Tell(_variables.Owner.Answer(m.Request)); break;
            case GetProfile m: Asker.Tell(ProfileOf(m.Keys)); break;
            case SetProfile m: ChangeProfile(m); break;
            case WorkspaceProtocol.GetProfileProperty m: Asker.Tell(new WorkspaceProtocol.ProfileValue(_profile.Properties.GetValueOrDefault(m.Key))); break;
            case JobDue: LookAtJob(); break;
            case JobSeen m: TakeJob(m.Job); break;
            case Terminated m: Forget(m.ActorRef); break;
            default: return _watcher?.Hear(message, Asker) is true || HearLiveStrings(message);
        }

        return true;
    }

    private bool HearLiveStrings(object message)
    {
        if (_strings is null || !_strings.Takes(message)) return false;

        _strings.Hear(message);
        return true;
    }

    protected override void PostStop()
    {
        _waiters.Ended(_exit ?? new ProgramExit(null, null));
        AnswerWhoStillWaits();
        _variables.Owner.Close();
        LetGoOfPty();
    }

    private TerminalOptions ScreenOptions() => _settings.Terminal with
    {
        Columns = _start.Columns ?? Side("Columns") ?? _settings.Terminal.Columns,
        Rows = _start.Rows ?? Side("Rows") ?? _settings.Terminal.Rows,
        ScrollbackLines = _profile.Number("Scrollback Lines") is { } lines and >= 0 ? lines : _settings.Terminal.ScrollbackLines,
        ReportVariable = name => IsReportable(name) ? _variables.Display(name) : null,
    };

    // A profile takes any number; one that is no size counts as none.
    private int? Side(string key) => _profile.Number(key) is { } cells and >= 1 and <= TerminalOptions.MaxCells ? cells : null;

    private bool IsReportable(string variable) => _settings.ReportableVariables.Contains(variable) && !(variable == "badge" && _badge.IsByProgram);

    private SessionInfo Info() => new(
        _name.Text, _name.Presentation, _command, _state == SessionState.Running ? _pty?.Pid : null, _state, _exit,
        _terminal.Screen.Columns, _terminal.Screen.Rows, _createdAt, _endedAt, _viewers.Count, Restarts, _start.Hold, _coprocess?.Info?.Command);

    private int Restarts => Math.Max(0, _generation - 1);

    private void Name(Rename m)
    {
        _name.ByPerson(m.Name);
        Asker.Tell(WorkspaceProtocol.Done.Instance);
    }

    private void TellChanged()
    {
        if (_state != SessionState.Starting) Context.Parent.Tell(new Changed(_id, Info()), Self);
    }

    private ProfileValues ProfileOf(IReadOnlyList<string>? keys) => new(
        [.. _profile.Properties.Where(property => keys is null || keys.Count == 0 || keys.Contains(property.Key))]);

    private void ChangeProfile(SetProfile m)
    {
        if (!_profile.TryWith(m.Properties, out var changed, out var error))
        {
            _alerts.Tell(new Alerts.AlertsProtocol.Raise(Alerts.AlertsProtocol.AlertSource.Api, _id, null, error, []), Self);     // the wire has room for a status only
            Asker.Tell(new Rejected(Rejection.BadValue, error));
        }
        else if (_watcher?.Objection(changed) is { } objection)
        {
            Asker.Tell(new Rejected(Rejection.BadValue, objection));
        }
        else
        {
            Wear(changed);
            Asker.Tell(Accepted.Instance);
        }
    }

    private static string? TitleOf(ProfilesProtocol.Profile profile) => profile.Text(ProfilesProtocol.TitleKey) is { Length: > 0 } title ? title : null;

    private string BadgeText() => _profile.Text("Badge Text") ?? "";

    private void Renamed(string name)
    {
        TellChanged();
        Publish(EventsProtocol.Kinds.SessionRenamed, new KeyValuePair<string, Value>("name", Value.Of(name)));
    }

    private ILoggingAdapter Log => _log ??= Context.GetLogger();

    InvocationsProtocol.LiveStrings IOwnsLiveStrings.LiveStrings => _strings ??= _makeStrings(Self, Log);

    private void Complain(string text) => Log.Warning("{0}", text);

    private void Publish(string kind, params KeyValuePair<string, Value>[] data)
    {
        var happened = new EventsProtocol.HostEvent(Context.System.Scheduler.Now, kind, _id, Value.Object(data));
        if (_early is null) Context.System.EventStream.Publish(happened);
        else _early.Add(happened);
    }

    /// <summary>Whoever watches events has heard that the session was created, so now of what happens in it.</summary>
    private void BeginInTree()
    {
        foreach (var happened in _early ?? []) Context.System.EventStream.Publish(happened);
        _early = null;
        _pty?.Arm(PtyInterest.Read);
    }
}
