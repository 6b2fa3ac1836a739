namespace ActorTerm.Actors;

/// <summary>/ : the end of /user is the end of the system.</summary>
internal sealed class RootGuardian : UntypedActor
{
    public static readonly Props Props = Props.CreateBy(new FuncProducer<RootGuardian>(() => new RootGuardian()));

    protected override void PreStart()
    {
        foreach (var guardian in Context.GetChildren()) Context.Watch(guardian);
    }

    protected override SupervisorStrategy SupervisorStrategy() => Actors.SupervisorStrategy.StoppingStrategy;

    protected override void OnReceive(object message)
    {
        if (message is not Terminated { ActorRef.Path.Name: var name }) return;
        Context.Stop(name == "user" ? Context.Child("system") : Self);
    }
}

/// <summary>/system.</summary>
internal sealed class SystemGuardian : ReceiveActor
{
    public static readonly Props Props = Props.CreateBy(new FuncProducer<SystemGuardian>(() => new SystemGuardian()));

    private SystemGuardian() => Receive<StopChild>(stop => Context.Stop(stop.Child));
}

/// <summary>/user : keeps its children when it is restarted.</summary>
internal sealed class UserGuardian : ReceiveActor
{
    public static readonly Props Props = Props.CreateBy(new FuncProducer<UserGuardian>(() => new UserGuardian()));

    private UserGuardian() => Receive<StopChild>(stop => Context.Stop(stop.Child));

    protected override void PreRestart(Exception reason, object? message)
    {
        // Its children are the application's, and go on.
    }
}

/// <summary>Told to a guardian by <see cref="ActorSystem.Stop"/>.</summary>
internal sealed record StopChild(IActorRef Child);
