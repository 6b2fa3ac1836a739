using System.Threading.Channels;
using ActorTerm.Api.Tests.Rig;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Tests.Health;

/// <summary>docs/protocol.md, section 7.</summary>
public class HealthTests
{
    [Theory]
    [InlineData("/health/live", "200 OK")]
    [InlineData("/health/ready", "200 OK")]
    [InlineData("/health/else", "400 Bad Request")]
    [InlineData("/", "400 Bad Request")]
    public async Task The_socket_serves_health_beside_everything_else(string path, string status)
    {
        await using var edge = await StartAsync();

        Assert.StartsWith($"HTTP/1.1 {status}\r\n", await edge.HeadAsync(Get(path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live", "200 OK")]
    [InlineData("/health/ready", "200 OK")]
    [InlineData("/health/else", "400 Bad Request")]
    [InlineData("/", "404 Not Found")]
    [InlineData("/attach/active", "404 Not Found")]
    [InlineData("/healthy", "404 Not Found")]
    public async Task The_operators_port_serves_health_and_nothing_else(string path, string status)
    {
        var port = EdgeServer.FreePort();
        await using var edge = await StartAsync(port);

        Assert.StartsWith($"HTTP/1.1 {status}\r\n", await edge.HeadAsync(Get(path), port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_can_make_no_session_lives_and_is_not_ready()
    {
        await using var edge = await StartAsync(readiness: new WorkspaceProtocol.NotCreated(WorkspaceProtocol.Refusal.TooMany, "there are too many"));

        var ready = await edge.HeadAsync(Get("/health/ready"), whole: true);

        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", ready, StringComparison.Ordinal);
        Assert.EndsWith("not ready: there are too many\n", ready, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await edge.HeadAsync(Get("/health/live")), StringComparison.Ordinal);
    }

    private static Task<EdgeServer> StartAsync(int opsPort = 0, object? readiness = null) => EdgeServer.StartAsync(
        system => system.ActorOf(Props.Create(() => new StandInConnections(
            Channel.CreateUnbounded<ConnectionsProtocol.IScriptLink>().Writer, Channel.CreateUnbounded<object>().Writer)), "connections"),
        settings => settings with { OpsPort = opsPort },
        readiness);

    private static string Get(string path) => $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}
