namespace ActorTerm.Actors;

/// <summary>Mail that runs before the next user message, even in a suspended actor. Links the queue itself, so each is sent once.</summary>
internal abstract class SystemMessage
{
    public SystemMessage? Next;
}

internal sealed class StopNow : SystemMessage;

internal sealed class Suspend : SystemMessage;

/// <param name="causedByFailure">The failure that this ends; null when the actor was suspended with its parent.</param>
internal sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    public Exception? CausedByFailure { get; } = causedByFailure;
}

internal sealed class Recreate(Exception cause) : SystemMessage
{
    public Exception Cause { get; } = cause;
}

internal sealed class Watch(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher { get; } = watcher;
}

internal sealed class Unwatch(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>A child says that it failed and waits, suspended.</summary>
internal sealed class Failed(ActorCell child, Exception cause) : SystemMessage
{
    public ActorCell Child { get; } = child;

    public Exception Cause { get; } = cause;
}

/// <summary>Somebody this one watches, or a child, is gone.</summary>
internal sealed class DeathNotice(IInternalActorRef actor, bool existenceConfirmed) : SystemMessage
{
    public IInternalActorRef Actor { get; } = actor;

    public bool ExistenceConfirmed { get; } = existenceConfirmed;
}

/// <summary>What follows an await in a handler that awaits.</summary>
internal sealed class Continuation(SendOrPostCallback callback, object? state) : SystemMessage
{
    public void Run() => callback(state);
}

/// <summary>A handler that awaits is done.</summary>
internal sealed class AsyncDone(Task task) : SystemMessage
{
    public Task Task { get; } = task;
}
