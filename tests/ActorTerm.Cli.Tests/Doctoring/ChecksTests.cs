using System.Net;
using System.Net.Sockets;
using ActorTerm.Cli.Doctoring;

namespace ActorTerm.Cli.Tests.Doctoring;

public sealed class ChecksTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("at-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_socket_nobody_listens_at_is_stale()
    {
        var path = At("host.sock");
        File.WriteAllText(path, "");

        var finding = Checks.NoHost(path, "nobody listens there any more; start a host with `actorterm-host`");

        Assert.Equal(
            $"problem  host: the socket {path} is stale, nobody listens there any more; start a host with `actorterm-host`, which takes the socket over",
            finding.ToString());
    }

    [Fact]
    public void Without_a_socket_there_is_no_host() =>
        Assert.StartsWith("problem  host: there is no socket; start one with", Checks.NoHost(At("none"), "there is no socket").ToString());

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, "ok")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, "problem")]
    public void A_socket_is_its_owners_alone(UnixFileMode mode, string outcome)
    {
        File.WriteAllText(At("host.sock"), "");
        File.SetUnixFileMode(At("host.sock"), mode);

        Assert.Equal(outcome, Checks.SocketMode(At("host.sock"))!.Outcome);
    }

    [Fact]
    public void A_state_directory_that_cannot_be_made_is_a_problem()
    {
        File.WriteAllText(At("file"), "");

        Assert.Equal("problem", Checks.StateDirectory(Path.Combine(At("file"), "actorterm")).Outcome);
    }

    [Fact]
    public void A_state_directory_that_is_still_to_be_made_is_none()
    {
        Assert.Equal("ok", Checks.StateDirectory(At("a/b/actorterm")).Outcome);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("1024", "problem")]
    [InlineData("1025", "ok")]
    [InlineData("unlimited", "ok")]
    public void A_host_needs_many_files(string limit, string outcome) => Assert.Equal(
        outcome,
        Checks.OpenFiles(["Limit                     Soft Limit           Hard Limit           Units", $"Max open files            {limit,-20} 4096                 files"]).Outcome);

    [Fact]
    public void A_wrong_setting_is_told_with_its_place()
    {
        var host = new HostProgram("actorterm-host", ["host.conf:4:3: expected a setting that exists"], new Dictionary<string, string>());

        var finding = Checks.Configuration(host);

        Assert.Equal(("problem", "host.conf:4:3: expected a setting that exists"), (finding.Outcome, finding.Detail));
    }

    [Fact]
    public void A_port_that_another_program_has_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal("problem", Checks.Port("actorterm.api.port", port, served: null).Outcome);
        Assert.Equal("ok", Checks.Port("actorterm.api.port", port, served: port).Outcome);
    }

    [Fact]
    public void A_port_that_is_off_cannot_be_taken() => Assert.Equal("ok", Checks.Port("actorterm.api.port", 0, served: null).Outcome);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
