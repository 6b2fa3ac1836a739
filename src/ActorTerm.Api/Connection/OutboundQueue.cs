using System.Net.WebSockets;
using System.Threading.Channels;
using ActorTerm.Api.Codec;
using ActorTerm.Api.Translation;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
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

        var bytes = EnvelopeCodec.Write(Events.ToEnvelope(e));
        if (Interlocked.Add(ref _bytes, bytes.Length) > maxBytes)
        {
            Interlocked.Add(ref _bytes, -bytes.Length);
            if (screen is { } dropped) Release(dropped);
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

    /// <summary>Writes what is queued until the connection ends.</summary>
    public async Task WriteTo(WebSocket socket, CancellationToken cancellation)
    {
        await foreach (var (bytes, screen) in _queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            if (screen is { } session) Release(session);
            await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancellation).ConfigureAwait(false);
            Interlocked.Add(ref _bytes, -bytes.Length);
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
