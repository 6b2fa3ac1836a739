namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Time limits of everything in flight: one lane for each distinct length of time, nearly always a single one of 5 s, in which deadlines come
/// due in the order they were added. So adding and removing touch only neighbours, whatever the number in flight. Knows no clock.
/// </summary>
internal sealed class Deadlines
{
    private readonly Dictionary<TimeSpan, Lane> _lanes = [];
    private Lane? _lastUsed;

    public int Count { get; private set; }

    /// <param name="length">Zero or less is due at once.</param>
    public void Add(Deadline deadline, TimeSpan length, DateTime now)
    {
        if (deadline.IsRunning) throw new InvalidOperationException("This deadline runs already.");

        var lane = _lastUsed is { } last && last.Length == length ? last : Find(length);
        deadline.Due = DateTime.MaxValue - now > length ? now + length : DateTime.MaxValue;
        deadline.Lane = lane;
        deadline.Previous = lane.Last;
        if (lane.Last is { } before) before.Next = deadline;
        else lane.First = deadline;
        lane.Last = deadline;
        Count++;
    }

    /// <summary>Does nothing when it does not run.</summary>
    public void Remove(Deadline deadline)
    {
        if (deadline.Lane is not { } lane) return;

        if (deadline.Previous is { } before) before.Next = deadline.Next;
        else lane.First = deadline.Next;
        if (deadline.Next is { } after) after.Previous = deadline.Previous;
        else lane.Last = deadline.Previous;
        (deadline.Lane, deadline.Previous, deadline.Next) = (null, null, null);
        Count--;
    }

    /// <summary>When the first one is up; null when none runs. Looks at every lane, so it is for moments that are rare.</summary>
    public DateTime? Earliest()
    {
        DateTime? earliest = null;
        foreach (var lane in _lanes.Values)
        {
            if (lane.First is not { } first) Drop(lane);
            else if (!(earliest <= first.Due)) earliest = first.Due;
        }

        return earliest;
    }

    /// <summary>Takes out one that is due by <paramref name="now"/>; null when there is none left.</summary>
    public Deadline? TakeDue(DateTime now)
    {
        foreach (var lane in _lanes.Values)
        {
            if (lane.First is not { } first) Drop(lane);
            else if (first.Due <= now)
            {
                Remove(first);
                return first;
            }
        }

        return null;
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

    /// <summary>Deadlines of one length, in the order in which they come due.</summary>
    internal sealed class Lane(TimeSpan length)
    {
        public TimeSpan Length { get; } = length;

        public Deadline? First { get; set; }

        public Deadline? Last { get; set; }
    }
}
