using System.Globalization;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>The host's own start and end.</summary>
public class LifeJourneys
{
    [Fact]
    public async Task A_host_that_is_told_to_stop_ends_its_sessions_says_goodbye_and_leaves_nothing()
    {
        await using var host = await TestHost.StartAsync();
        await using var script = await host.ConnectAsync();
        var made = await script.App.CreateSessionAsync(new NewSession { Command = ["cat"] }).Within("session");
        var pid = (await made.Session.GetInfoAsync().Within("info")).Pid!.Value;
        var state = (await script.App.GetHostInfoAsync().Within("host")).StateDirectory;

        Assert.Equal(0, await host.StopAsync());

        await Assert.ThrowsAsync<ConnectionLostException>(() => script.Completion.Within("end of the connection"));
        Assert.False(Directory.Exists($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}"), "the session's program lives on");
        Assert.False(File.Exists(host.Socket), "the socket is still there");
        Assert.Empty(Directory.GetFiles(state, "*.pid"));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(host.Home, "socket", SearchOption.AllDirectories), File.Exists);
    }

    [Fact]
    public async Task A_host_says_who_and_how_it_is()
    {
        await using var host = await TestHost.StartAsync();
        await using var script = await host.ConnectAsync();

        var info = await script.App.GetHostInfoAsync().Within("host");
        var health = await script.App.GetHealthAsync().Within("health");

        Assert.Equal((host.Pid, host.Socket), (info.Pid, info.Socket));
        Assert.Equal("1.17", script.ProtocolVersion);
        Assert.DoesNotContain(health.Checks, check => check.Outcome == HealthOutcome.Problem);
    }
}
