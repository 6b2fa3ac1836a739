using ActorTerm.Actors.Configuration;
using ActorTerm.Actors.Event;

namespace ActorTerm.Actors.TestKit;

/// <summary>
/// The scheduler of a system on virtual time, chosen by
/// <c>akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"</c>.
/// </summary>
public class TestScheduler : IScheduler, IVirtualTime
{
    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly VirtualClock _clock;

    /// <param name="schedulerConfig">Not used: Akka.NET's signature has it.</param>
    /// <param name="log">Not used either.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log) => _clock = new VirtualClock(this, _time);

    /// <summary>Virtual; starts at the real time.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Real.</summary>
    public TimeSpan MonotonicClock => _clock.MonotonicClock;

    /// <summary>Real.</summary>
    public TimeSpan HighResMonotonicClock => _clock.HighResMonotonicClock;

    TellScheduler IVirtualTime.Clock => _clock;

    /// <summary>Tells what becomes due, each timer at most once; what is started meanwhile waits for the next call, even if due.</summary>
    /// <exception cref="InvalidOperationException">A periodic timer would be due twice: take smaller steps.</exception>
    public void Advance(TimeSpan offset) => _time.Advance(offset);

    /// <inheritdoc cref="Advance"/>
    /// <exception cref="InvalidOperationException">The moment has passed.</exception>
    public void AdvanceTo(DateTimeOffset when)
    {
        if (when < Now) throw new InvalidOperationException($"it is {Now:O} already, {when:O} will not come again");
        Advance(when - Now);
    }

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        _clock.ScheduleTellOnce(delay, receiver, message, sender);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _clock.ScheduleTellOnce(delay, receiver, message, sender, cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        _clock.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        _clock.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
}
