using System.Net.WebSockets;
using System.Threading.Channels;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Api.Attach;

/// <summary>What waits to go to one viewer: at most one frame by the rule of credit, and a bounded number of texts, written by one task.</summary>
/// <param name="maxTexts"><see cref="ApiSettings.MaxViewerTexts"/>.</param>
internal sealed class ViewerQueue(int maxTexts) : SessionsProtocol.IViewerLink
{
    private readonly Channel<(ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type)> _queue =
        Channel.CreateBounded<(ReadOnlyMemory<byte>, WebSocketMessageType)>(new BoundedChannelOptions(maxTexts) { SingleReader = true });

    private readonly CancellationTokenSource _closed = new();
    private string? _reason;

    /// <summary>Why the host let the viewer go; null while it did not.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    public CancellationToken Closed => _closed.Token;

    public void Draw(ReadOnlyMemory<byte> frame)
    {
        if (!_queue.Writer.TryWrite((frame, WebSocketMessageType.Binary))) Close("too slow");
    }

    public bool TrySay(SessionsProtocol.ViewerNews news) => TrySay(AttachCodec.Write(news));

    public bool TrySay(byte[] text) => _queue.Writer.TryWrite((text, WebSocketMessageType.Text));

    public void Close(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is not null) return;

        _queue.Writer.TryComplete();
        _closed.Cancel();
    }

    /// <summary>Writes what is queued until the viewer is let go, and what was queued before that too.</summary>
    public async Task WriteTo(WebSocket socket)
    {
        await foreach (var (bytes, type) in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
            await socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
    }
}
