using System.Buffers;
using System.Net.WebSockets;

namespace ActorTerm.Api.Connection;

/// <summary>Puts the frames of a WebSocket together into messages, up to a bound.</summary>
internal sealed class MessageReader(WebSocket socket, int maxBytes)
{
    private readonly ArrayBufferWriter<byte> _message = new(4096);

    internal enum Outcome
    {
        Binary,
        Text,
        Closed,
        TooLarge,
    }

    /// <summary>The bytes of the last message; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Message => _message.WrittenMemory;

    /// <exception cref="WebSocketException">The peer broke the framing, or is gone.</exception>
    public async ValueTask<Outcome> Read(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var read = await socket.ReceiveAsync(_message.GetMemory(4096), cancellation).ConfigureAwait(false);
            if (read.MessageType == WebSocketMessageType.Close) return Outcome.Closed;

            _message.Advance(read.Count);
            if (_message.WrittenCount > maxBytes) return Outcome.TooLarge;
            if (read.EndOfMessage) return read.MessageType == WebSocketMessageType.Binary ? Outcome.Binary : Outcome.Text;
        }
    }
}
