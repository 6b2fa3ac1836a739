namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Time limits of everything in flight: one lane for each distinct length of time, nearly always a single one of 5 s, in which deadlines come
/// due in the order they were added. So adding and removing touch only neighbours, whatever the number in flight, and allocate nothing: a
/// deadline is a place in a table, linked by numbers. Knows no clock.
/// </summary>
/// <typeparam name="T">What has the time limit.</typeparam>
internal sealed class Deadlines<T>
{
    /// <summary>No deadline.</summary>
    public const int None = -1;

    private const int FirstSize = 64;
    private const int KeptSize = 4_096;

    private readonly Dictionary<TimeSpan, Lane> _lanes = [];
    private Lane? _lastUsed;
    private Entry[] _entries = new Entry[FirstSize];
    private int _made;
    private int _firstFree = None;

    public int Count { get; private set; }

    /// <summary>Deadlines there is room for now. A burst leaves its room to the next, until one was content with less.</summary>
    public int Capacity => _entries.Length;

    /// <param name="length">Zero or less is due at once.</param>
    /// <returns>What <see cref="Remove"/> takes; used again for another deadline when this one has ended.</returns>
    public int Add(T target, TimeSpan length, DateTime now)
    {
        var lane = _lastUsed is { } last && last.Length == length ? last : Find(length);
        var index = TakeFree();
        ref var entry = ref _entries[index];
        entry.Target = target;
        entry.Due = DateTime.MaxValue - now > length ? now + length : DateTime.MaxValue;
        entry.Lane = lane;
        entry.Previous = lane.Last;
        entry.Next = None;
        if (lane.Last == None) lane.First = index;
        else _entries[lane.Last].Next = index;
        lane.Last = index;
        Count++;
        return index;
    }

    /// <summary>When it is up.</summary>
    public DateTime DueOf(int deadline) => _entries[deadline].Due;

    /// <param name="deadline">One that runs, or <see cref="None"/>.</param>
    public void Remove(int deadline)
    {
        if (deadline == None) return;

        ref var entry = ref _entries[deadline];
        if (entry.Previous == None) entry.Lane.First = entry.Next;
        else _entries[entry.Previous].Next = entry.Next;
        if (entry.Next == None) entry.Lane.Last = entry.Previous;
        else _entries[entry.Next].Previous = entry.Previous;
        entry.Target = default!;
        entry.Next = _firstFree;
        _firstFree = deadline;
        if (--Count == 0) BeginAgain();
    }

    /// <summary>When the first one is up; null when none runs. Looks at every lane, so it is for moments that are rare.</summary>
    public DateTime? Earliest()
    {
        DateTime? earliest = null;
        foreach (var lane in _lanes.Values)
        {
            if (lane.First == None) Drop(lane);
            else if (!(earliest <= _entries[lane.First].Due)) earliest = _entries[lane.First].Due;
        }

        return earliest;
    }

    /// <summary>Takes out one that is due by <paramref name="now"/>; false when there is none left.</summary>
    public bool TryTakeDue(DateTime now, out T target)
    {
        foreach (var lane in _lanes.Values)
        {
            if (lane.First == None)
            {
                Drop(lane);
            }
            else if (_entries[lane.First].Due <= now)
            {
                target = _entries[lane.First].Target;
                Remove(lane.First);
                return true;
            }
        }

        target = default!;
        return false;
    }

    private void BeginAgain()
    {
        if (_entries.Length > KeptSize && _made <= KeptSize) _entries = new Entry[FirstSize];
        (_made, _firstFree) = (0, None);
    }

    private int TakeFree()
    {
        if (_firstFree == None)
        {
            if (_made == _entries.Length) Array.Resize(ref _entries, _entries.Length * 2);
            return _made++;
        }

        var index = _firstFree;
        _firstFree = _entries[index].Next;
        return index;
    }

    /// <summary>Lets go of a lane nobody stands in: a length that was used once is not kept for ever.</summary>
    private void Drop(Lane lane)
    {
        _lanes.Remove(lane.Length);
        if (_lastUsed == lane) _lastUsed = null;
    }

    private Lane Find(TimeSpan length)
    {
        if (!_lanes.TryGetValue(length, out var lane)) _lanes.Add(length, lane = new Lane(length));
        return _lastUsed = lane;
    }

    private struct Entry
    {
        public T Target;
        public Lane Lane;
        public DateTime Due;
        public int Previous;
        public int Next;   // also of the free ones
    }

    /// <summary>Deadlines of one length, in the order in which they come due.</summary>
    private sealed class Lane(TimeSpan length)
    {
        public TimeSpan Length { get; } = length;

        public int First { get; set; } = None;

        public int Last { get; set; } = None;
    }
}
