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
    private readonly FunctionCalls _calls;
    private readonly Dictionary<long, (IActorRef Caller, TimeSpan Since)> _callers;
    private bool _scriptEnded;

    private FunctionActor(FunctionEntry entry, int maxInFlight, FunctionCalls calls)
    {
        _entry = entry;
        _maxInFlight = maxInFlight;
        _calls = calls;
        _callers = calls.Callers;

        Receive<Call>(Run);
        Receive<Answered>(m => Answer(m.Call, new Returned(m.Call, m.Value)));
        Receive<Raised>(m => Answer(m.Call, new Threw(m.Call, CallFailure.Raised, m.Reason, m.Traceback)));
        Receive<GaveUp>(GiveUp);
        Receive<Terminated>(_ => EndScript());
        Receive<Retire>(_ => StopOnceIdle());
    }

    public static Props Of(FunctionEntry entry, int maxInFlight)
    {
        var calls = new FunctionCalls();
        return Actor.Of(() => new FunctionActor(entry, maxInFlight, calls));
    }

    private FunctionStatistics Statistics => _entry.Statistics;

    protected override void PreStart() => Context.Watch(_entry.Owner);

    // A restarted function goes on serving its script and its callers; only the call it failed at is lost, and said to be.
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is Call failed)
            Answer(failed.Number, new Threw(failed.Number, CallFailure.Raised, $"the host failed while it called {_entry.Signature}: {reason.Message}"));
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
        if (_calls.IsRetired) StopOnceIdle();
    }

    private void GiveUp(GaveUp m)
    {
        if (!_callers.Remove(m.Call)) return;   // answered while the caller was giving up: then it ignores the answer

        Statistics.Ended(_callers.Count);
        Statistics.TimedOut();
        _entry.Owner.Tell(new ConnectionsProtocol.ForgetCall(m.Call));
        if (_calls.IsRetired) StopOnceIdle();
    }

    private void EndScript()
    {
        _scriptEnded = true;
        FailAll(CallFailure.Unregistered, ScriptEnded);
        if (_calls.IsRetired) StopOnceIdle();
    }

    private void FailAll(CallFailure failure, string reason)
    {
        foreach (var (call, open) in _callers) open.Caller.Tell(new Threw(call, failure, reason));
        _callers.Clear();
        Statistics.Ended(0);
    }

    private void StopOnceIdle()
    {
        _calls.IsRetired = true;
        if (_callers.Count == 0) Context.Stop(Self);
    }

    /// <summary>From the table, when no new call can come any more: answer what is in flight, then stop.</summary>
    internal sealed record Retire;
}
