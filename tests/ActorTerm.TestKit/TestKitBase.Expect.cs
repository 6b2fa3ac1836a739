using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Actors.TestKit;

// The next message has to be this one.
public abstract partial class TestKitBase
{
    /// <summary>The next message, which has to be a <typeparamref name="T"/>.</summary>
    public T ExpectMsg<T>(TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default) =>
        Next<T>(duration, hint, cancellationToken);

    /// <summary>The next message, which has to equal this one.</summary>
    public T ExpectMsg<T>(T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        var next = Next<T>(timeout, hint, cancellationToken);
        Assert.Equal(message, next);
        return next;
    }

    /// <summary>The next message, which has to be a <typeparamref name="T"/> that fits.</summary>
    public T ExpectMsg<T>(
        Predicate<T> isMessage, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        var next = Next<T>(timeout, hint, cancellationToken);
        Assert.True(isMessage(next), $"the message does not fit{Hint(hint)}: {next}");
        return next;
    }

    /// <summary>The next message, which has to be a <typeparamref name="T"/> that the assertions hold of.</summary>
    public T ExpectMsg<T>(
        Action<T> assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        var next = Next<T>(timeout, hint, cancellationToken);
        assert(next);
        return next;
    }

    /// <summary>Waits the whole time, really, and fails when a message comes.</summary>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        if (Take(duration, cancellationToken) is { } came) Assert.Fail($"a message came that should not: {came.Message} from {came.Sender}");
    }

    /// <summary>The next message, which has to be the end of this actor.</summary>
    public Terminated ExpectTerminated(
        IActorRef target, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
    {
        var terminated = Next<Terminated>(timeout, hint ?? $"the end of {target}", cancellationToken);
        Assert.Equal(target, terminated.ActorRef);
        return terminated;
    }

    private T Next<T>(TimeSpan? duration, string? hint, CancellationToken cancellationToken)
    {
        var max = duration ?? Remaining;
        if (Take(max, cancellationToken) is not { } next) return Missing<T>($"no {typeof(T)} came within {max}{Hint(hint)}");
        return next.Message is T typed
            ? typed
            : Missing<T>($"a {typeof(T)} was expected{Hint(hint)}, and a {next.Message.GetType()} came from {next.Sender}: {next.Message}");
    }

    [DoesNotReturn]
    private static T Missing<T>(string what)
    {
        Assert.Fail(what);
        return default;
    }
}
