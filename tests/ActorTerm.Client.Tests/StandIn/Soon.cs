namespace ActorTerm.Client.Tests;

/// <summary>Waiting that ends: what does not happen within the stand-in's patience fails the test.</summary>
public static class Soon
{
    public static Task<T> WithinPatience<T>(this Task<T> task) => task.WaitAsync(StandInHost.Patience);

    public static Task WithinPatience(this Task task) => task.WaitAsync(StandInHost.Patience);

    public static async Task<T> NextAsync<T>(this IAsyncEnumerator<T> items)
    {
        Assert.True(await items.MoveNextAsync().AsTask().WithinPatience(), "the sequence has ended");
        return items.Current;
    }
}
