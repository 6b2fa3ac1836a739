namespace ActorTerm.Runtime.Triggers;

/// <summary>Triggers that wait until something has lasted for a while: silence, or a command. Each is due once until it begins anew.</summary>
internal sealed class ElapsedWatch<T>
{
    private readonly List<(T Who, TimeSpan After)> _waiting = [];
    private DateTimeOffset? _since;
    private int _due;      // so many have been due since

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>When it began; null while it does not last.</summary>
    public DateTimeOffset? Since => _since;

    public void Set(IEnumerable<(T Who, TimeSpan After)> waiting)
    {
        _waiting.Clear();
        _waiting.AddRange(waiting.OrderBy(one => one.After));
        _due = 0;
    }

    public void Begin(DateTimeOffset now) => (_since, _due) = (now, 0);

    public void End() => _since = null;

    /// <summary>Those whose time is up now.</summary>
    public IEnumerable<T> Due(DateTimeOffset now)
    {
        while (_since is { } since && _due < _waiting.Count && now - since >= _waiting[_due].After) yield return _waiting[_due++].Who;
    }

    /// <summary>How long until the next is due; null when none will be.</summary>
    public TimeSpan? Next(DateTimeOffset now)
    {
        if (_since is not { } since || _due >= _waiting.Count) return null;

        var wait = since + _waiting[_due].After - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
