using System.Net.Sockets;
using System.Text;
using ActorTerm.Api.Server;
using Microsoft.AspNetCore.Builder;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>The edge alone, on a Unix socket of its own, in front of a stand-in for <c>/connections</c>.</summary>
public sealed class EdgeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder;
    private readonly ActorSystem _system;
    private readonly WebApplication _server;

    private EdgeServer(DirectoryInfo folder, ActorSystem system, WebApplication server, string socket) =>
        (_folder, _system, _server, Socket) = (folder, system, server, socket);

    public string Socket { get; }

    /// <param name="connections">Answers <c>Open</c>; what each script asks goes to the actor it names.</param>
    public static async Task<EdgeServer> StartAsync(Func<ActorSystem, IActorRef> connections, Func<ApiSettings, ApiSettings>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("ate-");
        var settings = new ApiSettings { Socket = Path.Combine(folder.FullName, "s") };
        settings = change?.Invoke(settings) ?? settings;
        var facts = new HostFacts("0", "host", DateTimeOffset.UnixEpoch, settings.Socket, 0, "", null, null, "", "C-b", () => []);
        var system = ActorSystem.Create("edge");
        var server = ApiServer.Build(settings, facts, new RuntimeActors(connections(system), ActorRefs.Nobody), _ => { });
        await server.StartAsync();
        return new EdgeServer(folder, system, server, settings.Socket);
    }

    /// <summary>Sends a head as it stands and gives back the head of the answer.</summary>
    public async Task<string> HeadAsync(string request)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), deadline.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), SocketFlags.None, deadline.Token);
        var head = new StringBuilder();
        var bytes = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(bytes, SocketFlags.None, deadline.Token);
            if (read == 0) break;

            head.Append(Encoding.ASCII.GetString(bytes, 0, read));
        }

        return head.ToString();
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
