using System.Net.WebSockets;

namespace ActorTerm.Client.Tests;

/// <summary>The host's end of one WebSocket.</summary>
public sealed class StandInSocket(WebSocket socket)
{
    private readonly SemaphoreSlim _writer = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a viewer sent.</summary>
    public Mail<(WebSocketMessageType Type, byte[] Bytes)> Received { get; } = new("a message of the viewer");

    /// <summary>The other side has closed, or is gone.</summary>
    public Task Ended => _ended.Task;

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type, bool last)
    {
        await _writer.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, type, last, CancellationToken.None);
        }
        finally
        {
            _writer.Release();
        }
    }

    public Task CloseAsync(WebSocketCloseStatus code, string reason) => socket.CloseOutputAsync(code, reason, CancellationToken.None);

    public void Abort() => socket.Abort();

    public async Task ReadAllAsync(Action<WebSocketMessageType, byte[]> message)
    {
        var buffer = new byte[1 << 20];
        try
        {
            for (var used = 0; ;)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(used), CancellationToken.None);
                used += part.Count;
                if (!part.EndOfMessage) continue;
                if (part.MessageType == WebSocketMessageType.Close) break;
                message(part.MessageType, buffer[..used]);
                used = 0;
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The other side is gone, or the test is over.
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
