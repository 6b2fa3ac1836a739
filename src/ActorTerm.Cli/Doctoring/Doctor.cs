using System.Globalization;
using ActorTerm.Client;

namespace ActorTerm.Cli.Doctoring;

/// <summary>Looks for what keeps a host from being used: from outside, and as the host itself sees it.</summary>
internal static class Doctor
{
    private static readonly string[] Ports = ["actorterm.api.port", "actorterm.ops.port"];

    public static async Task<IReadOnlyList<Finding>> Examine(CancellationToken cancel)
    {
        var socket = HostAddress.Socket;
        var findings = new List<Finding>();
        int? served = null;
        try
        {
            await using var connection = await Connection.ConnectAsync(new ConnectOptions { Name = "actorterm" }, cancel);
            var host = await connection.App.GetHostInfoAsync(cancel);
            served = host.Port;
            findings.Add(Finding.Ok("host", $"version {host.Version}, pid {host.Pid}, answers at {host.Socket}"));
            findings.AddRange((await connection.App.GetHealthAsync(cancel)).Checks.Where(check => check.Name != "configuration").Select(Finding.Of));
        }
        catch (ActorTermException e)
        {
            findings.Add(Checks.NoHost(socket, e.Message));
        }

        Add(findings, Checks.SocketMode(socket));
        Add(findings, Checks.StateDirectory(StateDirectory(Environment.GetEnvironmentVariable)));
        Add(findings, Checks.OpenFiles(File.ReadLines("/proc/self/limits")));
        var program = await HostProgram.Check(cancel);
        findings.Add(Checks.Configuration(program));
        findings.AddRange(
            from name in Ports
            let port = program?.Settings.GetValueOrDefault(name)
            where port is not null
            select Checks.Port(name, int.Parse(port, CultureInfo.InvariantCulture), served));
        return findings;
    }

    /// <summary>Where a host started from here would keep its state.</summary>
    internal static string StateDirectory(Func<string, string?> environment) => environment("XDG_STATE_HOME") is { Length: > 0 } state
        ? Path.Combine(state, "actorterm")
        : Path.Combine(environment("HOME") ?? "/", ".local", "state", "actorterm");

    /// <summary>What the host says of itself counts more than what is seen from here.</summary>
    private static void Add(List<Finding> findings, Finding? finding)
    {
        if (finding is not null && findings.All(it => it.Name != finding.Name)) findings.Add(finding);
    }
}
