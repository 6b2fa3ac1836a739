using ActorTerm.Language;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Invocations;

internal sealed partial class InvocationSupervisor
{
    private readonly Deadlines<Limited> _deadlines = new();
    private DateTime _timerAt = DateTime.MaxValue;

    private int Limit(Limited limited, TimeSpan length, ref Moment now)
    {
        var deadline = _deadlines.Add(limited, length, now.Utc);
        var due = _deadlines.DueOf(deadline);
        if (due < _timerAt) SetTimer(due, now.Utc);
        return deadline;
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
        while (_deadlines.TryTakeDue(now.Utc, out var limited))
        {
            if (limited.Whole is { } open)
            {
                open.Deadline = Deadlines<Limited>.None;
                Abandon(open, raiseAlert: true);
            }
            else
            {
                _calls[limited.Call].Deadline = Deadlines<Limited>.None;
                Expire(limited.Call, now);
            }
        }

        _timerAt = DateTime.MaxValue;
        if (_deadlines.Earliest() is { } earliest) SetTimer(earliest, now.Utc);
    }

    /// <summary>The function's own time is up. It runs on; whoever called it gets an error.</summary>
    private void Expire(int slot, Moment now)
    {
        ref var call = ref _calls[slot];
        var open = call.Of;
        call.Route.Target.Tell(new GaveUp(call.Number), _self);
        Settle(slot, Value.Null, EvaluationError.FunctionTimeout());
        GoOn(open, now);
    }

    /// <summary>What a deadline is for.</summary>
    /// <param name="Whole">The outer limit of this; null when it is the limit of a call.</param>
    /// <param name="Call">The call's slot.</param>
    private readonly record struct Limited(OpenEvaluation? Whole, int Call);

    /// <summary>Said only to itself: the first deadline may be up.</summary>
    private sealed record Due
    {
        public static Due Instance { get; } = new();
    }
}
