using System.Text.Json;
using ActorTerm.Cli.Tests.Rig;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Cli.Tests.Verbs;

/// <summary><c>actorterm trigger</c> and <c>profile import</c>, against a real host with real programs.</summary>
public sealed class TriggerVerbTests(HostTests.Shared shared) : IClassFixture<HostTests.Shared>
{
    [Fact]
    public async Task A_trigger_is_added_works_is_listed_disabled_and_removed()
    {
        await OkAsync("new", "--name", "chat", "--", "cat");

        Assert.Equal("1\n", await OkAsync("trigger", "add", "chat", @"^Are you (\w+)\?$", "--action", "Send Text", "--parameter", @"Yes, \1\n", "--name", "presence"));
        await OkAsync("send", "chat", "Are you there?", "--enter");
        await OkAsync("wait", "chat", "--text", "^Yes, there$");
        var listed = JsonElement.Parse(await OkAsync("trigger", "ls", "chat", "--json"))[0];
        Assert.Equal(("SendTextTrigger", true), (listed.GetProperty("action").GetString(), listed.GetProperty("fired").GetInt64() > 0));
        Assert.Contains("presence", await OkAsync("trigger", "ls", "chat"));
        await OkAsync("trigger", "disable", "chat", "presence");
        Assert.Contains("off", await OkAsync("trigger", "ls", "chat"));
        await OkAsync("trigger", "enable", "chat", "1");
        await OkAsync("trigger", "rm", "chat", "1");
        Assert.Equal("", await OkAsync("trigger", "ls", "chat"));

        await OkAsync("kill", "chat");
    }

    [Fact]
    public async Task What_is_wrong_with_a_trigger_is_said_with_its_place()
    {
        await OkAsync("new", "--name", "wrong", "--", "cat");

        var pattern = await RunAsync("trigger", "add", "wrong", "a(b", "--action", "BellTrigger");
        Assert.Equal((1, ""), (pattern.Code, pattern.Output));
        Assert.Contains("regex: unmatched ( at 1\n  a(b\n   ^", pattern.Errors);
        Assert.Contains("must not be put into a command line", (await RunAsync("trigger", "add", "wrong", "(.*)", "--action", "Run Command", "--parameter", @"echo \1")).Errors);
        Assert.Equal(2, (await RunAsync("trigger", "add", "wrong", "x")).Code);
        Assert.Equal(2, (await RunAsync("trigger", "add", "wrong", "--action", "BellTrigger", "--event", "nonsense")).Code);
        Assert.Contains("no trigger 7", (await RunAsync("trigger", "enable", "wrong", "7")).Errors);

        await OkAsync("kill", "wrong");
    }

    [Fact]
    public async Task A_trial_shows_what_would_fire_on_a_file_or_a_session_and_fires_nothing()
    {
        await OkAsync("new", "--name", "trial", "--", "sh", "-c", "echo a.c:12: error: no such thing; cat");
        await OkAsync("wait", "trial", "--text", "no such thing");
        var file = Path.Combine(shared.Host.Home, "build.log");
        await File.WriteAllLinesAsync(file, ["cc a.c", "a.c:12: error: no such thing", "done"]);
        string[] words = ["trigger", "test", @"^(\S+):(\d+): error: (.*)$", "--action", "SendTextTrigger", "--parameter", @"vi +\2 \1"];

        var onFile = await OkAsync([.. words, "--file", file]);
        var onSession = await OkAsync([.. words, "--session", "trial", "--json"]);

        Assert.Equal("line 1: a.c:12: error: no such thing\n  \\0  a.c:12: error: no such thing\n  \\1  a.c\n  \\2  12\n  \\3  no such thing\n  ->  vi +12 a.c\n1 match in 3 lines\n", onFile);
        Assert.Equal("vi +12 a.c", JsonElement.Parse(onSession).GetProperty("matches")[0].GetProperty("parameter").GetString());
        Assert.DoesNotContain("vi +12", await OkAsync("capture", "trial"));
        Assert.Equal(1, (await RunAsync("trigger", "test", "nowhere", "--file", file)).Code);

        await OkAsync("kill", "trial");
    }

    [Fact]
    public async Task An_imported_profile_says_what_it_would_run_and_runs_nothing_before_it_is_enabled()
    {
        var file = Path.Combine(shared.Host.Home, "profile.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"Name":"work","Guid":"5B9F0F4E-0000-4000-8000-000000000001","Custom Command":"No","Keyboard Map":{"0xf700-0x0":{"Action":10,"Text":"x"},"0x68-0x40000":{"Action":35,"Text":"rm x"}},
             "Triggers":[{"action":"SendTextTrigger","regex":"marco","parameter":"polo\\n","partial":0},{"action":"HighlightTrigger","regex":"x","parameter":"{#ff0000,}"},
                         {"action":"ScriptTrigger","regex":"(.*)","parameter":"say \\1"}]}
            """);

        var imported = await OkAsync("profile", "import", file);
        Assert.Contains("polo", imported);
        Assert.Matches(@"key bindings: 2; 1 of them run something:\nKEY +SCOPE +ACTION +PARAMETER\nC-h +profile +Run Coprocess +rm x\n", imported);
        Assert.Contains("must not be put into a command line", imported);
        await OkAsync("new", "--name", "before", "--profile", "work", "--", "cat");
        await OkAsync("send", "before", "marco", "--enter");
        await OkAsync("trigger", "enable", "--profile", "work", "1");
        await OkAsync("new", "--name", "after", "--profile", "work", "--", "cat");
        await OkAsync("send", "after", "marco", "--enter");

        await OkAsync("wait", "after", "--text", "polo");
        Assert.DoesNotContain("polo", await OkAsync("capture", "before"));
        Assert.Contains("must not be put", (await RunAsync("trigger", "enable", "--profile", "work", "3")).Errors);
        Assert.Contains("named work already", (await RunAsync("profile", "import", "--name", "work", file)).Errors);
        Assert.Equal(1, (await RunAsync("trigger", "ls", "--profile", "nobody")).Code);

        await OkAsync("kill", "before");
        await OkAsync("kill", "after");
    }

    [Fact]
    public async Task A_command_runs_with_what_was_captured_and_its_end_is_an_event()
    {
        await using var script = await shared.Host.ConnectAsync("watching");
        await using var events = await script.App.WatchEventsAsync(["trigger.command"]);
        await using var next = events.GetAsyncEnumerator();
        await OkAsync("new", "--name", "deploys", "--", "cat");
        await OkAsync("trigger", "add", "deploys", @"^deployed (\S+)$", "--action", "Run Command", "--parameter", "echo \"$1 by $TRIGGER_MATCH_0\"; exit 3");

        await OkAsync("send", "deploys", "deployed $(id)", "--enter");

        var ended = await next.NextAsync("end of the command", one => one.Kind == "trigger.command");
        Assert.Equal("$(id) by deployed $(id)\n", ended.Data.GetProperty("output").GetString());
        Assert.Equal(3, ended.Data.GetProperty("exitCode").GetInt32());
        await OkAsync("kill", "deploys");
    }

    [Fact]
    public async Task Recorded_lines_are_listed()
    {
        await OkAsync("new", "--name", "records", "--", "cat");
        await OkAsync("trigger", "add", "records", "error: .*", "--action", "Capture Output", "--name", "errors");

        await OkAsync("send", "records", "error: disk", "--enter");
        await OkAsync("wait", "records", "--text", "error: disk");

        Assert.Matches(@"errors\s+error: disk\n", await OkAsync("trigger", "captured", "records"));
        await OkAsync("kill", "records");
    }

    private async Task<string> OkAsync(params string[] words)
    {
        var result = await RunAsync(words);
        Assert.True(result is { Code: 0, Errors: "" }, $"{string.Join(' ', words)}: {result}");
        return result.Output;
    }

    private Task<Actorterm.Result> RunAsync(params string[] words) => Actorterm.RunAsync(
        new Dictionary<string, string> { ["HOME"] = shared.Host.Home, ["ACTORTERM_SOCKET"] = shared.Host.Socket, ["PATH"] = Environment.GetEnvironmentVariable("PATH")! }, "", words);
}
