using System.Net;
using System.Net.Sockets;
using ActorTerm.Cli.Tests.Rig;

namespace ActorTerm.Cli.Tests.Verbs;

/// <summary>What scripts see when they call wrongly, or nobody is there.</summary>
public sealed class NoHostTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("at-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("ls")]
    [InlineData("ls --json")]
    [InlineData("new -- true")]
    [InlineData("send-keys -t x Enter")]
    public async Task Without_a_host_the_exit_code_is_3_and_the_next_step_is_told(string words)
    {
        var result = await RunAsync(words);

        Assert.Equal((3, ""), (result.Code, result.Output));
        Assert.Equal($"actorterm: no host at {_home.FullName}/host.sock: there is no socket; start a host with `actorterm-host`; `actorterm doctor` says more\n", result.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("send")]
    [InlineData("wait x --timeout soon")]
    public async Task A_command_line_that_makes_no_sense_is_exit_code_2(string words)
    {
        var result = await RunAsync(words);

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.EndsWith("actorterm: see `actorterm --help`, or `actorterm VERB --help`\n", result.Errors);
    }

    [Fact]
    public async Task Doctor_tells_every_fault_it_finds_with_its_remedy()
    {
        File.WriteAllText(At("host.sock"), "");
        File.SetUnixFileMode(At("host.sock"), (UnixFileMode)0b110_100_100);
        File.WriteAllText(At("state"), "");
        Directory.CreateDirectory(At("config/actorterm"));
        File.WriteAllText(At("config/actorterm/host.conf"), "actorterm.sesions.close-grace = 1 s\n");

        var result = await RunAsync("doctor");

        Assert.Equal(1, result.Code);
        Assert.Contains("problem  host: the socket ", result.Output);
        Assert.Contains($"problem  socket: {At("host.sock")} has the mode 644, not 600; chmod 600 {At("host.sock")}\n", result.Output);
        Assert.Contains($"problem  state-directory: {At("state/actorterm")} cannot be written", result.Output);
        Assert.Contains("problem  configuration: ", result.Output);
        Assert.Contains("actorterm.sesions", result.Output);
    }

    [Fact]
    public async Task Doctor_finds_that_no_host_runs_and_nothing_else_where_nothing_else_is_wrong()
    {
        var result = await RunAsync("doctor");

        Assert.Equal(1, result.Code);
        Assert.Equal([$"problem  host: no host at {At("host.sock")}: there is no socket; start one with `actorterm-host`; if it runs elsewhere, set ACTORTERM_SOCKET"], Problems(result.Output));
    }

    [Fact]
    public async Task Doctor_finds_a_socket_that_its_host_left_behind()
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(At("left.sock")));
            File.Move(At("left.sock"), At("host.sock"));
        }

        File.SetUnixFileMode(At("host.sock"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var result = await RunAsync("doctor");

        Assert.StartsWith($"problem  host: the socket {At("host.sock")} is stale", Assert.Single(Problems(result.Output)));
    }

    [Fact]
    public async Task Doctor_finds_a_port_that_somebody_else_has()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Directory.CreateDirectory(At("config/actorterm"));
        File.WriteAllText(At("config/actorterm/host.conf"), FormattableString.Invariant($"actorterm.api.port = {port}\n"));

        var result = await RunAsync("doctor");

        Assert.Contains(Problems(result.Output), line => line.StartsWith(FormattableString.Invariant($"problem  actorterm.api.port: port {port} is taken"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_finds_that_too_few_files_may_be_open()
    {
        var result = await Actorterm.RunShellAsync(Surroundings(), "ulimit -n 512; exec actorterm doctor");

        Assert.Contains("problem  open-files: a host started here may open 512 files, and a session needs two; raise RLIMIT_NOFILE: ulimit -n 65536, or LimitNOFILE in the unit", Problems(result.Output));
    }

    [Fact]
    public async Task Completion_without_a_host_is_silent() => Assert.Equal(new Actorterm.Result(0, "", ""), await RunAsync("complete", "actorterm capture "));

    private Task<Actorterm.Result> RunAsync(string words) => RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Problems(string output) => output.Split('\n').Where(line => line.StartsWith("problem", StringComparison.Ordinal));

    private Task<Actorterm.Result> RunAsync(params string[] words) => Actorterm.RunAsync(Surroundings(), "", words);

    private Dictionary<string, string> Surroundings() => new()
    {
        ["HOME"] = _home.FullName,
        ["ACTORTERM_SOCKET"] = At("host.sock"),
        ["XDG_STATE_HOME"] = At("state"),
        ["XDG_CONFIG_HOME"] = At("config"),
        ["PATH"] = $"{Actorterm.Folder("ActorTerm.Cli")}:{Actorterm.Folder("ActorTerm.Host")}:{Environment.GetEnvironmentVariable("PATH")}",
    };

    private string At(string name) => Path.Combine(_home.FullName, name);
}
