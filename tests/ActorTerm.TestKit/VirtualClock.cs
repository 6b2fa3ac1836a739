namespace ActorTerm.Actors.TestKit;

/// <summary>What the kernel schedules by on virtual time: one timer of the manual provider per tell.</summary>
internal sealed class VirtualClock(IScheduler face, TimeProvider time) : TellScheduler
{
    public override IScheduler Face => face;

    public override DateTimeOffset Now => time.GetUtcNow();

    public override void Dispose()
    {
        // Nothing happens by itself.
    }

    protected override IScheduled StartCore(TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender) =>
        new VirtualTell(time.CreateTimer(
            _ => receiver.Tell(message, sender), null, delay, interval ?? Timeout.InfiniteTimeSpan));

    private sealed class VirtualTell(ITimer timer) : IScheduled
    {
        public void Cancel() => timer.Dispose();
    }
}
