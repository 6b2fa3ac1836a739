using System.Net;
using ActorTerm.Api.Admission;
using ActorTerm.Api.Attach;
using ActorTerm.Api.Connection;
using ActorTerm.Api.Health;
using ActorTerm.Runtime.Identities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Server;

/// <summary>The host's edge: one Kestrel server on its Unix socket, and on 127.0.0.1 where a port is set.</summary>
public static class ApiServer
{
    /// <summary>Builds the server; the caller starts and stops it.</summary>
    public static WebApplication Build(ApiSettings settings, HostFacts facts, RuntimeActors actors, Action<ILoggingBuilder> logging)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        logging(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenUnixSocket(settings.Socket);
            if (settings.Port > 0) kestrel.Listen(IPAddress.Loopback, settings.Port);
            if (settings.OpsPort > 0) kestrel.Listen(IPAddress.Loopback, settings.OpsPort);
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = settings.UpgradeTimeout;
            kestrel.Limits.MaxRequestLineSize = 4096;           // of the protocol, like the next: iTerm2 refuses more
            kestrel.Limits.MaxRequestHeaderCount = 100;
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(facts);
        builder.Services.AddSingleton<Gate>();
        var health = new HealthChecks(actors.Workspace, settings);
        builder.Services.AddSingleton(new ViewerConnection(actors.Workspace, settings));
        builder.Services.AddSingleton(services => new ScriptConnection(
            actors.Connections, settings, facts, services.GetRequiredService<ILogger<ScriptConnection>>()));

        var server = builder.Build();
        server.MapGet("/health/live", HealthChecks.Live);
        server.MapGet("/health/ready", health.Ready);
        server.MapWhen(health.IsMisplaced, nothing => nothing.Run(context => Refuse(context, (StatusCodes.Status404NotFound, "only health is served at this port"))));
        server.Map("/", Script);
        server.Map("/attach/{session}", Viewer);
        server.MapFallback(context => Refuse(context, (StatusCodes.Status400BadRequest, "there is nothing at this path")));
        return server;
    }

    private static async Task Script(HttpContext context, Gate gate, ScriptConnection scripts)
    {
        if (gate.Check(context, Upgrade.ScriptProtocol) is { } refusal)
        {
            await Refuse(context, refusal);
            return;
        }

        context.Response.Headers["X-iTerm2-Protocol-Version"] = Upgrade.ProtocolVersion;
        using var socket = await UpgradedSocket.Accept(context, Upgrade.ScriptProtocol);
        var name = context.Request.Headers["x-iterm2-advisory-name"].ToString();
        await scripts.Serve(link => new Open(link, name, Upgrade.SourceOf(context.Request)), socket, Stopping(context));
    }

    private static async Task Viewer(HttpContext context, string session, Gate gate, ViewerConnection viewers)
    {
        if (gate.Check(context, Upgrade.AttachProtocol) is { } refusal) await Refuse(context, refusal);
        else if (!SessionTarget.TryParse(session, out var target) || !await viewers.Exists(target))
            await Refuse(context, (StatusCodes.Status404NotFound, "there is no such session"));
        else
        {
            using var socket = await UpgradedSocket.Accept(context, Upgrade.AttachProtocol);
            await viewers.Serve(socket, target, Stopping(context));
        }
    }

    private static CancellationToken Stopping(HttpContext context) =>
        context.RequestServices.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().ApplicationStopping;

    /// <summary>Status line and empty body for the stock library; the reason goes into a header that people can read.</summary>
    private static Task Refuse(HttpContext context, (int Status, string Why) refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers["x-actorterm-reason"] = refusal.Why;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
