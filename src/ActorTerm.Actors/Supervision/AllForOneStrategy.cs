namespace ActorTerm.Actors;

/// <summary>Restart and Stop strike the failed child and all its siblings; Resume only the failed child.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    /// <inheritdoc cref="OneForOneStrategy(int?, TimeSpan?, Func{Exception, Directive})"/>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : base(maxNrOfRetries, withinTimeRange, Actors.Decider.From(localOnlyDecider))
    {
    }

    /// <summary>Restarts unlimited.</summary>
    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider) : this(null, null, localOnlyDecider)
    {
    }

    private protected override bool MayRestart(ActorCell supervisor, ActorCell child) =>
        supervisor.AllChildren().All(each => Allows(supervisor, each));

    private protected override void Restart(ActorCell supervisor, ActorCell child, Exception cause)
    {
        foreach (var each in supervisor.AllChildren())
        {
            if (each != child) each.SendSystem(new Suspend());   // a restart resumes: the failed child is suspended already
            each.SendSystem(new Recreate(cause));
        }
    }

    private protected override void Stop(ActorCell supervisor, ActorCell child)
    {
        foreach (var each in supervisor.AllChildren()) supervisor.Stop(each);
    }
}
