using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Connections;

/// <summary>
/// One connected script. Everything that goes to the script passes through here, so the order of this mailbox is the order on the wire;
/// and what the script asks starts in the order it asked.
/// </summary>
internal sealed class ConnectionActor : ReceiveActor, IWithTimers
{
    private readonly ConnectionId _id;
    private readonly IScriptLink _link;
    private readonly string _name;
    private readonly InvocationsProtocol.InvocationSource _source;
    private readonly HostParts _host;
    private readonly ConnectionSettings _settings;
    private readonly Subscriptions _subscriptions = new();
    private readonly Questions _questions;
    private readonly Dictionary<object, Subscribe> _starting = [];      // bounded by the subscriptions; /monitors answers each
    private HashSet<string> _diary = [];
    private readonly ScriptCalls _calls;

    public ConnectionActor(ConnectionId id, Open opened, HostParts host, ConnectionSettings settings)
    {
        _id = id;
        _link = opened.Link;
        _name = opened.Name;
        _source = opened.Source == ScriptSource.Cli ? InvocationsProtocol.InvocationSource.Cli : InvocationsProtocol.InvocationSource.Api;
        _host = host;
        _settings = settings;
        _questions = new Questions(settings.ReplyTimeout);
        _calls = new ScriptCalls(settings.MaxLateCalls);

        Receive<PassOn>(PassOnRequest);
        Receive<AskingProtocol.Answered>(m => _questions.Take(m.Tag)?.Invoke(m.Answer));
        Receive<QuestionsDue>(_ => GiveUpOldQuestions());
        Receive<InvokeIn>(m => FindScope(m, 0));
        Receive<Subscribe>(BeginSubscription);
        Receive<Unsubscribe>(m => Send(m.Answer(EndSubscription(m.From))));
        Receive<SetDiary>(HearDiary);
        Receive<RegisterFunction>(m => Ask(_host.Functions, Registration(m), m.Answer));
        Receive<UnregisterFunction>(m => Ask(_host.Functions, new FunctionsProtocol.Unregister(m.Signature, Self), m.Answer));

        Receive<CallScript>(RunInScript);
        Receive<ForgetCall>(m => _calls.Forget(m.Call));
        Receive<ScriptReturned>(m => Answer(m.Call, new FunctionsProtocol.Answered(m.Call, m.Value), m.Acknowledgement));
        Receive<ScriptRaised>(m => Answer(m.Call, new FunctionsProtocol.Raised(m.Call, m.Reason, m.Traceback), m.Acknowledgement));

        Receive<Deliver>(m => Send(m.Event));
        Receive<EventsProtocol.HostEvent>(m => _diary.Contains("*") || _diary.Contains(m.Kind), Send);
        Receive<EventsProtocol.HostEvent>(_ => { });
        Receive<WorkspaceProtocol.ProfileChanged>(m =>
        {
            if (_subscriptions.Contains(new ProfileTopic(m.Guid))) Send(m);
        });
        Receive<ScriptEvent>(Send);
        Receive<VariablesProtocol.MonitorStarted>(m => MonitorAnswered(m.Tag, SubscribeResult.Ok));
        Receive<VariablesProtocol.MonitorRefused>(RefuseMonitor);
        Receive<VariablesProtocol.VariableChanged>(m => Send(new MonitoredVariableChanged(m.Kind, m.Identifier, m.Name, m.Value)));
        Receive<AlertsProtocol.Alert>(m => Send(new AlertRaised(m)));
        Receive<Lost>(_ => Context.Stop(Self));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop() => _link.Close("the host ended this connection");

    private FunctionsProtocol.Register Registration(RegisterFunction m) =>
        new(new FunctionsProtocol.Registration(m.FullName, m.Arguments, m.Defaults, m.Timeout, Self, _name) { Connection = _id });

    private void FindScope(InvokeIn m, int at) =>
        AskWorkspace(new WorkspaceProtocol.FindScope(m.Scopes[at]), reply => InvokeOrGoOn(m, at, reply));

    private void InvokeOrGoOn(InvokeIn m, int at, object reply)
    {
        if (reply is WorkspaceProtocol.ScopeFound found)
        {
            var invoke = new InvocationsProtocol.Invoke(
                InvocationId.Next(), m.Text, found.Scope, Within: m.Within, Source: _source, Session: found.Session, AsMethod: m.AsMethod);
            Ask(_host.Invocations, invoke, m.Answer, patient: true);
        }
        else if (at + 1 < m.Scopes.Count) FindScope(m, at + 1);
        else Send(m.Answer(reply));
    }

    private void PassOnRequest(PassOn m)
    {
        if (m.Target == Part.Workspace) AskWorkspace(m.Message, reply => Send(m.Answer(reply)), m.Patient);
        else Ask(_host.Of(m.Target), m.Message, m.Answer, m.Patient);
    }

    /// <summary>Asks for the workspace's or a session's answer, which comes in its place among the events they tell.</summary>
    private void AskWorkspace(object message, Action<object> take, bool patient = false)
    {
        var tag = _questions.Add(take, patient ? null : Context.System.Scheduler.Now);
        _host.Workspace.Tell(new AskingProtocol.Asked(tag, message), Self);
        if (!patient && !Timers.IsTimerActive(QuestionsDue.Instance)) Timers.StartSingleTimer(QuestionsDue.Instance, QuestionsDue.Instance, _settings.ReplyTimeout);
    }

    private void GiveUpOldQuestions()
    {
        var now = Context.System.Scheduler.Now;
        foreach (var take in _questions.TakeDue(now)) take(new NoReply("the host did not answer in time"));
        if (_questions.NextDue(now) is { } wait) Timers.StartSingleTimer(QuestionsDue.Instance, QuestionsDue.Instance, wait);
    }

    private void RunInScript(CallScript m)
    {
        _calls.Add(m.Call, Sender);
        Send(new CallRequested(m.Call, m.Name, m.Arguments));
    }

    private void Answer(long call, object answer, ScriptEvent acknowledgement)
    {
        _calls.Take(call)?.Tell(answer, Self);
        Send(acknowledgement);
    }

    private void BeginSubscription(Subscribe m)
    {
        if (_subscriptions.Contains(m.To)) Send(m.Answer(SubscribeResult.Already));
        else if (Question(m.To) is { } question) AskWorkspace(question, reply => Begin(m, reply));
        else Begin(m, null);
    }

    /// <summary>What must be asked of the workspace before the subscription can begin.</summary>
    private static object? Question(Subscription subscription) => subscription switch
    {
        SessionTopic one => SessionTarget.TryParse(one.Target, out var target) ? new WorkspaceProtocol.Resolve(target) : new WorkspaceProtocol.Resolve(default),
        KeyFilterTopic one => new WorkspaceProtocol.FilterKeys(
            SessionTarget.TryParse(one.Target, out var target) ? target : default, one.Target, one.Patterns),
        VariableTopic { Identifier: not "all" } one => new WorkspaceProtocol.FindScope(new(one.Kind, one.Identifier)),
        _ => null,
    };

    private void Begin(Subscribe m, object? reply)
    {
        switch (m.To, reply)
        {
            case (_, _) when _subscriptions.Contains(m.To):       // the same was asked while this one was looked into
                Send(m.Answer(SubscribeResult.Already));
                break;
            case (_, _) when _subscriptions.Count >= _settings.MaxSubscriptions:
                if (m.To is KeyFilterTopic refused) _host.Workspace.Tell(new WorkspaceProtocol.EndFilter(refused.Target), Self);
                Send(m.Answer(SubscribeResult.BadIdentifier));
                break;
            case (KeyFilterTopic, WorkspaceProtocol.ResolvedTo):
                _subscriptions.Add(m.To);
                Send(m.Answer(SubscribeResult.Ok));
                break;
            case (SessionTopic, WorkspaceProtocol.ResolvedTo found):
                _subscriptions.Add(m.To, found.Target);
                HearSessions(found.Target);
                Send(m.Answer(SubscribeResult.Ok));
                break;
            case (SessionTopic or KeyFilterTopic, _):
                Send(m.Answer(SubscribeResult.NoSuchSession));
                break;
            case (VariableTopic one, WorkspaceProtocol.ScopeFound found):
                StartMonitor(m, new VariablesProtocol.Monitor(Self, found.Scope, one.Name, one));
                break;
            case (VariableTopic { Kind: VariablesProtocol.ScopeKind.Session or VariablesProtocol.ScopeKind.Window } one, null):
                StartMonitor(m, new VariablesProtocol.MonitorAll(Self, one.Kind, one.Name, one));
                break;
            case (VariableTopic, _):
                Send(m.Answer(SubscribeResult.BadIdentifier));
                break;
            default:
                _subscriptions.Add(m.To);
                if (m.To is TreeTopic or ProfileTopic) _host.Workspace.Tell(new WorkspaceProtocol.HearTree(_subscriptions.Tree), Self);
                Send(m.Answer(SubscribeResult.Ok));
                break;
        }
    }

    /// <summary>The script is answered when <c>/monitors</c> has said whether it takes one more.</summary>
    private void StartMonitor(Subscribe m, object monitor)
    {
        _subscriptions.Add(m.To);
        _starting[m.To] = m;
        _host.Monitors.Tell(monitor, Self);
    }

    private void MonitorAnswered(object topic, SubscribeResult result)
    {
        if (_starting.Remove(topic, out var asked)) Send(asked.Answer(result));
    }

    private void RefuseMonitor(VariablesProtocol.MonitorRefused m)
    {
        _subscriptions.Remove((Subscription)m.Tag, out _);
        MonitorAnswered(m.Tag, SubscribeResult.BadIdentifier);
    }

    private SubscribeResult EndSubscription(Subscription subscription)
    {
        if (!_subscriptions.Remove(subscription, out var target)) return SubscribeResult.NotSubscribed;

        switch (subscription)
        {
            case TreeTopic or ProfileTopic:
                _host.Workspace.Tell(new WorkspaceProtocol.HearTree(_subscriptions.Tree), Self);
                break;
            case SessionTopic:
                HearSessions(target!.Value);
                break;
            case KeyFilterTopic one:
                _host.Workspace.Tell(new WorkspaceProtocol.EndFilter(one.Target), Self);
                break;
            case VariableTopic one:
                _host.Monitors.Tell(new VariablesProtocol.Unmonitor(Self, one), Self);
                break;
        }

        return SubscribeResult.Ok;
    }

    private void HearDiary(SetDiary m)
    {
        object alerts = m.Alerts ? new AlertsProtocol.SubscribeAlerts(Self) : new AlertsProtocol.UnsubscribeAlerts(Self);
        _host.Alerts.Tell(alerts, Self);
        _diary = m.Kinds.ToHashSet();
        if (_diary.Count > 0) Context.System.EventStream.Subscribe(Self, typeof(EventsProtocol.HostEvent));
        else Context.System.EventStream.Unsubscribe(Self, typeof(EventsProtocol.HostEvent));
        Send(m.Answer);
    }

    /// <summary>Tells the sessions concerned what this script hears of them; what it hears of all is part of what it hears of each.</summary>
    private void HearSessions(SessionTarget changed)
    {
        if (changed.IsAll) _host.Workspace.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.All, _subscriptions.OfAll), Self);
        foreach (var id in changed.IsAll ? _subscriptions.Named : [changed.Id])
            _host.Workspace.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.Of(id), _subscriptions.Of(id)), Self);
    }

    /// <summary>
    /// Asks, and puts the answer on the wire. The reply comes back through this mailbox, behind everything the asked actor told it before.
    /// </summary>
    private void Ask(IActorRef target, object message, Func<object, ScriptEvent> answer, bool patient = false) => target
        .Ask<object>(message, patient ? null : _settings.ReplyTimeout)
        .PipeTo(Self, success: reply => new Deliver(answer(reply)), failure: error => new Deliver(answer(new NoReply(error.Message))));

    private void Send(ScriptEvent e)
    {
        if (_link.TrySend(e)) return;

        _link.Close("too slow: more waits than actorterm.api.max-outbound-bytes");
        Context.Stop(Self);
    }

    private sealed class QuestionsDue
    {
        public static QuestionsDue Instance { get; } = new();
    }
}
