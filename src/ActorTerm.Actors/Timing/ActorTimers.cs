namespace ActorTerm.Actors;

/// <summary>The timers of one incarnation of an actor.</summary>
internal sealed class ActorTimers(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, TimerTick> _active = [];

    public IReadOnlyCollection<object> ActiveTimers => _active.Keys;

    public void StartSingleTimer(object key, object msg, TimeSpan timeout) => Start(key, msg, timeout, null);

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => Start(key, msg, interval, interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) =>
        Start(key, msg, initialDelay, interval);

    public bool IsTimerActive(object key) => _active.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_active.Remove(key, out var tick)) tick.Scheduled!.Cancel();
    }

    public void CancelAll()
    {
        foreach (var tick in _active.Values) tick.Scheduled!.Cancel();
        _active.Clear();
    }

    /// <summary>Whether a tick that has come is still wanted: the one its key stands for now.</summary>
    public bool Accepts(TimerTick tick)
    {
        if (!_active.TryGetValue(tick.Key, out var current) || !ReferenceEquals(current, tick)) return false;
        if (!tick.Repeats) _active.Remove(tick.Key);
        return true;
    }

    private void Start(object key, object msg, TimeSpan delay, TimeSpan? interval)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(msg);
        Cancel(key);
        var tick = new TimerTick(key, msg, repeats: interval is not null);
        tick.Scheduled = cell.Clock.Start(delay, interval, cell, tick, sender: null);
        _active[key] = tick;
    }
}
