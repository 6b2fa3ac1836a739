namespace ActorTerm.Actors;

/// <summary>What an actor does when the last of its stopping children is gone.</summary>
internal enum AfterChildren
{
    Nothing,
    Create,
    Restart,
    Terminate,
}

/// <summary>
/// The children of an actor, linked through themselves, and by name those that were given one. Guards itself: /user gets children from
/// any thread.
/// </summary>
internal sealed class ChildTable
{
    private readonly Lock _gate = new();
    private Dictionary<string, ActorCell>? _named;
    private Dictionary<ActorCell, RestartHistory>? _restarted;
    private ActorCell? _first;
    private int _count;
    private int _stopping;
    private long _numbers;
    private bool _closed;

    /// <summary>Not Nothing while the actor waits for stopping children.</summary>
    public AfterChildren AwaitedBefore { get; private set; }

    public Exception? RestartCause { get; private set; }

    /// <exception cref="InvalidActorNameException">The name is malformed or taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    public ActorCell Add(LocalActorSystem system, ActorCell parent, Props props, string? name)
    {
        if (name is not null) ActorName.Check(name);
        lock (_gate)
        {
            if (_closed || AwaitedBefore == AfterChildren.Terminate)
                throw new InvalidOperationException($"{parent.Path} is stopping and makes no more children");

            var child = new ActorCell(system, parent, props, name, _numbers);
            if (name is not null && !(_named ??= []).TryAdd(name, child))
                throw new InvalidActorNameException($"{parent.Path} has a child called '{name}' already");

            _numbers++;
            _count++;
            child.NextSibling = _first;
            if (_first is not null) _first.PreviousSibling = child;
            _first = child;
            return child;
        }
    }

    public ActorCell? Find(string name)
    {
        lock (_gate)
        {
            if (_named is not null && _named.TryGetValue(name, out var named)) return named;
            if (!name.StartsWith('$')) return null;
            for (var child = _first; child is not null; child = child.NextSibling)
            {
                if (child.Name == name) return child;
            }

            return null;
        }
    }

    public ActorCell[] All()
    {
        lock (_gate)
        {
            var all = new ActorCell[_count];
            var i = _count;                                 // the list has the youngest first
            for (var child = _first; child is not null; child = child.NextSibling) all[--i] = child;
            return all;
        }
    }

    public bool Contains(ActorCell child)
    {
        lock (_gate) return IsLinked(child);
    }

    /// <summary>For the parent's turn only.</summary>
    public RestartHistory RestartHistoryOf(ActorCell child)
    {
        _restarted ??= [];
        if (!_restarted.TryGetValue(child, out var history)) _restarted.Add(child, history = new RestartHistory());
        return history;
    }

    /// <summary>The parent has told it to stop: a restart or an end of the parent waits for it.</summary>
    public void MarkStopping(ActorCell child)
    {
        lock (_gate)
        {
            if (!IsLinked(child) || child.IsStoppingChild) return;
            child.IsStoppingChild = true;
            _stopping++;
        }
    }

    /// <summary>Puts off what the actor is about to do until its stopping children are gone.</summary>
    /// <returns>What was put off before; null when no child is stopping, and nothing is put off.</returns>
    public AfterChildren? Await(AfterChildren next, Exception? cause)
    {
        lock (_gate)
        {
            if (_stopping == 0) return null;
            var before = AwaitedBefore;
            AwaitedBefore = next;
            RestartCause = cause;
            return before;
        }
    }

    /// <summary>A child is gone, and its name is free.</summary>
    /// <returns>What is to be done now that the last stopping one is gone; else Nothing.</returns>
    public AfterChildren Remove(ActorCell child)
    {
        _restarted?.Remove(child);
        lock (_gate)
        {
            if (!IsLinked(child)) return AfterChildren.Nothing;
            Unlink(child);
            if (!child.IsStoppingChild || --_stopping > 0) return AfterChildren.Nothing;

            var next = AwaitedBefore;
            AwaitedBefore = AfterChildren.Nothing;
            return next;
        }
    }

    /// <summary>The parent has ended.</summary>
    public void Close()
    {
        lock (_gate) _closed = true;
    }

    private bool IsLinked(ActorCell child) => child.PreviousSibling is not null || _first == child;

    private void Unlink(ActorCell child)
    {
        _count--;
        _named?.Remove(child.Name);
        if (child.PreviousSibling is { } previous) previous.NextSibling = child.NextSibling;
        else _first = child.NextSibling;
        if (child.NextSibling is { } next) next.PreviousSibling = child.PreviousSibling;
        child.PreviousSibling = null;
        child.NextSibling = null;
    }
}
