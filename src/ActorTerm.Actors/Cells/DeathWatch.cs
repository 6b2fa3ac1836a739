namespace ActorTerm.Actors;

/// <summary>Whom an actor watches and who watches it.</summary>
internal sealed class DeathWatch
{
    private readonly Dictionary<IActorRef, object?> _watching = [];    // to the message asked for by WatchWith, or null
    private readonly Dictionary<IActorRef, object?> _queued = [];      // whose Terminated is in the mailbox
    private readonly HashSet<IInternalActorRef> _watchers = [];

    public IReadOnlyCollection<IActorRef> Watching => _watching.Keys;

    public IReadOnlyCollection<IInternalActorRef> Watchers => _watchers;

    /// <returns>False when it is watched already: then nothing changes.</returns>
    public bool Watch(IActorRef subject, object? message) => _watching.TryAdd(subject, message);

    /// <summary>A Terminated that is in the mailbox will not be delivered.</summary>
    /// <returns>False when it was not watched.</returns>
    public bool Unwatch(IActorRef subject)
    {
        _queued.Remove(subject);
        return _watching.Remove(subject);
    }

    /// <summary>The subject has ended. True when it was watched: then a Terminated goes into the mailbox.</summary>
    public bool Queue(IActorRef subject)
    {
        if (!_watching.Remove(subject, out var message)) return false;
        _queued[subject] = message;
        return true;
    }

    /// <summary>A Terminated that was delivered and stashed comes back.</summary>
    public void QueueAgain(IActorRef subject) => _queued.TryAdd(subject, null);

    /// <summary>The Terminated has come out of the mailbox. False when it is not wanted any more.</summary>
    /// <param name="message">What is delivered instead; null: the Terminated itself.</param>
    public bool Deliver(IActorRef subject, out object? message) => _queued.Remove(subject, out message);

    public void AddWatcher(IInternalActorRef watcher) => _watchers.Add(watcher);

    public void RemoveWatcher(IInternalActorRef watcher) => _watchers.Remove(watcher);

    public void ForgetWatched()
    {
        _watching.Clear();
        _queued.Clear();
    }
}
