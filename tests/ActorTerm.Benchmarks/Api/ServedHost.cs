using ActorTerm.Api;
using ActorTerm.Api.Server;
using ActorTerm.Pty;
using ActorTerm.Runtime.Root;
using Microsoft.AspNetCore.Builder;

namespace ActorTerm.Benchmarks.Api;

/// <summary>The whole runtime behind the real edge, on a Unix socket of its own. It has no sessions.</summary>
internal sealed class ServedHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atb-");
    private readonly LinuxPtyHost _ptys = new();
    private readonly RuntimeSystem _runtime;
    private readonly WebApplication _server;

    private ServedHost()
    {
        Socket = Path.Combine(_folder.FullName, "s");
        var settings = new ApiSettings { Socket = Socket };
        var facts = new HostFacts("0", "host", DateTimeOffset.UnixEpoch, Socket, 0, "", null, null, "", "C-b", () => [], _ => new HostReload.Read(null, []));
        _runtime = RuntimeSystem.Start(new RuntimeSettings(), _ptys, "akka { stdout-loglevel = OFF, loggers = [] }");
        _server = ApiServer.Build(settings, facts, new RuntimeActors(_runtime.Connections, _runtime.Workspace), _ => { });
    }

    public string Socket { get; }

    public static ServedHost Start()
    {
        var host = new ServedHost();
        host._server.StartAsync().GetAwaiter().GetResult();
        return host;
    }

    public void Dispose()
    {
        _server.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_server).Dispose();
        _runtime.Stop().GetAwaiter().GetResult();
        _ptys.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Delete(recursive: true);
    }
}
