namespace ActorTerm.ActorSemantics;

/// <summary>An actor whose handlers and hooks a test writes; the script runs in the constructor of each incarnation.</summary>
public class Puppet : ReceiveActor
{
    private readonly Func<SupervisorStrategy>? _supervision;

    internal Puppet(Action<Puppet> script, Func<SupervisorStrategy>? supervision = null)
    {
        _supervision = supervision;
        script(this);
    }

    public IUntypedActorContext Own => Context;

    public IActorRef Me => Self;

    public IActorRef Asker => Sender;

    public Action Starting { get; set; } = () => { };

    public Action Stopping { get; set; } = () => { };

    /// <summary>Null: as the base class does it.</summary>
    public Action<Exception, object?>? Failing { get; set; }

    /// <summary>Null: as the base class does it.</summary>
    public Action<Exception>? Restarting { get; set; }

    public Action<object>? NotHandling { get; set; }

    public void On<T>(Action<T> handler) => Receive(handler);

    public void On<T>(T value, Action handler) => Receive<T>(message => handler(), message => Equals(message, value));

    public void On<T>(Predicate<T> predicate, Action<T> handler) => Receive(predicate, handler);

    public void Try<T>(Func<T, bool> handler) => Receive(handler);

    public void OnAny(Action<object> handler) => ReceiveAny(handler);

    public void OnAsync<T>(T value, Func<Task> handler) => ReceiveAsync<T>(_ => handler(), message => Equals(message, value));

    public void OnAsync<T>(Predicate<T> predicate, Func<T, Task> handler) => ReceiveAsync(predicate, handler);

    public void OnAnyAsync(Func<object, Task> handler) => ReceiveAnyAsync(handler);

    public void Turn(Action configure) => Become(configure);

    public void TurnStacked(Action configure) => BecomeStacked(configure);

    public void TurnBack() => UnbecomeStacked();

    public void Idle(TimeSpan? timeout) => SetReceiveTimeout(timeout);

    public void BaseFailing(Exception reason, object? message) => base.PreRestart(reason, message);

    public void BaseRestarting(Exception reason) => base.PostRestart(reason);

    protected override void PreStart() => Starting();

    protected override void PostStop() => Stopping();

    protected override void PreRestart(Exception reason, object? message)
    {
        if (Failing is { } failing) failing(reason, message);
        else base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        if (Restarting is { } restarting) restarting(reason);
        else base.PostRestart(reason);
    }

    protected override void Unhandled(object message)
    {
        NotHandling?.Invoke(message);
        base.Unhandled(message);
    }

    protected override SupervisorStrategy SupervisorStrategy() => _supervision?.Invoke() ?? base.SupervisorStrategy();
}

public sealed class TimedPuppet : Puppet, IWithTimers
{
    internal TimedPuppet(Action<TimedPuppet> script) : base(me => script((TimedPuppet)me))
    {
    }

    public ITimerScheduler Timers { get; set; } = null!;
}

public sealed class StashingPuppet : Puppet, IWithUnboundedStash
{
    internal StashingPuppet(Action<StashingPuppet> script) : base(me => script((StashingPuppet)me))
    {
    }

    public IStash Stash { get; set; } = null!;
}
