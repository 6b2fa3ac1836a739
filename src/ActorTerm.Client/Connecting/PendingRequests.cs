using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>Requests that wait for their answer, by id.</summary>
internal sealed class PendingRequests
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, TaskCompletionSource<ServerOriginatedMessage>> _waiting = [];
    private ConnectionLostException? _end;
    private long _lastId;

    /// <summary>Ids begin at 1: an answer without one reads as 0.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <exception cref="ConnectionLostException">The connection is over.</exception>
    public Task<ServerOriginatedMessage> Add(long id)
    {
        var answer = new TaskCompletionSource<ServerOriginatedMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_end is not null) throw new ConnectionLostException(_end.Message, _end);
            _waiting.Add(id, answer);
        }
        return answer.Task;
    }

    /// <summary>An answer that nobody waits for is let go: its asker gave up, or did not want to know.</summary>
    public void Answer(ServerOriginatedMessage message) => Remove(message.Id)?.SetResult(message);

    public TaskCompletionSource<ServerOriginatedMessage>? Remove(long id)
    {
        lock (_lock) return _waiting.Remove(id, out var answer) ? answer : null;
    }

    public void FailAll(ConnectionLostException end)
    {
        TaskCompletionSource<ServerOriginatedMessage>[] all;
        lock (_lock)
        {
            _end = end;
            all = [.. _waiting.Values];
            _waiting.Clear();
        }
        foreach (var answer in all) answer.SetException(new ConnectionLostException(end.Message, end));
    }
}
