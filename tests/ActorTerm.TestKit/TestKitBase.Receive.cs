namespace ActorTerm.Actors.TestKit;

// Taking what came, whatever it is.
public abstract partial class TestKitBase
{
    /// <summary>Null when nothing came in time.</summary>
    /// <param name="max">Null: the default, or what is left of <see cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>.</param>
    public object? ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default) =>
        Take(max ?? Remaining, cancellationToken)?.Message;

    /// <summary>Fails when fewer came in time.</summary>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default) =>
        ReceiveN(numberOfMessages, Remaining, cancellationToken);

    /// <inheritdoc cref="ReceiveN(int, CancellationToken)"/>
    /// <param name="max">For all of them together.</param>
    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
    {
        var deadline = Deadline.In(max);
        var all = new List<object>(numberOfMessages);
        while (all.Count < numberOfMessages)
        {
            var next = Take(deadline.Left, cancellationToken);
            if (next is null) Assert.Fail($"{all.Count} of {numberOfMessages} messages came within {max}: {string.Join(", ", all)}");
            all.Add(next.Message);
        }

        return all;
    }

    /// <summary>Drops messages until one is a <typeparamref name="T"/> that fits; fails when none came in time.</summary>
    public T FishForMessage<T>(
        Predicate<T> isMessage, TimeSpan? max = null, string hint = "", CancellationToken cancellationToken = default)
    {
        var deadline = Deadline.In(max ?? Remaining);
        var others = new List<object>();
        while (Take(deadline.Left, cancellationToken) is { } next)
        {
            if (next.Message is T typed && isMessage(typed)) return typed;
            others.Add(next.Message);
        }

        Assert.Fail($"no {typeof(T)} that fits came within {deadline.Total}{Hint(hint)}; what came: {string.Join(", ", others)}");
        return default;
    }

    private static string Hint(string? hint) => string.IsNullOrEmpty(hint) ? "" : $" ({hint})";

    private MessageEnvelope? Take(TimeSpan max, CancellationToken cancellationToken)
    {
        if (!_received.TryTake(out var envelope, (int)Math.Min(max.TotalMilliseconds, int.MaxValue), cancellationToken)) return null;
        return _last = envelope;
    }
}
