using System.Net.Sockets;
using System.Net.WebSockets;
using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>Somebody who asked to be told, and never reads. Spec: docs/protocol.md, sections 4 and 6.</summary>
internal sealed class StalledPeer : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private StalledPeer(SoakHost host, string path, string subprotocol)
    {
        _socket.Options.AddSubProtocol(subprotocol);
        _socket.Options.SetRequestHeader("Origin", "ws://localhost/");
        _socket.Options.SetRequestHeader("x-iterm2-library-version", "soak 1.0");
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(host.Socket), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _socket.ConnectAsync(new Uri("ws://localhost" + path), new HttpMessageInvoker(handler), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Gives credit for a second's frames, and takes none.</summary>
    public static StalledPeer Viewer(SoakHost host, string session)
    {
        var viewer = new StalledPeer(host, $"/attach/{session}", "attach.actorterm");
        viewer.Say("""{"type":"hello","columns":200,"rows":50}"""u8);
        for (var i = 0; i < 60; i++) viewer.Say("""{"type":"credit"}"""u8);
        return viewer;
    }

    /// <summary>Is told of every change of the session's screen.</summary>
    public static StalledPeer Script(SoakHost host, string session)
    {
        var script = new StalledPeer(host, "/", "api.iterm2.com");
        var request = new ClientOriginatedMessage
        {
            Id = 1,
            NotificationRequest = new() { Session = session, Subscribe = true, NotificationType = NotificationType.NotifyOnScreenUpdate },
        };
        script.Send(request.ToByteArray(), WebSocketMessageType.Binary);
        return script;
    }

    public void Dispose() => _socket.Dispose();

    private void Say(ReadOnlySpan<byte> json) => Send(json.ToArray(), WebSocketMessageType.Text);

    private void Send(byte[] message, WebSocketMessageType type) =>
        _socket.SendAsync(message, type, endOfMessage: true, CancellationToken.None).GetAwaiter().GetResult();
}
