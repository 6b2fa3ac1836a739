namespace ActorTerm.Actors;

// Death watch, from both sides.
internal sealed partial class ActorCell
{
    public IActorRef Watch(IActorRef subject) => Watch(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Watch(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        var target = IInternalActorRef.Of(subject);
        if (_extras?.DeathWatch?.Unwatch(target) == true) target.SendSystem(new Unwatch(this));
        return subject;
    }

    private IActorRef Watch(IActorRef subject, object? message)
    {
        var target = IInternalActorRef.Of(subject);
        if (target != this && (Extras.DeathWatch ??= new DeathWatch()).Watch(target, message)) target.SendSystem(new Watch(this));
        return subject;
    }

    private void AddWatcher(IInternalActorRef watcher) => (Extras.DeathWatch ??= new DeathWatch()).AddWatcher(watcher);

    private void RemoveWatcher(IInternalActorRef watcher) => _extras?.DeathWatch?.RemoveWatcher(watcher);

    /// <summary>First the child is gone, then the actor hears of it: in its handler of Terminated the name is free.</summary>
    private void HandleDeath(IInternalActorRef actor, bool existenceConfirmed)
    {
        if (_extras?.DeathWatch?.Queue(actor) == true && _extras.Children?.AwaitedBefore != AfterChildren.Terminate)
            Tell(new Terminated(actor, existenceConfirmed, addressTerminated: false), actor);

        if (actor is ActorCell cell && cell._parent == this) RemoveChild(cell);
    }

    private void DeliverTerminated(MailboxNode node, Terminated terminated)
    {
        if (_extras?.DeathWatch is not { } watch || !watch.Deliver(terminated.ActorRef, out var message)) return;
        if (message is not null) node.Message = message;
        _actor!.Deliver(message ?? terminated);
    }

    private void TellWatchers()
    {
        if (_extras?.DeathWatch is not { } watch) return;
        foreach (var watcher in watch.Watchers)
        {
            if (watcher != _parent) watcher.SendSystem(new DeathNotice(this, existenceConfirmed: true));   // the parent is told anyway
        }
    }

    private void UnwatchAll()
    {
        if (_extras?.DeathWatch is not { } watch) return;
        foreach (var subject in watch.Watching) ((IInternalActorRef)subject).SendSystem(new Unwatch(this));
        watch.ForgetWatched();
    }
}
