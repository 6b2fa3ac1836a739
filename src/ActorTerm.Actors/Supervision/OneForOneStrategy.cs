namespace ActorTerm.Actors;

/// <summary>What becomes of a failed child touches that child alone.</summary>
public class OneForOneStrategy : SupervisorStrategy
{
    /// <param name="maxNrOfRetries">Restarts allowed within the time range, then Stop; null or negative: unlimited, 0: none.</param>
    /// <param name="withinTimeRange">Null: for ever. With a range and no number of retries, one restart per range is allowed.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, Actors.Decider.From(localOnlyDecider))
    {
    }

    /// <summary>Restarts unlimited.</summary>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider) : this(null, null, localOnlyDecider)
    {
    }

    private protected override bool MayRestart(ActorCell supervisor, ActorCell child) => Allows(supervisor, child);

    private protected override void Restart(ActorCell supervisor, ActorCell child, Exception cause) => child.SendSystem(new Recreate(cause));

    private protected override void Stop(ActorCell supervisor, ActorCell child) => supervisor.Stop(child);
}
