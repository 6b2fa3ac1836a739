using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// All calls in flight. A call's number holds the slot it stands in, so an answer finds its call by an index; the rest of the number is used
/// once, so an answer that comes too late finds nothing. Slots are used again, so a call allocates nothing here.
/// </summary>
internal sealed class PendingCalls(CallNumbers numbers)
{
    /// <summary>Slots that an idle host keeps, about 400 KB; what a burst needed beyond them is given back when its last call has ended.</summary>
    private const int KeptSlots = 4_096;

    private PendingCall[] _slots = [];
    private int _slotsMade;
    private PendingCall? _firstFree;

    public int Count { get; private set; }

    public PendingCall Add(OpenEvaluation of, int index, FunctionsProtocol.Route route)
    {
        var call = _firstFree ?? MakeSlot();
        _firstFree = call.After;
        call.Number = numbers.Next(call.Slot);
        call.Of = of;
        call.Index = index;
        call.Route = route;
        call.After = of.FirstPending;
        if (of.FirstPending is { } first) first.Before = call;
        of.FirstPending = call;
        Count++;
        return call;
    }

    /// <summary>Null when it was answered or given up, or never made.</summary>
    public PendingCall? Find(long number)
    {
        var slot = CallNumbers.SlotOf(number);
        return slot < _slotsMade && _slots[slot] is var call && call.Number == number ? call : null;
    }

    public void Remove(PendingCall call)
    {
        var (before, after) = (call.Before, call.After);
        if (before is null) call.Of.FirstPending = after;
        else before.After = after;
        if (after is not null) after.Before = before;

        call.Number = 0;
        call.Of = null!;
        call.Before = null;
        call.After = _firstFree;
        _firstFree = call;
        Count--;
        if (Count == 0 && _slotsMade > KeptSlots) (_slots, _slotsMade, _firstFree) = ([], 0, null);
    }

    private PendingCall MakeSlot()
    {
        if (_slotsMade == _slots.Length) Array.Resize(ref _slots, Math.Max(64, _slots.Length * 2));
        return _slots[_slotsMade] = new PendingCall(_slotsMade++);
    }
}
