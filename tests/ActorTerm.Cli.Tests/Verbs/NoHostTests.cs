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
    public async Task Completion_without_a_host_is_silent() => Assert.Equal(new Actorterm.Result(0, "", ""), await RunAsync("complete", "actorterm capture "));

    private Task<Actorterm.Result> RunAsync(string words) => RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Task<Actorterm.Result> RunAsync(params string[] words) => Actorterm.RunAsync(
        new Dictionary<string, string>
        {
            ["HOME"] = _home.FullName,
            ["ACTORTERM_SOCKET"] = At("host.sock"),
            ["XDG_STATE_HOME"] = At("state"),
            ["XDG_CONFIG_HOME"] = At("config"),
            ["PATH"] = $"{Actorterm.Folder("ActorTerm.Host")}:{Environment.GetEnvironmentVariable("PATH")}",
        },
        "",
        words);

    private string At(string name) => Path.Combine(_home.FullName, name);
}
