using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>
/// Calls to this script's functions, from their coming to their answer: at once on the thread pool, or when they are dispatched.
/// Bounded by <see cref="ConnectOptions.CallLimit"/>.
/// </summary>
internal sealed class CallQueue(Connection connection, FunctionTable functions)
{
    /// <summary>Made when it is needed: most scripts, and every verb, dispatch by themselves or offer nothing.</summary>
    private readonly Lazy<Channel<ServerOriginatedRPCNotification>> _waiting = new(Channel.CreateUnbounded<ServerOriginatedRPCNotification>);
    private readonly CancellationTokenSource _ended = new();
    private volatile ConnectionLostException? _end;
    private int _open;

    public void Admit(ServerOriginatedRPCNotification call)
    {
        if (Interlocked.Increment(ref _open) > connection.Options.CallLimit)
        {
            Interlocked.Decrement(ref _open);
            _ = AnswerAsync(Exception(call, $"{connection.Options.Name} is busy: {connection.Options.CallLimit} calls are open", null));
        }
        else if (connection.Options.Dispatch == DispatchMode.Automatic) Begin(call);
        else _waiting.Value.Writer.TryWrite(call);
    }

    public async Task<int> DispatchForAsync(TimeSpan duration, CancellationToken cancel)
    {
        var begun = BeginAllThatWait();
        if (_end is not null) _waiting.Value.Writer.TryComplete();
        using var time = new CancellationTokenSource(duration, connection.Options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            while (await _waiting.Value.Reader.WaitToReadAsync(either.Token)) begun += BeginAllThatWait();
            throw new ConnectionLostException(_end!.Message, _end);
        }
        catch (OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return begun;
        }
    }

    public void End(ConnectionLostException end)
    {
        _end = end;
        if (_waiting.IsValueCreated) _waiting.Value.Writer.TryComplete();
        _ended.Cancel();
    }

    private int BeginAllThatWait()
    {
        var begun = 0;
        for (; _waiting.Value.Reader.TryRead(out var call); begun++) Begin(call);
        return begun;
    }

    private void Begin(ServerOriginatedRPCNotification call) => _ = Task.Run(() => RunAsync(call));

    private async Task RunAsync(ServerOriginatedRPCNotification call)
    {
        ServerOriginatedRPCResultRequest result;
        try
        {
            result = functions.Find(call.Rpc) is { } function
                ? new() { RequestId = call.RequestId, JsonValue = await function.RunAsync(call.Rpc, _ended.Token) }
                : Exception(call, $"{connection.Options.Name} has no function {call.Rpc.Name} with these arguments", null);
        }
        catch (Exception e)
        {
            result = Exception(call, e.Message, e.ToString());
        }
        Interlocked.Decrement(ref _open);
        await AnswerAsync(result);
    }

    /// <summary>Sent past the bound on requests in flight, which may be full of invocations that wait for this very answer.</summary>
    private async Task AnswerAsync(ServerOriginatedRPCResultRequest result)
    {
        try
        {
            await connection.SendAsync(new ClientOriginatedMessage { Id = connection.NextId(), ServerOriginatedRpcResultRequest = result });
        }
        catch (ConnectionLostException)
        {
            // Nobody is left to hear it; the host has failed the call already.
        }
    }

    private static ServerOriginatedRPCResultRequest Exception(ServerOriginatedRPCNotification call, string reason, string? traceback)
    {
        var exception = new JsonObject { ["reason"] = reason };
        if (traceback is not null) exception["traceback"] = traceback;
        return new() { RequestId = call.RequestId, JsonException = exception.ToJsonString(Json.Options) };
    }
}
