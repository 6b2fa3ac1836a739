namespace ActorTerm.Actors;

/// <summary>
/// An actor that lists its handlers in its constructor and in <see cref="Become"/>. The first that fits, in order of registration,
/// handles a message; one that none fits is unhandled.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private Handler? _handlers;
    private HandlerList? _registering;

    protected ReceiveActor() => _registering = new HandlerList();

    /// <summary>Replaces the handlers from the next message on; the current handler runs to its end.</summary>
    protected void Become(Action configure) => Become(Configure(configure));

    /// <summary>As <see cref="Become"/>, and <see cref="ActorBase.UnbecomeStacked"/> brings the replaced handlers back.</summary>
    protected void BecomeStacked(Action configure) => BecomeStacked(Configure(configure));

    /// <exception cref="InvalidOperationException">Not in the constructor or in Become, or after a handler for all messages.</exception>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) => Register(new ActionHandler<T>(handler, shouldHandle));

    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Register(new ActionHandler<T>(handler, shouldHandle));

    /// <param name="handler">Returns false to let later handlers try.</param>
    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void Receive<T>(Func<T, bool> handler) => Register(new FuncHandler<T>(handler));

    /// <summary>Takes whatever no handler before takes; the last to be registered.</summary>
    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void ReceiveAny(Action<object> handler) => Register(new ActionHandler<object>(handler, null));

    /// <summary>
    /// The next user message waits until the task ends; system messages do not. A Stop in the meantime drops what follows the await,
    /// finally blocks included: keep resources in fields that PostStop releases.
    /// </summary>
    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Register(new AsyncHandler<T>(handler, shouldHandle));

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => Register(new AsyncHandler<T>(handler, shouldHandle));

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => Register(new AsyncHandler<object>(handler, null));

    protected sealed override void OnReceive(object message)
    {
        if (!HandleAsWritten(message)) Unhandled(message);
    }

    internal sealed override bool HandleAsWritten(object message) => Handler.Dispatch(_handlers, message);

    internal sealed override void Complete()
    {
        _handlers = _registering?.First;
        _registering = null;
    }

    private HandlersBehaviour Configure(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _registering;
        var list = _registering = new HandlerList();
        try
        {
            configure();
        }
        finally
        {
            _registering = outer;
        }

        return new HandlersBehaviour(list.First);
    }

    private void Register(Handler handler)
    {
        if (_registering is null)
        {
            throw new InvalidOperationException(
                $"{GetType().Name} registers a handler while it runs: handlers are registered in the constructor or in Become");
        }

        _registering.Add(handler);
    }
}
