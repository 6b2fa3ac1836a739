using System.Buffers;
using System.Net.WebSockets;

namespace ActorTerm.Client;

/// <summary>Whole messages over a WebSocket: one writer at a time, one reader, messages up to a limit.</summary>
internal sealed class MessageSocket(WebSocket socket, int maxMessageBytes, TimeSpan closeTimeout) : IAsyncDisposable
{
    /// <summary>What a read asks for at least; most messages fit.</summary>
    private const int ReadBytes = 16 << 10;

    /// <summary>A buffer that one huge message made is let go again.</summary>
    private const int KeptBytes = 1 << 20;

    private readonly SemaphoreSlim _writer = new(1);
    private ArrayBufferWriter<byte> _incoming = new(ReadBytes);
    private readonly TaskCompletionSource _readerEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The other side said goodbye in order.</summary>
    public bool WasClosedNormally => socket.CloseStatus == WebSocketCloseStatus.NormalClosure;

    /// <summary>Where <see cref="ReadAllAsync"/> belongs: over some streams it blocks (<see cref="BlockingStream"/>).</summary>
    public static Task OnItsOwnThread(Func<Task> read) => Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <exception cref="ConnectionLostException">The connection is over.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type)
    {
        await _writer.WaitAsync();
        try
        {
            // Never with a caller's token: cancelling a write breaks the whole WebSocket.
            await socket.SendAsync(message, type, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
        }
        catch (Exception e) when (IsEnd(e))
        {
            throw new ConnectionLostException(HowItEnded(e), e);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>
    /// Calls <paramref name="message"/> for each message until the connection ends. The bytes are good until it returns.
    /// </summary>
    /// <returns>How the connection ended, for people.</returns>
    public async Task<string> ReadAllAsync(Action<WebSocketMessageType, ReadOnlyMemory<byte>> message)
    {
        try
        {
            while (true)
            {
                _incoming.ResetWrittenCount();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(_incoming.GetMemory(ReadBytes), CancellationToken.None);
                    _incoming.Advance(part.Count);
                    if (_incoming.WrittenCount > maxMessageBytes)
                        return Abort($"the host sent a message of more than {maxMessageBytes} bytes");
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close) return await AnswerCloseAsync();
                if (Complaint(message, part.MessageType) is { } complaint) return Abort(complaint);
                if (_incoming.Capacity > KeptBytes) _incoming = new ArrayBufferWriter<byte>(ReadBytes);
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            return HowItEnded(e);
        }
        finally
        {
            _readerEnded.TrySetResult();
        }
    }

    /// <summary>Says goodbye, waits a moment for the answer, and lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(closeTimeout);
        try
        {
            await CloseOutputAsync(limit.Token);
            await _readerEnded.Task.WaitAsync(limit.Token);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // It was over already, or the other side does not answer: the socket goes either way.
        }
        socket.Dispose();
    }

    private async Task<string> AnswerCloseAsync()
    {
        var end = HowItEnded(null);
        using var limit = new CancellationTokenSource(closeTimeout);
        try
        {
            await CloseOutputAsync(limit.Token);
        }
        catch (Exception e) when (IsEnd(e))
        {
            // The other side did not wait for the answer, as the protocol allows it.
        }
        return end;
    }

    private async Task CloseOutputAsync(CancellationToken limit)
    {
        await _writer.WaitAsync(limit);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)          // else it is said already
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit);
        }
        finally
        {
            _writer.Release();
        }
    }

    private static bool IsEnd(Exception e) =>
        e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException;

    /// <summary>A message that nobody here can read ends the connection: what else would be missing after it, nobody could say.</summary>
    private string? Complaint(Action<WebSocketMessageType, ReadOnlyMemory<byte>> message, WebSocketMessageType type)
    {
        try
        {
            message(type, _incoming.WrittenMemory);
            return null;
        }
        catch (Exception e)
        {
            return $"the host sent a message that cannot be read: {e.Message}";
        }
    }

    private string Abort(string why)
    {
        socket.Abort();
        return why;
    }

    private string HowItEnded(Exception? e)
    {
        if (socket.CloseStatus is not { } code) return $"the connection to the host broke{(e is null ? "" : $": {e.GetBaseException().Message}")}";
        return string.IsNullOrEmpty(socket.CloseStatusDescription)
            ? $"the host closed the connection ({(int)code})"
            : $"the host closed the connection: {socket.CloseStatusDescription} ({(int)code})";
    }
}
