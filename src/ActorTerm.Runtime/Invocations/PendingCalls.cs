using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// All calls in flight. A call's number holds the slot it stands in, so an answer finds its call by an index; the rest of the number is used
/// once, so an answer that comes too late finds nothing.
/// </summary>
internal sealed class PendingCalls(CallNumbers numbers)
{
    private readonly List<PendingCall> _slots = [];
    private readonly Stack<PendingCall> _free = new();

    public int Count => _slots.Count - _free.Count;

    public PendingCall Add(OpenEvaluation of, int index, FunctionsProtocol.Route route)
    {
        if (!_free.TryPop(out var call)) _slots.Add(call = new PendingCall(_slots.Count));

        call.Number = numbers.Next(call.Slot);
        call.Of = of;
        call.Index = index;
        call.Route = route;
        call.After = of.FirstPending;
        if (of.FirstPending is { } first) first.Before = call;
        of.FirstPending = call;
        return call;
    }

    /// <summary>Null when it was answered or given up, or never made.</summary>
    public PendingCall? Find(long number)
    {
        var slot = CallNumbers.SlotOf(number);
        return slot < _slots.Count && _slots[slot] is var call && call.Number == number ? call : null;
    }

    public void Remove(PendingCall call)
    {
        if (call.Before is { } before) before.After = call.After;
        else call.Of.FirstPending = call.After;
        if (call.After is { } after) after.Before = call.Before;

        (call.Before, call.After, call.Of, call.Route, call.Number) = (null, null, null!, null!, 0);
        _free.Push(call);
    }
}
