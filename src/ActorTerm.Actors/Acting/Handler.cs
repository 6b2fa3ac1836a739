namespace ActorTerm.Actors;

/// <summary>One line of a ReceiveActor's table of contents; the lines are linked in order of registration.</summary>
internal abstract class Handler
{
    public Handler? Next;

    /// <summary>Nothing passes it, so nothing may be registered behind it.</summary>
    public virtual bool TakesAll => false;

    public static bool Dispatch(Handler? first, object message)
    {
        for (var handler = first; handler is not null; handler = handler.Next)
        {
            if (handler.TryHandle(message)) return true;
        }

        return false;
    }

    protected abstract bool TryHandle(object message);
}

internal sealed class ActionHandler<T>(Action<T> handle, Predicate<T>? shouldHandle) : Handler
{
    public override bool TakesAll => shouldHandle is null && typeof(T) == typeof(object);

    protected override bool TryHandle(object message)
    {
        if (message is not T typed || (shouldHandle is not null && !shouldHandle(typed))) return false;
        handle(typed);
        return true;
    }
}

internal sealed class FuncHandler<T>(Func<T, bool> handle) : Handler
{
    protected override bool TryHandle(object message) => message is T typed && handle(typed);
}

internal sealed class AsyncHandler<T>(Func<T, Task> handle, Predicate<T>? shouldHandle) : Handler
{
    public override bool TakesAll => shouldHandle is null && typeof(T) == typeof(object);

    protected override bool TryHandle(object message)
    {
        if (message is not T typed || (shouldHandle is not null && !shouldHandle(typed))) return false;
        RunFrame.CurrentCell!.RunAsync(handle, typed);
        return true;
    }
}
