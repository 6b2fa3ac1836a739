using System.Net.Sockets;
using System.Net.WebSockets;
using System.Threading.Channels;
using ActorTerm.Api.Tests.Rig;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Api.Tests.Attach;

/// <summary>Bounds of a viewer's wire: docs/protocol.md, section 6.</summary>
public class ViewerConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(WebSocketMessageType.Binary)]
    [InlineData(WebSocketMessageType.Text)]
    public async Task A_message_that_is_too_large_closes_with_1009(WebSocketMessageType type)
    {
        await using var edge = await StartAsync(settings => settings with { MaxViewerMessageBytes = 1_000 });
        using var viewer = await AttachAsync(edge);

        await viewer.SendAsync(new byte[1_001], type, endOfMessage: true, CancellationToken.None).WaitAsync(Patience);

        await ToTheEndAsync(viewer);
        Assert.Equal((WebSocketCloseStatus.MessageTooBig, "a message may have 1000 bytes"), (viewer.CloseStatus!.Value, viewer.CloseStatusDescription));
    }

    [Fact]
    public async Task A_viewer_that_leaves_too_many_texts_unread_can_read_them_and_why_it_was_let_go()
    {
        await using var edge = await StartAsync(settings => settings with { MaxViewerTexts = 20 });
        using var viewer = await AttachAsync(edge);
        var link = await edge.ViewerAsync();
        var (title, said) = (new SessionsProtocol.TitleNews(new string('t', 10_000)), 1);        // attached was the first

        while (link.TrySay(title)) said++;
        link.Close("too slow: nothing is read");

        Assert.Equal(said, await ToTheEndAsync(viewer));
        Assert.InRange(said, 20, int.MaxValue);
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "too slow: nothing is read"), (viewer.CloseStatus!.Value, viewer.CloseStatusDescription));
    }

    private static Task<EdgeServer> StartAsync(Func<ApiSettings, ApiSettings> change) => EdgeServer.StartAsync(
        system => system.ActorOf(Props.Create(() => new StandInConnections(
            Channel.CreateUnbounded<ConnectionsProtocol.IScriptLink>().Writer, Channel.CreateUnbounded<object>().Writer)), "connections"),
        change);

    /// <summary>A viewer that has said hello.</summary>
    private static async Task<ClientWebSocket> AttachAsync(EdgeServer edge)
    {
        var viewer = new ClientWebSocket();
        viewer.Options.AddSubProtocol("attach.actorterm");
        viewer.Options.SetRequestHeader("Origin", "ws://localhost/");
        viewer.Options.SetRequestHeader("x-iterm2-library-version", "actorterm 1.0");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(edge.Socket), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        await viewer.ConnectAsync(new Uri("ws://localhost/attach/6F9619FF-8B86-D011-B42D-00C04FC964FF"), invoker, CancellationToken.None).WaitAsync(Patience);
        await viewer.SendAsync("""{"type":"hello","columns":80,"rows":24}"""u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None).WaitAsync(Patience);
        return viewer;
    }

    /// <returns>How many messages came before the host closed.</returns>
    private static async Task<int> ToTheEndAsync(ClientWebSocket viewer)
    {
        var bytes = new byte[64 * 1024];
        for (var messages = 0; ;)
        {
            var read = await viewer.ReceiveAsync(bytes, CancellationToken.None).WaitAsync(Patience);
            if (read.MessageType == WebSocketMessageType.Close) return messages;
            if (read.EndOfMessage) messages++;
        }
    }
}
