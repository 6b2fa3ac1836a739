namespace ActorTerm.Actors.TestKit;

/// <summary>What the kernel schedules by on virtual time: one timer of the manual provider per entry.</summary>
internal sealed class VirtualClock(IScheduler face, TimeProvider time) : TellScheduler
{
    public override IScheduler Face => face;

    public override DateTimeOffset Now => time.GetUtcNow();

    public override void Dispose()
    {
        // Nothing fires by itself.
    }

    protected override ScheduledTell StartCore(
        TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender) =>
        new VirtualTell(time, delay, interval, receiver, message, sender);

    private sealed class VirtualTell : ScheduledTell
    {
        private readonly ITimer _timer;

        public VirtualTell(TimeProvider time, TimeSpan delay, TimeSpan? interval, ICanTell receiver, object message, IActorRef? sender)
            : base(receiver, message, sender) => _timer = time.CreateTimer(
            static tell => ((VirtualTell)tell!).Tell(), this, delay, interval ?? Timeout.InfiniteTimeSpan);

        protected override void Unlink() => _timer.Dispose();
    }
}
