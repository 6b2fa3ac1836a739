using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Resolves composed calls: every call whose arguments are known is told to its function at once; the rest wait for their values. Holds all
/// time limits, each function's own and the outer ones, and one timer for the earliest.
/// </summary>
internal sealed partial class InvocationSupervisor : ReceiveActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly InvocationSettings _settings;
    private readonly IActorRef _alerts;
    private readonly RestartMemory _memory;
    private readonly ParseCache _texts;
    private readonly ScopeView _view = new();
    private readonly Dictionary<InvocationId, OpenInvocation> _invocations = [];   // bounded: actorterm.invocations.max-open
    private readonly HashSet<OpenString> _strings = [];                            // counted with them
    private readonly PendingCalls _calls;                                          // bounded: actorterm.invocations.max-calls-in-flight
    private readonly Deadlines _deadlines = new();
    private DateTime _timerAt = DateTime.MaxValue;

    private InvocationSupervisor(InvocationSettings settings, IActorRef alerts, RestartMemory memory)
    {
        _settings = settings;
        _alerts = alerts;
        _memory = memory;
        _calls = new PendingCalls(memory.Numbers);
        _texts = new ParseCache(settings.ParseCacheTexts, new LanguageLimits(settings.MaxTextLength, settings.MaxDepth));

        Receive<Returned>(m => Continue(m.Call, m.Value, null));
        Receive<Invoke>(Begin);
        Receive<Threw>(m => Continue(m.Call, Value.Null, ErrorOf(m)));
        Receive<Busy>(m => Continue(m.Call, Value.Null, new EvaluationError(InvocationErrors.Busy, m.Text)));
        Receive<Due>(_ => ExpireWhatIsDue());
        Receive<Evaluate>(Begin);
        Receive<Cancel>(Cancel);
        Receive<Routes>(Take);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Of(InvocationSettings settings, IActorRef alerts)
    {
        var memory = new RestartMemory();
        return Actor.Of(() => new InvocationSupervisor(settings, alerts, memory));
    }

    private int Open => _invocations.Count + _strings.Count;

    private static DateTime Now => Context.System.Scheduler.Now.UtcDateTime;

    // What was open when the supervisor failed cannot be resumed; everyone who waits is told.
    protected override void PreRestart(Exception reason, object? message)
    {
        var error = new EvaluationError(InvocationErrors.Busy, $"the host failed while it resolved this: {reason.Message}");
        foreach (var open in _invocations.Values) open.Caller.Tell(new Failed(open.Request.Id, error));
        foreach (var open in _strings) open.Caller.Tell(Answer(open, null, error));
        base.PreRestart(reason, message);
    }

    private void Take(Routes routes)
    {
        _memory.Routes = routes;
        Sender.Tell(new RoutesTaken(routes.Version));
    }

    private void Begin(Invoke m)
    {
        if (Open >= _settings.MaxOpen) Refuse(m, InvocationErrors.TooManyOpen(Open));
        else if (_invocations.ContainsKey(m.Id)) Refuse(m, InvocationErrors.UsedTwice(m.Id));
        else if (!_texts.TryParseInvocation(m.Text, out var parsed, out var error)) Refuse(m, EvaluationError.Of(error));
        else
        {
            var open = new OpenInvocation(m, parsed, Sender);
            _invocations.Add(m.Id, open);
            Start(open, Now);
        }
    }

    private void Begin(Evaluate m)
    {
        if (Open >= _settings.MaxOpen) Sender.Tell(new Evaluated(m.Tag, m.Number, null, InvocationErrors.TooManyOpen(Open), [], _memory.Routes.Version));
        else if (!_texts.TryParseInterpolatedString(m.Text, m.Mode, out var parsed, out var error))
            Sender.Tell(new Evaluated(m.Tag, m.Number, null, EvaluationError.Of(error), [], _memory.Routes.Version));
        else
        {
            var open = new OpenString(m, parsed, _memory.Routes.Version, Sender);
            _strings.Add(open);
            Start(open, Now);
        }
    }

    private void Start(OpenEvaluation open, DateTime now)
    {
        if (open.Limit is { } limit) Limit(open, limit, now);
        open.Evaluation.Start(_view.LookAt(open.Scope, open.Frame));
        GoOn(open, now);
    }

    private void Continue(long number, Value value, EvaluationError? error)
    {
        if (_calls.Find(number) is not { } call) return;   // nobody waits any more; the function counted it

        var open = call.Of;
        Settle(call, value, error);
        GoOn(open, Now);
    }

    /// <summary>Reports what came of a call; its slot is free.</summary>
    private void Settle(PendingCall call, Value value, EvaluationError? error)
    {
        var (evaluation, index) = (call.Of.Evaluation, call.Index);
        _deadlines.Remove(call);
        _calls.Remove(call);
        if (error is null) evaluation.Complete(index, value);
        else evaluation.Fail(index, error);
    }

    /// <summary>Makes every call that is ready, and ends it when it is over.</summary>
    private void GoOn(OpenEvaluation open, DateTime now)
    {
        while (true)
        {
            while (open.Evaluation.TryTake(out var ready)) Make(open, ready, now);
            if (open.Evaluation.Outcome is not { } outcome) return;

            _deadlines.Remove(open);
            if (!outcome.Succeeded || !open.TryGoOn())
            {
                Finish(open, outcome);
                return;
            }

            if (open.Limit is { } limit) Limit(open, limit, now);
            open.Evaluation.Start(_view.LookAt(open.Scope, open.Frame));
        }
    }

    private void Make(OpenEvaluation open, in ReadyCall ready, DateTime now)
    {
        var choice = open.Choose(_memory.Routes, ready, _view.LookAt(open.Scope, open.Frame));
        if (choice.Rival is { } rival) _log.Ambiguous(ready.Call.Signature, choice.Route!.Signature, rival.Signature);
        if (choice.Route is not { } route)
        {
            if (choice.Error is { } error) open.Evaluation.Fail(ready.Index, error);
            else open.Evaluation.Complete(ready.Index, choice.Value);
        }
        else if (open.IsSynchronous && !choice.IsBuiltIn) open.Evaluation.Complete(ready.Index, Value.Null);
        else if (InvocationErrors.Unsendable(ready) is { } unsendable) open.Evaluation.Fail(ready.Index, unsendable);
        else if (_calls.Count >= _settings.MaxCallsInFlight) open.Evaluation.Fail(ready.Index, InvocationErrors.TooManyCalls(_calls.Count));
        else
        {
            var call = _calls.Add(open, ready.Index, route);
            Limit(call, route.Timeout, now);
            route.Target.Tell(choice.MakeCall(call.Number));
        }
    }

    private void Finish(OpenEvaluation open, Language.Outcome outcome)
    {
        if (open is OpenString text)
        {
            _strings.Remove(text);
            open.Caller.Tell(Answer(text, outcome.Succeeded && outcome.Value.TryGetString(out var read) ? read : null, outcome.Error));
            return;
        }

        var request = ((OpenInvocation)open).Request;
        _invocations.Remove(request.Id);
        if (outcome.Succeeded) open.Caller.Tell(new Succeeded(request.Id, outcome.Value));
        else Fail(request, open.Caller, outcome.Error);
    }

    private void Refuse(Invoke request, EvaluationError error) => Fail(request, Sender, error);

    private void Fail(Invoke request, IActorRef caller, EvaluationError error)
    {
        caller.Tell(new Failed(request.Id, error));
        Alert(request, error);
    }

    private void Alert(Invoke request, EvaluationError error) => _alerts.Tell(
        new AlertsProtocol.Raise(InvocationErrors.AlertSource(request.Source), request.Session, request.Id, error.Message, error.Chain, error.Traceback));

    private void Cancel(Cancel m)
    {
        if (_invocations.TryGetValue(m.Id, out var open)) Abandon(open, raiseAlert: false);
    }

    /// <summary>Ends it before its calls are answered: they run on, but nobody waits.</summary>
    private void Abandon(OpenEvaluation open, bool raiseAlert)
    {
        _deadlines.Remove(open);
        string[] unfinished = [.. open.Evaluation.Unfinished];
        var error = EvaluationError.OuterTimeout(unfinished);
        open.Evaluation.Cancel(error);
        while (open.FirstPending is { } call) GiveUp(call);

        if (open is OpenString text)
        {
            _strings.Remove(text);
            open.Caller.Tell(Answer(text, null, error));
            return;
        }

        var request = ((OpenInvocation)open).Request;
        _invocations.Remove(request.Id);
        open.Caller.Tell(new Expired(request.Id, unfinished));
        if (raiseAlert) Alert(request, error);
    }

    private void GiveUp(PendingCall call)
    {
        call.Route.Target.Tell(new GaveUp(call.Number));
        _deadlines.Remove(call);
        _calls.Remove(call);
    }

    private static Evaluated Answer(OpenString open, string? text, EvaluationError? error) =>
        new(open.Request.Tag, open.Request.Number, text, error, error is null ? [] : [.. error.MissingFunctions], open.Seen);

    private static EvaluationError ErrorOf(Threw m) => m.Failure == CallFailure.Unregistered
        ? new EvaluationError(ErrorCode.Unregistered, m.Reason)
        : EvaluationError.Raised(m.Reason, m.Traceback);
}
