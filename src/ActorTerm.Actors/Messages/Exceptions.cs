namespace ActorTerm.Actors;

/// <summary>What the kernel itself throws.</summary>
public abstract class AkkaException : Exception
{
    protected AkkaException()
    {
    }

    protected AkkaException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}

/// <summary>An actor could not be made or started: its constructor or PreStart threw. By default it is stopped.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException()
    {
    }

    public ActorInitializationException(string message) : base(message)
    {
    }

    public ActorInitializationException(string message, Exception cause) : base(message, cause)
    {
    }

    public ActorInitializationException(IActorRef actor, string message, Exception? cause = null) : base(message, cause) => Actor = actor;

    public IActorRef? Actor { get; set; }

    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}

/// <summary>A restart could not be finished: the new instance's constructor or PostRestart threw.</summary>
public class PostRestartException : ActorInitializationException
{
    public PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
        : base(actor, $"the new instance failed after a restart: {cause.Message}", cause) => OriginalCause = originalCause;

    /// <summary>Why the restart was done.</summary>
    public Exception OriginalCause { get; }
}

/// <summary>The actor was sent <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    public ActorKilledException()
    {
    }

    public ActorKilledException(string message) : base(message)
    {
    }
}

/// <summary>An actor did not handle the <see cref="Terminated"/> of an actor it watched.</summary>
public class DeathPactException : AkkaException
{
    public DeathPactException(IActorRef deadActor) : base($"the end of {deadActor} was watched and not handled") => DeadActor = deadActor;

    public IActorRef DeadActor { get; }
}

/// <summary>The name is malformed, or another child has it.</summary>
public class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string message) : base(message)
    {
    }

    public InvalidActorNameException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>An Ask was not answered in time. Not a <see cref="TimeoutException"/>.</summary>
public class AskTimeoutException : AkkaException
{
    public AskTimeoutException(string message) : base(message)
    {
    }
}

/// <summary>A bounded stash is full. The stash of <see cref="IWithUnboundedStash"/> never is.</summary>
public class StashOverflowException : AkkaException
{
    public StashOverflowException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}

/// <summary>An actor asked its cell for something that makes no sense now, such as stashing one message twice.</summary>
public class IllegalActorStateException : AkkaException
{
    public IllegalActorStateException(string message) : base(message)
    {
    }
}
