using System.Reflection;
using System.Runtime.InteropServices;
using ActorTerm.Api;
using ActorTerm.Api.Server;
using ActorTerm.Host.Configuration;
using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Root;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace ActorTerm.Host;

/// <summary>One life of the host: claims its places, starts from the inside out, waits, and stops from the outside in.</summary>
internal static partial class HostProcess
{
    // Actors log through ActorLog only; everything the engine needs to know stands here.
    private const string Engine = """
        akka {
          loglevel = INFO
          stdout-loglevel = OFF
          loggers = []
          log-dead-letters = 10
          coordinated-shutdown.run-by-clr-shutdown-hook = off
        }
        """;

    public static string Version { get; } =
        typeof(HostProcess).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <exception cref="StartupException">The host cannot start; nothing is left behind.</exception>
    public static async Task Run(ConfiguredHost configured, Func<ConfiguredHost> readAgain)
    {
        var settings = configured.Settings;
        using var logs = LoggerFactory.Create(ConfigureLog);
        var log = logs.CreateLogger("ActorTerm.Host");
        var state = StateDirectory.Open();
        using var socket = SocketFile.Claim(settings.Api.Socket);
        using var pid = PidFile.Write(state, socket.Path);
        await using var ptys = new LinuxPtyHost(settings.Pty);
        using var link = LibraryLink.Make(socket.Path, log);

        var api = settings.Api with { Socket = socket.Path, Cookie = state.Cookie() };
        var runtime = RuntimeSystem.Start(settings.Runtime with { Sessions = settings.Runtime.Sessions with { Socket = socket.Path } }, ptys, Engine);
        runtime.System.ActorOf(Props.Create(() => new ActorLog(logs)), "log");
        var server = ApiServer.Build(api, Facts(settings, api, state, link, new Reloading(configured, readAgain)), new RuntimeActors(runtime.Connections, runtime.Workspace), ConfigureLog);
        try
        {
            await Start(server, api).ConfigureAwait(false);
            socket.Protect();
            LogReady(log, Version, socket.Path);
            await UntilToldToStop().ConfigureAwait(false);
            LogStopping(log);
            await server.StopAsync().ConfigureAwait(false);
        }
        finally
        {
            await server.DisposeAsync().ConfigureAwait(false);
            await runtime.Stop().ConfigureAwait(false);
        }
    }

    private static async Task Start(WebApplication server, ApiSettings api)
    {
        try
        {
            await server.StartAsync().ConfigureAwait(false);
        }
        catch (IOException e)
        {
            var ports = string.Concat(new[] { api.Port, api.OpsPort }.Where(port => port > 0).Select(port => $" and port {port}"));
            throw new StartupException($"cannot listen on {api.Socket}{ports}: {e.Message}");
        }
    }

    private static HostFacts Facts(HostSettings settings, ApiSettings api, StateDirectory state, LibraryLink? link, Reloading reloading) => new(
        Version, HostId.OfThisProcess().ToString(), DateTimeOffset.UtcNow, api.Socket, api.Port, state.Path, settings.File,
        link?.Suite, api.Cookie, settings.AttachLeader, () => Diagnosis.Of(settings, state, link), reloading.Reload);

    private static async Task UntilToldToStop()
    {
        var told = new TaskCompletionSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
        await told.Task.ConfigureAwait(false);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            told.TrySetResult();
        }
    }

    private static void ConfigureLog(ILoggingBuilder log) => log
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            console.ColorBehavior = Microsoft.Extensions.Logging.Console.LoggerColorBehavior.Disabled;
        });

    [LoggerMessage(Level = LogLevel.Information, Message = "ActorTerm {Version} serves {Socket}")]
    private static partial void LogReady(ILogger log, string version, string socket);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopping")]
    private static partial void LogStopping(ILogger log);
}
