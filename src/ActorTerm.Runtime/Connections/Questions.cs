namespace ActorTerm.Runtime.Connections;

/// <summary>What one script waits to hear from the workspace: who takes each answer, and since when the impatient ones wait.</summary>
internal sealed class Questions(TimeSpan patience)
{
    private readonly Dictionary<long, Action<object>> _open = [];
    private readonly Queue<(long Tag, DateTimeOffset Due)> _due = new();
    private long _last;

    /// <param name="now">Null: it may take as long as it takes.</param>
    /// <returns>The question's tag.</returns>
    public long Add(Action<object> take, DateTimeOffset? now)
    {
        _open.Add(++_last, take);
        if (now is { } asked) _due.Enqueue((_last, asked + patience));
        return _last;
    }

    /// <summary>Who takes the answer; null when the question was given up.</summary>
    public Action<object>? Take(long tag)
    {
        _open.Remove(tag, out var take);
        while (_due.TryPeek(out var next) && !_open.ContainsKey(next.Tag)) _due.Dequeue();
        return take;
    }

    /// <summary>Those that have waited too long.</summary>
    public IEnumerable<Action<object>> TakeDue(DateTimeOffset now)
    {
        while (_due.TryPeek(out var next) && next.Due <= now)
        {
            if (Take(next.Tag) is { } take) yield return take;
        }
    }

    /// <summary>How long until the next one has waited too long; null when none waits.</summary>
    public TimeSpan? NextDue(DateTimeOffset now) => _due.TryPeek(out var next) ? next.Due - now : null;
}
