namespace ActorTerm.Actors;

/// <summary>
/// Asks: a tell whose answer is a task. For the edges: inside an actor an awaited Ask blocks its mailbox. Timeouts are real time, also on
/// virtual time, and there is no fast failure: a dead actor's Ask fails when the timeout has passed.
/// </summary>
public static class Futures
{
    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <param name="timeout">Null, infinite or not positive: none.</param>
    /// <exception cref="AskTimeoutException">No answer came in time.</exception>
    /// <exception cref="ArgumentException">The answer is no <typeparamref name="T"/>.</exception>
    /// <exception cref="TaskCanceledException">The token was cancelled.</exception>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var answer = AskRef<T>.Begin(SystemOf(self), timeout, cancellationToken);
        self.Tell(message, answer);
        return answer.Task;
    }

    /// <param name="messageFactory">Makes the message; it gets the reference that the answer is to be told to.</param>
    /// <inheritdoc cref="Ask{T}(ICanTell, object, TimeSpan?)"/>
    public static Task<T> Ask<T>(
        this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messageFactory);
        var answer = AskRef<T>.Begin(SystemOf(self), timeout, cancellationToken);
        self.Tell(messageFactory(answer), answer);
        return answer.Task;
    }

    private static LocalActorSystem SystemOf(ICanTell self)
    {
        if (self is ActorCell cell) return cell.System;     // nearly always
        while (self is IActorRefStandIn standIn) self = standIn.StandsFor;
        return (self as IInternalActorRef)?.System ?? RunFrame.CurrentCell?.System
            ?? throw new ArgumentException($"{self} belongs to no system that could wait for its answer", nameof(self));
    }
}
