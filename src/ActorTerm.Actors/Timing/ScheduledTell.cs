namespace ActorTerm.Actors;

/// <summary>A tell that is due some time, once or repeatedly. <see cref="Cancel"/> unlinks it in O(1) and may be called by anybody.</summary>
internal abstract class ScheduledTell(ICanTell receiver, object message, IActorRef? sender)
{
    private volatile bool _cancelled;

    public bool IsCancelled => _cancelled;

    public void Cancel()
    {
        if (_cancelled) return;
        _cancelled = true;
        Unlink();
    }

    public void Tell()
    {
        if (!_cancelled) receiver.Tell(message, sender);
    }

    protected abstract void Unlink();
}
