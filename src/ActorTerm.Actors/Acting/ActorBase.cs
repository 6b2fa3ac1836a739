namespace ActorTerm.Actors;

/// <summary>
/// An actor: handles one message at a time, each on some thread of the pool. <see cref="Context"/>, <see cref="Self"/> and
/// <see cref="Sender"/> are valid in its constructor, hooks and handlers only; elsewhere they throw <see cref="NotSupportedException"/>.
/// </summary>
public abstract class ActorBase
{
    private Behaviour? _behaviour;                          // null: as the class is written

    /// <exception cref="ActorInitializationException">Not made by <c>ActorOf</c>.</exception>
    protected ActorBase()
    {
        var cell = RunFrame.CurrentCell
            ?? throw new ActorInitializationException($"a {GetType().Name} is made by ActorOf, never by new: it has no context here");
        if (this is IWithTimers timed) timed.Timers = cell.NewTimers();
    }

    protected static IActorContext Context => RunFrame.Running.Cell!;

    protected IActorRef Self => RunFrame.Running.Cell!;

    /// <summary>Who told the message in hand. Never null: <see cref="ActorSystem.DeadLetters"/> when there was none.</summary>
    protected IActorRef Sender => RunFrame.Running.Sender;

    protected virtual void PreStart()
    {
    }

    /// <summary>Runs when the actor has ended and, by default, before it is restarted. It can run twice: make it idempotent.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Runs on the failed instance. By default: unwatches and stops all children, then <see cref="PostStop"/>.</summary>
    /// <param name="message">What was being handled; null when it was none.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        var context = Context;
        foreach (var child in context.GetChildren())
        {
            context.Unwatch(child);
            context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Runs on the new instance. By default: <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>How the children of this actor are supervised; asked once per incarnation, at the first failure.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actors.SupervisorStrategy.DefaultStrategy;

    /// <summary>By default publishes an <see cref="Event.UnhandledMessage"/>.</summary>
    /// <exception cref="DeathPactException">The message is <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message) => RunFrame.Running.Cell!.PublishUnhandled(message);

    /// <summary>Counts from the end of the handler that calls it; null switches it off. Repeats until switched off.</summary>
    protected void SetReceiveTimeout(TimeSpan? timeout) => RunFrame.Running.Cell!.SetReceiveTimeout(timeout);

    /// <summary>Back to the behaviour below the last <c>BecomeStacked</c>; with none below, to the one of the constructor.</summary>
    protected void UnbecomeStacked() => _behaviour = _behaviour?.Below;

    /// <returns>False when the message is not handled.</returns>
    protected abstract bool Receive(object message);

    internal void Become(Behaviour behaviour) => _behaviour = _behaviour?.Below is { } below ? new StackedBehaviour(behaviour, below) : behaviour;

    internal void BecomeStacked(Behaviour behaviour) => _behaviour = new StackedBehaviour(behaviour, _behaviour);

    internal void PopBehaviour() => UnbecomeStacked();

    internal void Deliver(object message)
    {
        if (!(_behaviour is { } behaviour ? behaviour.Handle(message) : HandleAsWritten(message))) Unhandled(message);
    }

    /// <summary>With no behaviour in place of the class's own.</summary>
    internal virtual bool HandleAsWritten(object message) => Receive(message);

    /// <summary>The constructor is done.</summary>
    internal virtual void Complete()
    {
    }

    internal void Start() => PreStart();

    internal void End() => PostStop();

    internal void EndBeforeRestart(Exception reason, object? message) => PreRestart(reason, message);

    internal void StartAfterRestart(Exception reason) => PostRestart(reason);

    internal SupervisorStrategy Supervision() => SupervisorStrategy();
}
