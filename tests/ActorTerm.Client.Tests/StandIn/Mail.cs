using System.Threading.Channels;

namespace ActorTerm.Client.Tests;

/// <summary>Things that come, for a test that waits for them one by one.</summary>
/// <param name="what">Named when none comes.</param>
public sealed class Mail<T>(string what)
{
    private readonly Channel<T> _channel = Channel.CreateUnbounded<T>();
    private readonly List<T> _seen = [];

    public IReadOnlyList<T> Seen
    {
        get
        {
            lock (_seen) return [.. _seen];
        }
    }

    public void Add(T item)
    {
        lock (_seen) _seen.Add(item);
        _channel.Writer.TryWrite(item);
    }

    public async Task<T> NextAsync()
    {
        try
        {
            return await _channel.Reader.ReadAsync().AsTask().WaitAsync(StandInHost.Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} did not come within {StandInHost.Patience.TotalSeconds} s");
        }
    }
}
