using Xunit.Sdk;

namespace ActorTerm.Journeys.Rig;

/// <summary>Waiting that ends: a journey that gets no further says what did not happen.</summary>
public static class Patience
{
    /// <summary>Far more than anything here takes on a busy machine.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    /// <param name="what">What is waited for, in words that go before "did not happen".</param>
    public static async Task<T> Within<T>(this Task<T> task, string what)
    {
        await ((Task)task).Within(what);
        return await task;
    }

    /// <inheritdoc cref="Within{T}(Task{T}, string)"/>
    public static async Task Within(this Task task, string what)
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new XunitException($"{what}: did not happen within {Limit.TotalSeconds:0} s");
        }
    }

    /// <summary>The next item that is wanted; others are passed over.</summary>
    public static async Task<T> NextAsync<T>(this IAsyncEnumerator<T> items, string what, Predicate<T>? wanted = null)
    {
        while (await items.MoveNextAsync().AsTask().Within(what))
        {
            if (wanted is null || wanted(items.Current)) return items.Current;
        }

        throw new XunitException($"{what}: the subscription ended before it");
    }
}
