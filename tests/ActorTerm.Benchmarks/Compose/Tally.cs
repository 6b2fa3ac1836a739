namespace ActorTerm.Benchmarks.Compose;

/// <summary>
/// Counts compositions of one round: so many in all, so many in flight. Used by one caller. Each has a place, so that its wait is known.
/// </summary>
internal sealed class Tally(int count, int inFlight)
{
    private readonly long[] _started = new long[inFlight];
    private readonly ManualResetEventSlim _done = new();
    private int _toStart = count;
    private int _toEnd = count;
    private long _longest;

    public int InFlight => inFlight;

    public int Failures { get; private set; }

    public TimeSpan LongestWait => Stopwatch.GetElapsedTime(0, _longest);

    /// <summary>Whether another one is to be started in this place.</summary>
    public bool TryStart(int place)
    {
        if (_toStart == 0) return false;

        _toStart--;
        _started[place] = Stopwatch.GetTimestamp();
        return true;
    }

    public void End(int place, bool isRight)
    {
        _longest = Math.Max(_longest, Stopwatch.GetTimestamp() - _started[place]);
        if (!isRight) Failures++;
        if (--_toEnd == 0) _done.Set();
    }

    public void Wait() => _done.Wait();
}
