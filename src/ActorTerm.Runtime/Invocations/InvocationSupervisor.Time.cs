using ActorTerm.Language;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Invocations;

internal sealed partial class InvocationSupervisor
{
    private void Limit(Deadline deadline, TimeSpan length, DateTime now)
    {
        _deadlines.Add(deadline, length, now);
        if (deadline.Due < _timerAt) SetTimer(deadline.Due, now);
    }

    /// <summary>There is one timer, for the first deadline; it may also wake us for one that was met meanwhile.</summary>
    private void SetTimer(DateTime due, DateTime now)
    {
        _timerAt = due;
        if (due > now) Timers.StartSingleTimer(Due.Instance, Due.Instance, due - now);
        else Self.Tell(Due.Instance);
    }

    private void ExpireWhatIsDue()
    {
        var now = Now;
        while (_deadlines.TakeDue(now) is { } due)
        {
            if (due is PendingCall call) Expire(call, now);
            else Abandon((OpenEvaluation)due, raiseAlert: true);
        }

        _timerAt = DateTime.MaxValue;
        if (_deadlines.Earliest() is { } earliest) SetTimer(earliest, now);
    }

    /// <summary>The function's own time is up. It runs on; whoever called it gets an error.</summary>
    private void Expire(PendingCall call, DateTime now)
    {
        var open = call.Of;
        call.Route.Target.Tell(new GaveUp(call.Number));
        Settle(call, Value.Null, EvaluationError.FunctionTimeout());
        GoOn(open, now);
    }

    /// <summary>Said only to itself: the first deadline may be up.</summary>
    private sealed record Due
    {
        public static Due Instance { get; } = new();
    }
}
