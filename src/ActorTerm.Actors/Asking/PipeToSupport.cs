namespace ActorTerm.Actors;

/// <summary>Tells an actor what became of a task: its result, or <see cref="Status.Failure"/>.</summary>
public static class PipeToSupport
{
    /// <param name="sender">Null: no sender.</param>
    /// <param name="success">Makes the message of the result; null: the result is the message.</param>
    /// <param name="failure">Makes the message of the exception; null: <see cref="Status.Failure"/>.</param>
    /// <returns>Ends when the actor has been told; never fails.</returns>
    public static async Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
    {
        try
        {
            var result = await taskToPipe.ConfigureAwait(false);
            recipient.Tell(success is null ? result! : success(result), sender);
        }
        catch (Exception e)
        {
            recipient.Tell(failure is null ? new Status.Failure(e) : failure(e), sender);
        }
    }

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, sender, success, failure);

    /// <param name="success">Makes the message; null: nothing is told when the task succeeds.</param>
    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static async Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
    {
        try
        {
            await taskToPipe.ConfigureAwait(false);
            if (success is not null) recipient.Tell(success(), sender);
        }
        catch (Exception e)
        {
            recipient.Tell(failure is null ? new Status.Failure(e) : failure(e), sender);
        }
    }

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, sender, success, failure);
}
