using ActorTerm.Language;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Invocations;

internal sealed partial class InvocationSupervisor
{
    private DateTime _timerAt = DateTime.MaxValue;

    private void Limit(Deadline deadline, TimeSpan length, ref Moment now)
    {
        _deadlines.Add(deadline, length, now.Utc);
        if (deadline.Due < _timerAt) SetTimer(deadline.Due, now.Utc);
    }

    /// <summary>There is one timer, for the first deadline; it may also wake us for one that was met meanwhile.</summary>
    private void SetTimer(DateTime due, DateTime now)
    {
        _timerAt = due;
        if (due > now) Timers.StartSingleTimer(Due.Instance, Due.Instance, due - now);
        else _self.Tell(Due.Instance, _self);
    }

    private void ExpireWhatIsDue()
    {
        var now = new Moment(_scheduler);
        while (_deadlines.TakeDue(now.Utc) is { } due)
        {
            if (due is PendingCall call) Expire(call, now);
            else Abandon((OpenEvaluation)due, raiseAlert: true);
        }

        _timerAt = DateTime.MaxValue;
        if (_deadlines.Earliest() is { } earliest) SetTimer(earliest, now.Utc);
    }

    /// <summary>The function's own time is up. It runs on; whoever called it gets an error.</summary>
    private void Expire(PendingCall call, Moment now)
    {
        var open = call.Of;
        call.Route.Target.Tell(new GaveUp(call.Number), _self);
        Settle(call, Value.Null, EvaluationError.FunctionTimeout());
        GoOn(open, now);
    }

    /// <summary>Said only to itself: the first deadline may be up.</summary>
    private sealed record Due
    {
        public static Due Instance { get; } = new();
    }
}
