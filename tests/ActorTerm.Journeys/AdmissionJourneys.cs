using System.Net.Sockets;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Who gets in, and who does not.</summary>
public class AdmissionJourneys
{
    private const int Nobody = 65_534;

    [Fact]
    public async Task Another_user_is_refused_with_401_root_too()
    {
        Assert.True(Environment.IsPrivilegedProcess, "only root may run a host as another user: run the tests as root");
        await using var host = await TestHost.StartAsAsync(Nobody);

        var refused = await Assert.ThrowsAsync<HostUnreachableException>(() => host.ConnectAsync());
        var head = await HttpHead.UpgradeAsync(new UnixDomainSocketEndPoint(host.Socket), "ws://localhost/", cookie: null);

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 Unauthorized\r\n", head, StringComparison.Ordinal);
        Assert.Contains("x-actorterm-reason: this host serves its own user only\r\n", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task On_TCP_the_cookie_decides_and_the_origin_too()
    {
        var port = HttpHead.FreePort();
        await using var host = await TestHost.StartAsync($"actorterm.api.port={port.Port}");
        await using var local = await host.ConnectAsync();
        var cookie = (await local.App.GetHostInfoAsync().Within("host")).Cookie;

        await using var remote = await Connection.ConnectAsync(new ConnectOptions { Tcp = new Uri($"ws://localhost:{port.Port}"), Cookie = cookie }).Within("connection over TCP");
        Assert.Equal(host.Pid, (await remote.App.GetHostInfoAsync().Within("host over TCP")).Pid);

        Assert.StartsWith("HTTP/1.1 101 ", await HttpHead.UpgradeAsync(port, "http://localhost:8080", cookie), StringComparison.Ordinal);
        foreach (var wrong in new[] { null, "", "0123456789abcdef0123456789abcdef", cookie + "0", cookie[..^1] })
            Assert.StartsWith("HTTP/1.1 401 ", await HttpHead.UpgradeAsync(port, "ws://localhost/", wrong), StringComparison.Ordinal);
        foreach (var page in new[] { "https://example.org", "http://localhost.example.org", "null" })
            Assert.StartsWith("HTTP/1.1 400 ", await HttpHead.UpgradeAsync(port, page, cookie), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<HostUnreachableException>(() =>
            Connection.ConnectAsync(new ConnectOptions { Tcp = new Uri($"ws://localhost:{port.Port}"), Cookie = null }));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_port_tells_health_and_lets_nobody_in()
    {
        var port = HttpHead.FreePort();
        await using var host = await TestHost.StartAsync($"actorterm.ops.port={port.Port}");
        await using var local = await host.ConnectAsync();
        var cookie = (await local.App.GetHostInfoAsync().Within("host")).Cookie;

        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            Assert.StartsWith("HTTP/1.1 200 ", await HttpHead.SendAsync(port, path), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 200 ", await HttpHead.SendAsync(new UnixDomainSocketEndPoint(host.Socket), path), StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 404 ", await HttpHead.UpgradeAsync(port, "ws://localhost/", cookie), StringComparison.Ordinal);
    }
}
