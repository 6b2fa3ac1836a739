using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActorTerm.Benchmarks.Api;

/// <summary>What one writes first: Kestrel, and a loop for each WebSocket that sends back what comes.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atb-");
    private readonly WebApplication _server;

    private EchoServer()
    {
        Socket = Path.Combine(_folder.FullName, "s");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(Socket));
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Map("/", Echo);
    }

    public string Socket { get; }

    public static EchoServer Start()
    {
        var echo = new EchoServer();
        echo._server.StartAsync().GetAwaiter().GetResult();
        return echo;
    }

    public void Dispose()
    {
        _server.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_server).Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task Echo(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Clients.Subprotocol).ConfigureAwait(false);
        var bytes = new byte[4096];
        while (true)
        {
            var read = await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            if (read.MessageType == WebSocketMessageType.Close) break;

            await socket.SendAsync(bytes.AsMemory(0, read.Count), read.MessageType, read.EndOfMessage, CancellationToken.None).ConfigureAwait(false);
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).ConfigureAwait(false);
    }
}
