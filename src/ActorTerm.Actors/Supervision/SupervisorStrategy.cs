using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>Decides what becomes of a child that failed, and whether its siblings share its fate.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Stops what could not start, was killed or broke a death pact; restarts all else.</summary>
    public static IDecider DefaultDecider = Actors.Decider.From(cause => cause switch
    {
        ActorInitializationException or ActorKilledException or DeathPactException => Directive.Stop,
        _ => Directive.Restart,
    });

    /// <summary>One for one by <see cref="DefaultDecider"/>, retries unlimited.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(cause => DefaultDecider.Decide(cause));

    /// <summary>One for one; stops whatever fails.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(_ => Directive.Stop);

    private readonly RestartLimit _limit;

    private protected SupervisorStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
    {
        ArgumentNullException.ThrowIfNull(decider);
        _limit = new RestartLimit(maxNrOfRetries, withinTimeRange);
        Decider = decider;
    }

    internal IDecider Decider { get; }

    /// <summary>Returns false when the supervisor has to fail itself.</summary>
    internal bool HandleFailure(ActorCell supervisor, ActorCell child, Exception cause)
    {
        var directive = Decider.Decide(cause);
        Log(supervisor, child, cause, directive);
        switch (directive)
        {
            case Directive.Resume:
                child.SendSystem(new Resume(cause));
                return true;
            case Directive.Restart when MayRestart(supervisor, child):
                Restart(supervisor, child, cause);
                return true;
            case Directive.Restart or Directive.Stop:
                Stop(supervisor, child);
                return true;
            default:
                return false;
        }
    }

    private protected abstract bool MayRestart(ActorCell supervisor, ActorCell child);

    private protected abstract void Restart(ActorCell supervisor, ActorCell child, Exception cause);

    private protected abstract void Stop(ActorCell supervisor, ActorCell child);

    private protected bool Allows(ActorCell supervisor, ActorCell child) =>
        supervisor.RestartHistoryOf(child).Allows(_limit, supervisor.Clock.MonotonicClock);

    private void Log(ActorCell supervisor, ActorCell child, Exception cause, Directive directive)
    {
        if (directive == Directive.Escalate) return;        // the one who decides in the end tells it

        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var source = child.Path.ToString();
        supervisor.Publish(directive == Directive.Resume
            ? new Warning(cause, source, GetType(), message)
            : new Error(cause, source, GetType(), message));
    }
}
