using System.Net.Sockets;
using System.Net.WebSockets;
using System.Threading.Channels;
using ActorTerm.Protocol;
using Google.Protobuf;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>The edge, with one raw client and what is behind it.</summary>
public sealed class Edge : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<IScriptLink> _links = Channel.CreateUnbounded<IScriptLink>();
    private readonly Channel<object> _heard = Channel.CreateUnbounded<object>();
    private EdgeServer _server = null!;

    public ClientWebSocket Socket { get; } = new();

    public static async Task<Edge> OpenAsync(Func<ApiSettings, ApiSettings>? change = null)
    {
        var edge = new Edge();
        edge._server = await EdgeServer.StartAsync(
            system => system.ActorOf(Props.Create(() => new StandInConnections(edge._links.Writer, edge._heard.Writer)), "connections"), change);
        edge.Socket.Options.AddSubProtocol("api.iterm2.com");
        edge.Socket.Options.SetRequestHeader("Origin", "ws://localhost/");
        edge.Socket.Options.SetRequestHeader("x-iterm2-library-version", "python 2.7");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = edge.DialAsync });
        await edge.Socket.ConnectAsync(new Uri("ws://localhost/"), invoker, CancellationToken.None).WaitAsync(Patience);
        return edge;
    }

    /// <summary>The host's end of the client's wire.</summary>
    public Task<IScriptLink> LinkAsync() => _links.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>The next message that came through to the connection's actor.</summary>
    public Task<object> HeardAsync() => _heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public Task SendAsync(ClientOriginatedMessage message) => SendAsync(message.ToByteArray(), WebSocketMessageType.Binary);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool end = true) =>
        Socket.SendAsync(bytes, type, end, CancellationToken.None).WaitAsync(Patience);

    /// <summary>The next message; null when the host has closed.</summary>
    public async Task<ServerOriginatedMessage?> ReceiveAsync()
    {
        var message = new MemoryStream();
        var bytes = new byte[64 * 1024];
        while (true)
        {
            var read = await Socket.ReceiveAsync(bytes, CancellationToken.None).WaitAsync(Patience);
            if (read.MessageType == WebSocketMessageType.Close) return null;

            message.Write(bytes, 0, read.Count);
            if (read.EndOfMessage) return ServerOriginatedMessage.Parser.ParseFrom(message.ToArray());
        }
    }

    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Socket.Dispose();
        await _server.DisposeAsync();
    }

    private async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_server.Socket), cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
