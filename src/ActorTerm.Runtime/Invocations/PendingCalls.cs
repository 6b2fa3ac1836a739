using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// All calls that were told to functions and are not answered, each in a slot. A call's number holds its slot, so an answer finds its call by
/// an index; the rest of the number is used once, so an answer that comes too late finds nothing. The calls of one evaluation are linked.
/// </summary>
internal sealed class PendingCalls(CallNumbers numbers)
{
    /// <summary>No slot.</summary>
    public const int None = -1;

    /// <summary>
    /// Slots that an idle host keeps, about 200 KB. What a burst needed beyond them is given back when all calls have ended and since the
    /// last time that was so fewer were enough: bursts that follow each other do not make the table anew each time.
    /// </summary>
    private const int KeptSlots = 4_096;
    private const int FirstSlots = 64;

    private Slot[] _slots = new Slot[FirstSlots];
    private int _made;
    private int _firstFree = None;

    public int Count { get; private set; }

    /// <summary>Slots there is room for now.</summary>
    public int Capacity => _slots.Length;

    /// <returns>Its slot.</returns>
    public int Add(OpenEvaluation of, int index, FunctionsProtocol.Route route)
    {
        var slot = TakeFree();
        ref var call = ref _slots[slot];
        call.Of = of;
        call.Route = route;
        call.Number = numbers.Next(slot);
        call.Index = index;
        call.Deadline = Deadlines<int>.None;
        call.Before = None;
        call.After = of.FirstPending;
        if (of.FirstPending != None) _slots[of.FirstPending].Before = slot;
        of.FirstPending = slot;
        Count++;
        return slot;
    }

    /// <summary>The call in a slot that <see cref="Add"/> or <see cref="Find"/> gave. Not to be kept over another <see cref="Add"/>.</summary>
    public ref Slot this[int slot] => ref _slots[slot];

    /// <summary>The call's slot; <see cref="None"/> when it was answered or given up, or never made.</summary>
    public int Find(long number)
    {
        var slot = CallNumbers.SlotOf(number);
        return slot < _made && _slots[slot].Number == number ? slot : None;
    }

    public void Remove(int slot)
    {
        ref var call = ref _slots[slot];
        if (call.Before == None) call.Of.FirstPending = call.After;
        else _slots[call.Before].After = call.After;
        if (call.After != None) _slots[call.After].Before = call.Before;

        call.Number = 0;
        call.Of = null!;
        call.After = _firstFree;
        _firstFree = slot;
        if (--Count == 0) BeginAgain();
    }

    private void BeginAgain()
    {
        if (_slots.Length > KeptSlots && _made <= KeptSlots) _slots = new Slot[FirstSlots];
        (_made, _firstFree) = (0, None);
    }

    private int TakeFree()
    {
        if (_firstFree == None)
        {
            if (_made == _slots.Length) Array.Resize(ref _slots, _slots.Length * 2);
            return _made++;
        }

        var slot = _firstFree;
        _firstFree = _slots[slot].After;
        return slot;
    }

    /// <summary>One pending call.</summary>
    internal struct Slot
    {
        public OpenEvaluation Of;
        public FunctionsProtocol.Route Route;

        /// <summary>0 while nobody uses the slot.</summary>
        public long Number;

        /// <summary>The call's index in its evaluation.</summary>
        public int Index;

        /// <summary>The function's own time limit, in <see cref="Deadlines{T}"/>.</summary>
        public int Deadline;

        /// <summary>Another pending call of the same evaluation.</summary>
        public int Before;

        /// <summary>Another pending call of the same evaluation; while nobody uses it, another such slot.</summary>
        public int After;
    }
}
