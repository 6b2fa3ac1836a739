using System.Text.Json;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Publish.Tests;

/// <summary>The executables as people get them, and the package as their scripts use it.</summary>
public class PublishTests
{
    private const string SystemdAnalyze = "/usr/bin/systemd-analyze";

    /// <summary>Restoring and building a script takes longer than anything else that tests wait for.</summary>
    private static readonly TimeSpan Building = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_published_host_starts_and_the_published_command_line_drives_it()
    {
        await using var host = await TestHost.StartFromAsync(At("bin/actorterm-host"));

        var made = await CliAsync(host, "new", "--json", "--", "sh", "-c", "echo from a published host; read line");
        var id = JsonElement.Parse(made).GetProperty("id").GetString()!;

        Assert.Equal("from a published host\n", await CliAsync(host, "wait", id, "--text", "published", "--timeout", "30s"));
        Assert.Contains(id, await CliAsync(host, "ls", "--json"), StringComparison.Ordinal);
        Assert.Equal("", await CliAsync(host, "kill", id));
    }

    /// <summary>The published command line takes along only what it can reach of the framework: each kind of value goes through it once.</summary>
    [Fact]
    public async Task The_published_command_line_reads_and_writes_every_kind_of_value()
    {
        await using var host = await TestHost.StartFromAsync(At("bin/actorterm-host"));
        var id = (await CliAsync(host, "new", "--name", "kinds", "--size", "60x5", "--", "cat")).Trim();

        await CliAsync(host, "vars", "set", "user.long", """{"b":1152921504606846977,"a":[1.5,null]}""");
        await CliAsync(host, "vars", "set", "user.text", "two words");
        await CliAsync(host, "send", "kinds", "--enter", "typed");
        await CliAsync(host, "wait", "kinds", "--text", "typed", "--timeout", "30s");
        await CliAsync(host, "coprocess", "start", "kinds", "--", "sleep", "1000");

        Assert.Equal("""{"b":1152921504606846977,"a":[1.5,null]}""" + "\n", await CliAsync(host, "vars", "get", "user.long"));
        Assert.Equal("\"two words\"\n", await CliAsync(host, "vars", "get", "user.text"));
        Assert.Equal("\"kinds\"\n", await CliAsync(host, "vars", "get", "name", "--session", id));
        Assert.StartsWith("typed\n", await CliAsync(host, "capture", id), StringComparison.Ordinal);
        foreach (var words in (string[])["ls", "window ls", "tab ls", "keys", "profile ls", "profile show default", "trigger ls kinds", "coprocess status kinds", "capture kinds", "doctor", "functions", "vars get"])
            Assert.NotEqual(JsonValueKind.Undefined, JsonElement.Parse(await CliAsync(host, [.. words.Split(' '), .. words == "vars get" ? (string[])["*"] : ["--json"]])).ValueKind);
        Assert.StartsWith("_actorterm() {\n", await CliAsync(host, "completion", "bash"), StringComparison.Ordinal);
        Assert.Contains("Usage:", await CliAsync(host, "trigger", "add", "--help"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actorterm-host")]
    [InlineData("actorterm")]
    public void What_is_published_is_what_is_installed(string program) =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Installation.Artifacts, program)), File.ReadAllBytes(At($"bin/{program}")));

    [Fact]
    public async Task A_script_outside_the_clone_is_built_with_the_package_and_answers()
    {
        await using var host = await TestHost.StartFromAsync(At("bin/actorterm-host"));
        var folder = Directory.CreateTempSubdirectory("at-");
        Copy(Path.Combine(Installation.Prefix, "share/actorterm"), folder.FullName);
        var environment = new Dictionary<string, string>
        {
            ["ACTORTERM_SOCKET"] = host.Socket,
            ["NUGET_PACKAGES"] = Path.Combine(folder.FullName, "cache"),       // an earlier package of the same version must not count
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };

        using var script = Installation.Start("dotnet", environment, "run", Path.Combine(folder.FullName, "samples/arithmetic.cs"));
        try
        {
            var said = await script.StandardOutput.ReadLineAsync().WaitAsync(Building);
            Assert.True(said == "registered add, times, show", $"the script said: {said}; {(said is null ? await script.StandardError.ReadToEndAsync() : "")}");

            Assert.Equal("7\n", await CliAsync(host, "invoke", "add(a: 1, b: times(a: 2, b: 3))"));
        }
        finally
        {
            script.Kill(entireProcessTree: true);
            await script.WaitForExitAsync().Within("end of the script");
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_unit_starts_the_installed_host()
    {
        var unit = At("lib/systemd/user/actorterm.service");

        Assert.Contains($"ExecStart={Installation.Prefix}/bin/actorterm-host\n", await File.ReadAllTextAsync(unit), StringComparison.Ordinal);
        Assert.DoesNotContain("@PREFIX@", await File.ReadAllTextAsync(unit), StringComparison.Ordinal);
        if (!File.Exists(SystemdAnalyze)) return;                              // a machine without systemd has nobody to ask

        var folder = Directory.CreateTempSubdirectory("at-");
        var environment = new Dictionary<string, string> { ["XDG_RUNTIME_DIR"] = folder.FullName };
        var (code, output, errors) = await Installation.RunAsync(SystemdAnalyze, environment, "verify", "--user", unit);
        folder.Delete(recursive: true);
        Assert.True(code == 0 && !errors.Contains("actorterm", StringComparison.Ordinal), output + errors);
    }

    [Fact]
    public void Everything_that_is_promised_is_installed()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Installation.Prefix, "share/actorterm/samples"), "*.cs").ToList();

        Assert.Contains(At("share/actorterm/samples/arithmetic.cs"), samples);
        Assert.All(samples, sample => Assert.Matches(@"\A#:package ActorTerm\.Client@\d", File.ReadAllText(sample)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Installation.Prefix, "share/actorterm/packages"), "ActorTerm.Protocol.*.nupkg"));
        Assert.True(File.Exists(At("share/actorterm/host.conf")));
    }

    private static string At(string path) => Installation.At(path);

    private static async Task<string> CliAsync(TestHost host, params string[] words)
    {
        var (code, output, errors) = await Installation.RunAsync(At("bin/actorterm"), new Dictionary<string, string> { ["ACTORTERM_SOCKET"] = host.Socket }, words);
        Assert.True(code == 0, $"actorterm {string.Join(' ', words)}: {code}, {errors}");
        return output;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
