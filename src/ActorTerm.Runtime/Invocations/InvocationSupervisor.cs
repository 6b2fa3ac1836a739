using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Resolves composed calls: every call whose arguments are known is told to its function at once; the rest wait for their values. Holds all
/// time limits, each function's own and the outer ones, and one timer for the earliest. Every call of the host passes here twice, hence a
/// switch on the message instead of a list of handlers, and no allocation that a table of slots can save.
/// </summary>
internal sealed partial class InvocationSupervisor : UntypedActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IScheduler _scheduler = Context.System.Scheduler;
    private readonly IActorRef _self = Context.Self;
    private readonly InvocationSettings _settings;
    private readonly IActorRef _alerts;
    private readonly RestartMemory _memory;
    private readonly ParseCache _texts;
    private readonly ScopeView _view = new();
    private readonly OpenInvocations _invocations = new();   // bounded: actorterm.invocations.max-open
    private readonly HashSet<OpenString> _strings = [];      // counted with them
    private readonly PendingCalls _calls;                    // bounded: actorterm.functions.max-in-flight
    private readonly RouteMemo _lately = new();

    private InvocationSupervisor(InvocationSettings settings, IActorRef alerts, RestartMemory memory)
    {
        _settings = settings;
        _alerts = alerts;
        _memory = memory;
        _calls = new PendingCalls(memory.Numbers);
        _texts = new ParseCache(settings.ParseCacheTexts, settings.Language);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Of(InvocationSettings settings, IActorRef alerts)
    {
        var memory = new RestartMemory();
        return Actor.Of(() => new InvocationSupervisor(settings, alerts, memory));
    }

    private int Open => _invocations.Count + _strings.Count;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Returned m: Continue(m.Call, m.Value, null); break;
            case Invoke m: Begin(m); break;
            case Threw m: Continue(m.Call, Value.Null, ErrorOf(m)); break;
            case Busy m: Continue(m.Call, Value.Null, new EvaluationError(InvocationErrors.Busy, m.Text)); break;
            case Due: ExpireWhatIsDue(); break;
            case Evaluate m: Begin(m); break;
            case Cancel m: Cancel(m); break;
            case Routes m: Take(m); break;
            default: Unhandled(message); break;
        }
    }

    // What was open when the supervisor failed cannot be resumed; everyone who waits is told.
    protected override void PreRestart(Exception reason, object? message)
    {
        var error = new EvaluationError(InvocationErrors.Busy, $"the host failed while it resolved this: {reason.Message}");
        foreach (var open in _invocations.All()) open.Caller.Tell(new Failed(open.Id, error), _self);
        foreach (var open in _strings) open.Caller.Tell(open.Answer(null, error), _self);
        base.PreRestart(reason, message);
    }

    private void Take(Routes routes)
    {
        _memory.Routes = routes;
        Sender.Tell(new RoutesTaken(routes.Version), _self);
    }

    private void Begin(Invoke m)
    {
        if (Open >= _settings.MaxOpen) Fail(m, Sender, InvocationErrors.TooManyOpen(Open));
        else if (_invocations.Find(m.Id) is not null) Fail(m, Sender, InvocationErrors.UsedTwice(m.Id));
        else if (!_texts.TryParseInvocation(m.Text, out var parsed, out var error)) Fail(m, Sender, EvaluationError.Of(error));
        else
        {
            var open = new OpenInvocation(m, parsed, Sender);
            _invocations.Add(open);
            Start(open, new Moment(_scheduler));
        }
    }

    private void Begin(Evaluate m)
    {
        var seen = _memory.Routes.Version;
        if (Open >= _settings.MaxOpen) Sender.Tell(new Evaluated(m.Tag, m.Number, null, InvocationErrors.TooManyOpen(Open), [], seen), _self);
        else if (!_texts.TryParseInterpolatedString(m.Text, m.Mode, out var parsed, out var error))
            Sender.Tell(new Evaluated(m.Tag, m.Number, null, EvaluationError.Of(error), [], seen), _self);
        else
        {
            var open = new OpenString(m, parsed, seen, Sender);
            _strings.Add(open);
            Start(open, new Moment(_scheduler));
        }
    }

    private void Continue(long number, Value value, EvaluationError? error)
    {
        var slot = _calls.Find(number);
        if (slot == PendingCalls.None) return;   // nobody waits any more; the function counted it

        var open = _calls[slot].Of;
        Settle(slot, value, error);
        GoOn(open, new Moment(_scheduler));
    }

    private void Start(OpenEvaluation open, Moment now)
    {
        BeginCall(open, ref now);
        GoOn(open, now);
    }

    /// <summary>The next call of a sequence, or the only one: its time runs, and it sees the variables as they are now.</summary>
    private void BeginCall(OpenEvaluation open, ref Moment now)
    {
        if (open.Limit is { } limit) open.Deadline = Limit(new Limited(open, PendingCalls.None), limit, ref now);
        open.Evaluation.Start(_view.LookAt(open.Scope, open.Frame));
    }

    /// <summary>Its time does not run any more.</summary>
    private void EndTime(OpenEvaluation open)
    {
        _deadlines.Remove(open.Deadline);
        open.Deadline = Deadlines<Limited>.None;
    }

    /// <summary>Reports what came of a call; its slot is free.</summary>
    private void Settle(int slot, Value value, EvaluationError? error)
    {
        ref var call = ref _calls[slot];
        var (evaluation, index) = (call.Of.Evaluation, call.Index);
        _deadlines.Remove(call.Deadline);
        _calls.Remove(slot);
        if (error is null) evaluation.Complete(index, value);
        else evaluation.Fail(index, error);
    }

    /// <summary>Makes every call that is ready, and ends it when it is over.</summary>
    private void GoOn(OpenEvaluation open, Moment now)
    {
        while (true)
        {
            while (open.Evaluation.TryTake(out var ready))
            {
                if (!TryMake(open, ready, ref now)) Refer(open, ready, ref now);
            }

            if (!open.Evaluation.IsOver) return;

            EndTime(open);
            var outcome = open.Evaluation.Outcome!.Value;
            if (!outcome.Succeeded || !open.TryGoOn())
            {
                Finish(open, outcome);
                return;
            }

            BeginCall(open, ref now);
        }
    }

    /// <summary>The usual call: a script's function with exactly these arguments. False when it takes a closer look.</summary>
    private bool TryMake(OpenEvaluation open, in ReadyCall ready, ref Moment now)
    {
        if (_lately.Find(ready.Call, _memory.Routes) is not { } route || open.IsSynchronous || open.IsMethod(ready.Call)) return false;
        if (_calls.Count >= _settings.MaxCallsInFlight) return false;

        route.Target.Tell(new Call(Add(open, ready.Index, route, ref now), ready.Arguments), _self);
        return true;
    }

    /// <summary>Finds what the call means, and makes it, or gives its result at once.</summary>
    private void Refer(OpenEvaluation open, in ReadyCall ready, ref Moment now)
    {
        var (signature, evaluation, scope) = (ready.Call.Signature, open.Evaluation, _view.LookAt(open.Scope, open.Frame));
        var choice = open.IsMethod(ready.Call)
            ? _memory.Routes.ChooseMethod(signature, ready.Arguments, scope, open.Scope.Kind)
            : _memory.Routes.Choose(signature, ready.Arguments, scope);
        if (choice.Rival is { } rival) _log.Ambiguous(signature, choice.Route!.Signature, rival.Signature);

        if (choice.Error is { } error) evaluation.Fail(ready.Index, error);
        else if (choice.Route is not { } route) evaluation.Complete(ready.Index, choice.Value);
        else if (open.IsSynchronous && !choice.IsBuiltIn) evaluation.Complete(ready.Index, Value.Null);
        else if (InvocationErrors.Unsendable(ready) is { } unsendable) evaluation.Fail(ready.Index, unsendable);
        else if (_calls.Count >= _settings.MaxCallsInFlight) evaluation.Fail(ready.Index, InvocationErrors.TooManyCalls(_calls.Count));
        else route.Target.Tell(choice.MakeCall(Add(open, ready.Index, route, ref now)), _self);
    }

    /// <returns>The call's number.</returns>
    private long Add(OpenEvaluation open, int index, Route route, ref Moment now)
    {
        var slot = _calls.Add(open, index, route);
        ref var call = ref _calls[slot];
        call.Deadline = Limit(new Limited(null, slot), route.Timeout, ref now);
        return call.Number;
    }

    private void Finish(OpenEvaluation open, Language.Outcome outcome)
    {
        if (open is OpenString text)
        {
            _strings.Remove(text);
            open.Caller.Tell(text.Answer(outcome.Succeeded && outcome.Value.TryGetString(out var read) ? read : null, outcome.Error), _self);
            return;
        }

        var invocation = (OpenInvocation)open;
        _invocations.Remove(invocation);
        if (outcome.Succeeded) open.Caller.Tell(new Succeeded(invocation.Id, outcome.Value), _self);
        else Fail(invocation.Request, open.Caller, outcome.Error);
    }

    private void Cancel(Cancel m)
    {
        if (_invocations.Find(m.Id) is { } open) Abandon(open, raiseAlert: false);
    }

    /// <summary>Ends it before its calls are answered: they run on, but nobody waits.</summary>
    private void Abandon(OpenEvaluation open, bool raiseAlert)
    {
        EndTime(open);
        string[] unfinished = [.. open.Evaluation.Unfinished];
        var error = EvaluationError.OuterTimeout(unfinished);
        open.Evaluation.Cancel(error);
        while (open.FirstPending != PendingCalls.None) GiveUp(open.FirstPending);

        if (open is OpenString text)
        {
            _strings.Remove(text);
            open.Caller.Tell(text.Answer(null, error), _self);
            return;
        }

        var invocation = (OpenInvocation)open;
        _invocations.Remove(invocation);
        open.Caller.Tell(new Expired(invocation.Id, unfinished), _self);
        if (raiseAlert) Alert(invocation.Request, error with { Chain = [invocation.Call.Signature.FullName] });
    }

    private void GiveUp(int slot)
    {
        ref var call = ref _calls[slot];
        call.Route.Target.Tell(new GaveUp(call.Number), _self);
        _deadlines.Remove(call.Deadline);
        _calls.Remove(slot);
    }

    private void Fail(Invoke request, IActorRef caller, EvaluationError error)
    {
        caller.Tell(new Failed(request.Id, error), _self);
        Alert(request, error);
    }

    private void Alert(Invoke request, EvaluationError error) => _alerts.Tell(
        new AlertsProtocol.Raise(InvocationErrors.AlertSource(request.Source), request.Session, request.Id, InvocationErrors.AlertText(error), error.Chain, error.Traceback),
        _self);

    private static EvaluationError ErrorOf(Threw m) => m.Failure == CallFailure.Unregistered
        ? new EvaluationError(ErrorCode.Unregistered, m.Reason)
        : EvaluationError.Raised(m.Reason, m.Traceback);
}
