using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace ActorTerm.Client;

/// <summary>
/// A viewer of one session. Read <see cref="Messages"/>, write the bytes of each <see cref="AttachMessage.Frame"/> to the terminal,
/// give <see cref="CreditAsync"/>, and send keys. A viewer that reads slowly costs the host nothing: it has one frame under way at most.
/// </summary>
public sealed class Attachment : IAsyncDisposable
{
    private const string Subprotocol = "attach.actorterm";

    private readonly MessageSocket _socket;
    private readonly int _bound;
    private readonly Channel<AttachMessage> _messages;
    private volatile bool _disposed;

    private Attachment(MessageSocket socket, int bound)
    {
        _socket = socket;
        _bound = bound;
        _messages = Channel.CreateBounded<AttachMessage>(bound);
    }

    /// <summary>
    /// What the host tells; read it once. It ends when the session is closed or this attachment is, and throws
    /// <see cref="ConnectionLostException"/> when the host goes away, or <see cref="ConnectOptions.AttachmentQueue"/> messages wait unread.
    /// </summary>
    public IAsyncEnumerable<AttachMessage> Messages => _messages.Reader.ReadAllAsync();

    /// <param name="session">Its id, or <see cref="Session.Active"/>.</param>
    /// <exception cref="HostUnreachableException">No host there, or no such session.</exception>
    public static Task<Attachment> OpenAsync(string session, AttachOptions viewer, ConnectOptions? options = null, CancellationToken cancel = default) =>
        Task.Run(() => BeginAsync(session, viewer, options ?? new ConnectOptions(), cancel), CancellationToken.None);

    /// <param name="bytes">As the viewer's terminal sent them.</param>
    /// <exception cref="ConnectionLostException"/>
    public ValueTask SendKeysAsync(ReadOnlyMemory<byte> bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Binary);

    /// <summary>The viewer's terminal has a new size.</summary>
    /// <exception cref="ConnectionLostException"/>
    public ValueTask ResizeAsync(int columns, int rows) => SayAsync(AttachCodec.Resize(columns, rows));

    /// <summary>The last frame is drawn; the next may come.</summary>
    /// <exception cref="ConnectionLostException"/>
    public ValueTask CreditAsync() => SayAsync(AttachCodec.Credit);

    /// <summary>The viewer's terminal was used for something else: the next frame draws everything. It is no credit.</summary>
    /// <exception cref="ConnectionLostException"/>
    public ValueTask RepaintAsync() => SayAsync(AttachCodec.Repaint);

    /// <summary>Detaches.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _socket.DisposeAsync();
        _messages.Writer.TryComplete();
    }

    private static async Task<Attachment> BeginAsync(string session, AttachOptions viewer, ConnectOptions options, CancellationToken cancel)
    {
        var opened = await HostSocket.OpenAsync(options, $"/attach/{Uri.EscapeDataString(session)}", Subprotocol, cancel);
        var attachment = new Attachment(new MessageSocket(opened.WebSocket, options.MaxMessageBytes, options.CloseTimeout), options.AttachmentQueue);
        _ = MessageSocket.OnItsOwnThread(attachment.ReadAsync);
        await attachment.SayAsync(AttachCodec.Hello(viewer));
        return attachment;
    }

    private ValueTask SayAsync(byte[] json) => _socket.SendAsync(json, WebSocketMessageType.Text);

    private async Task ReadAsync()
    {
        var end = await _socket.ReadAllAsync(Receive);
        var isOver = _disposed || _socket.WasClosedNormally;       // detached, or the session is closed
        _messages.Writer.TryComplete(isOver ? null : new ConnectionLostException(end));
    }

    private void Receive(WebSocketMessageType type, ReadOnlyMemory<byte> bytes)
    {
        var message = type == WebSocketMessageType.Binary ? new AttachMessage.Frame(bytes.ToArray()) : Read(bytes);
        if (message is not null && !_messages.Writer.TryWrite(message))
            _messages.Writer.TryComplete(new ConnectionLostException($"{_bound} messages of the host waited unread"));
    }

    private AttachMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return AttachCodec.Read(bytes);
        }
        catch (JsonException e)
        {
            _messages.Writer.TryComplete(new ConnectionLostException($"the host sent a text that is no message: {e.Message}", e));
            return null;
        }
    }
}
