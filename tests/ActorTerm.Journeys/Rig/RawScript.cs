using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Journeys.Rig;

/// <summary>A script without a library: frames as they come, in the order in which they come.</summary>
public sealed class RawScript : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private long _lastId;

    private RawScript(ClientWebSocket socket) => _socket = socket;

    public static async Task<RawScript> ConnectAsync(TestHost host)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("api.iterm2.com");
        socket.Options.SetRequestHeader("Origin", "ws://localhost/");
        socket.Options.SetRequestHeader("x-iterm2-library-version", "python 2.7");
        var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var stream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await stream.ConnectAsync(new UnixDomainSocketEndPoint(host.Socket), cancel);
                return new NetworkStream(stream, ownsSocket: true);
            },
        });
        await socket.ConnectAsync(new Uri("ws://localhost/"), invoker, CancellationToken.None).Within("upgrade of a raw script");
        return new RawScript(socket);
    }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    /// <returns>The id it was sent with.</returns>
    public async Task<long> SendAsync(ClientOriginatedMessage request)
    {
        request.Id = ++_lastId;
        await SendAsync(request.ToByteArray());
        return request.Id;
    }

    public Task SendAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        _socket.SendAsync(message, type, endOfMessage: true, CancellationToken.None).Within("a message to the host");

    public async Task<ServerOriginatedMessage> ReceiveAsync()
    {
        return await TryReceiveAsync() ?? throw new Xunit.Sdk.XunitException($"the host closed the connection: {CloseStatus} {CloseReason}");
    }

    /// <returns>Null when the host has closed the connection.</returns>
    public async Task<ServerOriginatedMessage?> TryReceiveAsync()
    {
        _bytes.ResetWrittenCount();
        while (true)
        {
            var read = await _socket.ReceiveAsync(_bytes.GetMemory(4096), CancellationToken.None).AsTask().Within("a message from the host");
            if (read.MessageType == WebSocketMessageType.Close) return null;

            _bytes.Advance(read.Count);
            if (read.EndOfMessage) return ServerOriginatedMessage.Parser.ParseFrom(_bytes.WrittenSpan);
        }
    }

    /// <summary>Everything up to the answer of that id, and the answer as the last of it.</summary>
    public async Task<IReadOnlyList<ServerOriginatedMessage>> ReceiveThroughAsync(long id)
    {
        var all = new List<ServerOriginatedMessage>();
        while (all.Count == 0 || !all[^1].HasId || all[^1].Id != id) all.Add(await ReceiveAsync());
        return all;
    }

    public async Task<ServerOriginatedMessage> AskAsync(ClientOriginatedMessage request) => (await ReceiveThroughAsync(await SendAsync(request)))[^1];

    public async Task SubscribeAsync(params IEnumerable<NotificationType> types)
    {
        foreach (var type in types)
        {
            var answer = await AskAsync(new() { NotificationRequest = new() { Subscribe = true, NotificationType = type } });
            Assert.Equal(NotificationResponse.Types.Status.Ok, answer.NotificationResponse.Status);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).Within("goodbye to the host");
        _socket.Dispose();
    }
}
