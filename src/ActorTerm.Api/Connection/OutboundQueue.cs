using System.Net.WebSockets;
using System.Threading.Channels;
using ActorTerm.Api.Translation;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using Google.Protobuf;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Connection;

/// <summary>
/// What waits to go to one script: bounded in bytes, written by one task. A screen update that still waits is not queued again, since one
/// says all; when the bound is reached a further one is dropped, and anything else is refused.
/// </summary>
internal sealed class OutboundQueue(int maxBytes, int maxRequests) : IScriptLink
{
    private readonly Channel<(byte[] Bytes, SessionId? Screen)> _queue = Channel.CreateUnbounded<(byte[], SessionId?)>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<SessionId> _screens = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _requests = new(maxRequests);
    private long _bytes;
    private string? _reason;

    /// <summary>Why the host ended the connection; null while it did not.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Cancelled when the host ended the connection.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Waits while as many requests are unanswered as one connection may have; called before a request is passed on.</summary>
    public Task AdmitRequest(CancellationToken cancellation) => _requests.WaitAsync(cancellation);

    public bool TrySend(ScriptEvent e)
    {
        if (e is Frame) _requests.Release();
        var screen = (e as SessionsProtocol.ScreenChanged)?.Session;
        if (screen is { } session && !Claim(session)) return true;

        var bytes = Events.ToEnvelope(e).ToByteArray();
        if (Interlocked.Add(ref _bytes, bytes.Length) > maxBytes)
        {
            Interlocked.Add(ref _bytes, -bytes.Length);
            if (screen is { } dropped) Release(dropped);
            else Close($"too slow: {Interlocked.Read(ref _bytes)} bytes waiting");
            return screen is not null;
        }

        return _queue.Writer.TryWrite((bytes, screen));
    }

    public void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is not null) return;

        _queue.Writer.TryComplete();
        _closed.Cancel();
    }

    /// <summary>Writes what is queued until the connection ends; the message that is being sent then is sent whole.</summary>
    public async Task WriteTo(WebSocket socket, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && await MoreToWrite(cancellation).ConfigureAwait(false))
        {
            if (!_queue.Reader.TryRead(out var next)) continue;

            if (next.Screen is { } session) Release(session);
            await socket.SendAsync(next.Bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
            Interlocked.Add(ref _bytes, -next.Bytes.Length);
        }
    }

    private async ValueTask<bool> MoreToWrite(CancellationToken cancellation)
    {
        try
        {
            return await _queue.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool Claim(SessionId session)
    {
        lock (_screens) return _screens.Add(session);
    }

    private void Release(SessionId session)
    {
        lock (_screens) _screens.Remove(session);
    }
}
