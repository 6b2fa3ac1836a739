namespace ActorTerm.Runtime.Triggers;

/// <summary>Triggers that wait until something has lasted for a while: silence, or a command. Each is due once until it begins anew.</summary>
internal sealed class ElapsedWatch<T>
    where T : class
{
    private readonly HashSet<T> _told = [];      // were due since it began
    private (T Who, TimeSpan After)[] _waiting = [];
    private DateTimeOffset? _since;

    /// <summary>When it began; null while it does not last.</summary>
    public DateTimeOffset? Since => _since;

    /// <summary>Those who wait from now on. Who waited before and was due already does not become due once more by that.</summary>
    public void Set(IEnumerable<(T Who, TimeSpan After)> waiting)
    {
        _waiting = [.. waiting.OrderBy(one => one.After)];
        _told.IntersectWith(_waiting.Select(one => one.Who));
    }

    public void Begin(DateTimeOffset now)
    {
        _since = now;
        _told.Clear();
    }

    public void End() => _since = null;

    /// <summary>Those whose time is up now.</summary>
    public IEnumerable<T> Due(DateTimeOffset now) =>
        _since is { } since ? _waiting.TakeWhile(one => now - since >= one.After).Select(one => one.Who).Where(_told.Add) : [];

    /// <summary>How long until the next is due; null when none will be.</summary>
    public TimeSpan? Next(DateTimeOffset now)
    {
        if (_since is not { } since) return null;

        foreach (var (who, after) in _waiting)
        {
            if (_told.Contains(who)) continue;

            var wait = since + after - now;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return null;
    }
}
