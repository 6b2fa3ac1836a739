using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>
/// One registered function: passes calls to its script and answers to the callers. Keeps no time; a caller that has waited long enough says
/// <see cref="GaveUp"/>. When the script ends, so do its calls, at once.
/// </summary>
internal sealed class FunctionActor : ReceiveActor
{
    private const string ScriptEnded = "script terminated during function call";

    private readonly FunctionEntry _entry;
    private readonly int _maxInFlight;
    private readonly Dictionary<long, (IActorRef Caller, TimeSpan Since)> _callers = [];   // bounded: actorterm.functions.max-in-flight-per-function
    private bool _scriptEnded;
    private bool _retired;

    public FunctionActor(FunctionEntry entry, int maxInFlight)
    {
        _entry = entry;
        _maxInFlight = maxInFlight;

        Receive<Call>(Run);
        Receive<Answered>(m => Answer(m.Call, new Returned(m.Call, m.Value)));
        Receive<Raised>(m => Answer(m.Call, new Threw(m.Call, CallFailure.Raised, m.Reason, m.Traceback)));
        Receive<GaveUp>(GiveUp);
        Receive<Terminated>(_ => EndScript());
        Receive<Retire>(_ => StopOnceIdle());
    }

    private FunctionStatistics Statistics => _entry.Statistics;

    protected override void PreStart() => Context.Watch(_entry.Owner);

    // A restarted function goes on serving its script; what it was doing is lost, and said to be.
    protected override void PreRestart(Exception reason, object? message)
    {
        FailAll(CallFailure.Raised, $"the host failed while it called {_entry.Signature}: {reason.Message}");
        base.PreRestart(reason, message);
    }

    private void Run(Call m)
    {
        if (_scriptEnded)
        {
            Sender.Tell(new Threw(m.Number, CallFailure.Unregistered, ScriptEnded));
            return;
        }

        if (_callers.Count >= _maxInFlight)
        {
            Sender.Tell(new Busy(m.Number, BusyText(_entry.Signature, _maxInFlight)));
            return;
        }

        _callers.Add(m.Number, (Sender, Context.System.Scheduler.MonotonicClock));
        Statistics.Called(_callers.Count);
        _entry.Owner.Tell(new ConnectionsProtocol.CallScript(m.Number, _entry.NameForScript, Named(m.Arguments)));
    }

    private (string, Value)[] Named(ImmutableArray<Value> arguments)
    {
        var named = new (string, Value)[arguments.Length];
        for (var i = 0; i < named.Length; i++) named[i] = (_entry.Signature.Arguments[i], arguments[i]);
        return named;
    }

    private void Answer(long call, CallAnswer answer)
    {
        if (!_callers.Remove(call, out var open))
        {
            Statistics.AnsweredLate();
            return;
        }

        Statistics.Ended(_callers.Count);
        Statistics.Answered(Context.System.Scheduler.MonotonicClock - open.Since);
        if (answer is Threw) Statistics.Failed();
        open.Caller.Tell(answer);
        if (_retired) StopOnceIdle();
    }

    private void GiveUp(GaveUp m)
    {
        if (!_callers.Remove(m.Call)) return;   // answered while the caller was giving up: then it ignores the answer

        Statistics.Ended(_callers.Count);
        Statistics.TimedOut();
        _entry.Owner.Tell(new ConnectionsProtocol.ForgetCall(m.Call));
        if (_retired) StopOnceIdle();
    }

    private void EndScript()
    {
        _scriptEnded = true;
        FailAll(CallFailure.Unregistered, ScriptEnded);
        if (_retired) StopOnceIdle();
    }

    private void FailAll(CallFailure failure, string reason)
    {
        foreach (var (call, open) in _callers) open.Caller.Tell(new Threw(call, failure, reason));
        _callers.Clear();
        Statistics.Ended(0);
    }

    private void StopOnceIdle()
    {
        _retired = true;
        if (_callers.Count == 0) Context.Stop(Self);
    }

    /// <summary>From the table, when no new call can come any more: answer what is in flight, then stop.</summary>
    internal sealed record Retire;
}
