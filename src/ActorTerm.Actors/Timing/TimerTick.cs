namespace ActorTerm.Actors;

/// <summary>
/// What a timer puts into the mailbox. The object itself is the timer's generation: a timer started again under the same key has another.
/// </summary>
internal sealed class TimerTick(object key, object message, bool repeats) : IAutoReceivedMessage
{
    public object Key => key;

    public object Message => message;

    public bool Repeats => repeats;

    public IScheduled? Scheduled { get; set; }
}
