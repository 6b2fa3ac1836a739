using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using ActorTerm.Api.Server;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using Microsoft.AspNetCore.Builder;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>The edge alone, on a Unix socket of its own, in front of stand-ins for <c>/connections</c> and <c>/workspace</c>.</summary>
public sealed class EdgeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder;
    private readonly ActorSystem _system;
    private readonly WebApplication _server;
    private readonly ChannelReader<SessionsProtocol.IViewerLink> _viewers;

    private EdgeServer(DirectoryInfo folder, ActorSystem system, WebApplication server, string socket, ChannelReader<SessionsProtocol.IViewerLink> viewers) =>
        (_folder, _system, _server, Socket, _viewers) = (folder, system, server, socket, viewers);

    public string Socket { get; }

    /// <param name="connections">Answers <c>Open</c>; what each script asks goes to the actor it names.</param>
    /// <param name="readiness">What the workspace says to the question whether a session could be made.</param>
    public static async Task<EdgeServer> StartAsync(
        Func<ActorSystem, IActorRef> connections, Func<ApiSettings, ApiSettings>? change = null, object? readiness = null)
    {
        var folder = Directory.CreateTempSubdirectory("ate-");
        var settings = new ApiSettings { Socket = Path.Combine(folder.FullName, "s") };
        settings = change?.Invoke(settings) ?? settings;
        var facts = new HostFacts("0", "host", DateTimeOffset.UnixEpoch, settings.Socket, 0, "", null, null, "", "C-b", () => [], _ => new HostReload.Read(null, []));
        var system = ActorSystem.Create("edge");
        var viewers = Channel.CreateUnbounded<SessionsProtocol.IViewerLink>();
        var workspace = system.ActorOf(Props.Create(() => new StandInWorkspace(readiness ?? WorkspaceProtocol.Done.Instance, viewers.Writer)), "workspace");
        var server = ApiServer.Build(settings, facts, new RuntimeActors(connections(system), workspace), _ => { });
        await server.StartAsync();
        return new EdgeServer(folder, system, server, settings.Socket, viewers.Reader);
    }

    /// <summary>Sends a head as it stands and gives back what comes, up to the end of the answer's head.</summary>
    /// <param name="port">On 127.0.0.1; 0 for the Unix socket.</param>
    /// <param name="whole">Read until the server closes.</param>
    public async Task<string> HeadAsync(string request, int port = 0, bool whole = false)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var socket = port == 0
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(port == 0 ? new UnixDomainSocketEndPoint(Socket) : new IPEndPoint(IPAddress.Loopback, port), deadline.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), SocketFlags.None, deadline.Token);
        var head = new StringBuilder();
        var bytes = new byte[4096];
        while (whole || !head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(bytes, SocketFlags.None, deadline.Token);
            if (read == 0) break;

            head.Append(Encoding.ASCII.GetString(bytes, 0, read));
        }

        return head.ToString();
    }

    /// <summary>The socket of a script that was let in; what follows are frames.</summary>
    public async Task<Socket> UpgradeAsync()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket)).WaitAsync(Patience);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: api.iterm2.com\r\nOrigin: ws://localhost/\r\nx-iterm2-library-version: raw 1\r\n\r\n"));
        var end = new Queue<byte>();
        var one = new byte[1];
        while (!end.SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            Assert.Equal(1, await socket.ReceiveAsync(one).WaitAsync(Patience));
            end.Enqueue(one[0]);
            if (end.Count > 4) end.Dequeue();
        }

        return socket;
    }

    /// <summary>The host's end of the next viewer's wire.</summary>
    public Task<SessionsProtocol.IViewerLink> ViewerAsync() => _viewers.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>A port that nobody listens on just now.</summary>
    public static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    public Task StopAsync() => _server.StopAsync().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _server.DisposeAsync();
        await _system.Terminate().WaitAsync(Patience);
        _folder.Delete(recursive: true);
    }
}
