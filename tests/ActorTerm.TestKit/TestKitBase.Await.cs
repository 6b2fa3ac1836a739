namespace ActorTerm.Actors.TestKit;

// Waiting for what nobody tells the test, and limits for several waits together.
public abstract partial class TestKitBase
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private Deadline? _within;

    /// <summary>How long a wait may take that names no time of its own.</summary>
    private TimeSpan Remaining => _within?.Left ?? _patience;

    /// <summary>Tries until the assertions hold; fails as they do when the time is up.</summary>
    /// <param name="interval">Between two tries; default 20 ms.</param>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default)
    {
        var deadline = Deadline.In(duration ?? Remaining);
        while (true)
        {
            try
            {
                assertion();
                return;
            }
            catch (Exception) when (deadline.Left > TimeSpan.Zero)
            {
                Pause(interval, deadline, cancellationToken);
            }
        }
    }

    /// <summary>Fails when the condition does not come to hold in time.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled,
        TimeSpan? max,
        TimeSpan? interval,
        string? message = null,
        CancellationToken cancellationToken = default)
    {
        var deadline = Deadline.In(max ?? Remaining);
        while (!conditionIsFulfilled())
        {
            if (deadline.Left == TimeSpan.Zero) Assert.Fail($"the condition did not come to hold within {deadline.Total}{Hint(message)}");
            Pause(interval, deadline, cancellationToken);
        }
    }

    /// <summary>All waits inside together have this long; fails when the action itself took longer.</summary>
    public void Within(
        TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public void Within(
        TimeSpan min,
        TimeSpan max,
        Action action,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        Within<object?>(
            min, max,
            () =>
            {
                action();
                return null;
            },
            hint, epsilonValue, cancellationToken);
    }

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public T Within<T>(
        TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public T Within<T>(
        TimeSpan min,
        TimeSpan max,
        Func<T> function,
        string? hint = null,
        TimeSpan? epsilonValue = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outer = _within;
        var deadline = Deadline.In(outer is { Left: var left } && left < max ? left : max);
        _within = deadline;
        try
        {
            var result = function();
            Assert.True(deadline.Elapsed <= deadline.Total + (epsilonValue ?? TimeSpan.Zero), $"it took {deadline.Elapsed}, longer than {max}{Hint(hint)}");
            Assert.True(deadline.Elapsed >= min, $"it took {deadline.Elapsed}, less than {min}{Hint(hint)}");
            return result;
        }
        finally
        {
            _within = outer;
        }
    }

    private static void Pause(TimeSpan? interval, Deadline deadline, CancellationToken cancellationToken)
    {
        var pause = interval ?? Interval;
        cancellationToken.WaitHandle.WaitOne(pause < deadline.Left ? pause : deadline.Left);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
