using System.Text.Json;
using ActorTerm.Cli.Tests.Output;
using ActorTerm.Cli.Tests.Rig;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Cli.Tests.Verbs;

/// <summary>The contract with scripts, kept by the built program and a real host.</summary>
public sealed class HostTests(HostTests.Shared shared) : IClassFixture<HostTests.Shared>
{
    public sealed class Shared : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await TestHost.StartAsync();

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }

    [Fact]
    public async Task A_session_is_made_typed_into_read_and_removed()
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");
        Assert.Contains(id, JsonElement.Parse(await OkAsync("ls", "--json")).EnumerateArray().Select(session => session.GetProperty("id").GetString()));

        await OkAsync("send", id, "typed as it is");
        await OkAsync("wait", id, "--text", "typed as it is");
        Assert.StartsWith("typed as it is\n", await OkAsync("capture", id));

        await OkAsync("kill", id);
        var gone = await RunAsync("capture", id);
        Assert.Equal((1, ""), (gone.Code, gone.Output));
        Assert.EndsWith("`actorterm ls` lists the sessions\n", gone.Errors);
    }

    [Fact]
    public async Task An_invocation_prints_json_or_its_error()
    {
        await using var script = await shared.Host.ConnectAsync("arithmetic");
        await using var registered = await script.RegisterAsync((long a, long b) => a + b, "cli_add");

        Assert.Equal("3\n", await OkAsync("invoke", "cli_add(a: 1, b: 2)"));
        var failed = await RunAsync("invoke", "cli_nobody()");
        Assert.Equal((1, ""), (failed.Code, failed.Output));
        Assert.Contains("cli_nobody", failed.Errors);
        Assert.Contains("cli_add\tcli_add(a,b)\n", await OkAsync("complete", "actorterm invoke cli_"));
    }

    [Fact]
    public async Task An_invocation_out_of_time_says_so_and_the_alert_names_what_did_not_finish()
    {
        await using var script = await shared.Host.ConnectAsync("silent");
        await using var registered = await script.RegisterAsync(
            (CancellationToken end) => new TaskCompletionSource().Task.WaitAsync(end), "cli_never", TimeSpan.FromHours(1));

        var result = await RunAsync("invoke", "--timeout", "50ms", "cli_never()");

        Assert.Equal(new Actorterm.Result(1, "", "actorterm: the invocation ran out of time; `actorterm alerts` names what did not finish\n"), result);
        Assert.Contains("cli_never", await OkAsync("alerts"));
    }

    [Fact]
    public async Task A_run_prints_what_the_program_printed_and_ends_as_it_did()
    {
        var run = await RunAsync("run", "--", "sh", "-c", "echo one; echo; echo two; exit 7");

        Assert.Equal(new Actorterm.Result(7, "one\n\ntwo\n", ""), run);
    }

    [Fact]
    public async Task A_run_out_of_time_is_exit_code_1_and_leaves_no_session()
    {
        var run = await RunAsync("run", "--timeout", "1ms", "--", "sleep", "1000");

        Assert.Equal((1, "actorterm: it did not end in time\n"), (run.Code, run.Errors));
        Assert.DoesNotContain("sleep", await OkAsync("ls"));
    }

    [Theory]
    [InlineData(2, 130, "alerts", "--follow")]
    [InlineData(15, 143, "alerts", "--follow")]
    [InlineData(15, 143, "send", "active", "-")]
    [InlineData(2, 130, "inject", "active", "-")]
    [InlineData(2, 130, "run", "--", "sleep", "1000")]
    public async Task A_verb_that_a_signal_ends_says_so_by_its_exit_code_and_leaves_nothing(int signal, int code, params string[] words)
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");
        await using var script = await shared.Host.ConnectAsync("watching");
        await using var connected = await script.App.WatchEventsAsync(["script.connected"]);
        await using var scripts = connected.GetAsyncEnumerator();

        var result = await Actorterm.InterruptAsync(
            Surroundings(), scripts.NextAsync("connection of actorterm", one => one.Data.GetProperty("script").GetString() == "actorterm"), signal, words);

        Assert.Equal((code, ""), (result.Code, result.Errors));
        await OkAsync("kill", id);
        Assert.DoesNotContain("sleep", await OkAsync("ls"));
    }

    [Fact]
    public async Task A_run_in_a_session_is_typed_at_its_shells_prompt()
    {
        await OkAsync("new", "--name", "shell", "--", "sh", "-i");

        Assert.Equal(new Actorterm.Result(3, "two words\n", ""), await RunAsync("run", "shell", "--", "echo two words; (exit 3)"));
        var ended = await RunAsync("run", "shell", "--", "exit 9");
        Assert.Equal(new Actorterm.Result(1, "", "actorterm: sh ended before the command's end was seen: exit 9\n"), ended);
        Assert.Equal(2, (await RunAsync("run", "shell", "--", "a\tb")).Code);

        await OkAsync("kill", "shell");
    }

    [Fact]
    public async Task Variables_are_set_and_read_in_their_scope()
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");

        await OkAsync("vars", "set", "user.cli", "{\"a\":[1]}", "--session", id);
        await OkAsync("vars", "set", "user.cli", "plain text");

        Assert.Equal("{\"a\":[1]}\n", await OkAsync("vars", "get", "user.cli", "--session", id));
        Assert.Equal("\"plain text\"\n", await OkAsync("vars", "get", "user.cli"));
        await OkAsync("kill", id);
    }

    [Fact]
    public async Task Sessions_stand_in_tabs_of_windows()
    {
        var first = await OkAsync("window", "new", "--json", "--", "cat");
        var window = Member(first, "windowId");
        var tab = (await OkAsync("tab", "new", "--window", window, "--", "cat")).Trim();
        var beside = Member(await OkAsync("split", Member(first, "id"), "-h", "--json", "--", "cat"), "id");

        var tabs = JsonElement.Parse(await OkAsync("tab", "ls", "--json")).EnumerateArray().Where(it => it.GetProperty("windowId").GetString() == window).ToList();
        Assert.Equal([Member(first, "tabId"), tab], tabs.Select(it => it.GetProperty("id").GetString()!));
        Assert.Equal([Member(first, "id"), beside], tabs[0].GetProperty("sessions").EnumerateArray().Select(it => it.GetString()!));

        await OkAsync("tab", "close", tab);
        await OkAsync("window", "close", window);
        Assert.DoesNotContain(window, await OkAsync("window", "ls"));
    }

    [Fact]
    public async Task What_is_printed_as_json_has_the_members_that_were_approved()
    {
        await ConfigureAsync("profiles.forms { command = cat, title = forms, coprocess = cat, keys = [{ key = F5, modifiers = control, action = ignore }] }");
        var reloaded = await OkAsync("reload", "--json");
        await using var script = await shared.Host.ConnectAsync("counted");
        await using var registered = await script.RegisterAsync((int a) => a, "cli_forms");
        await RunAsync("invoke", "cli_nobody()");
        var alert = (await OkAsync("alerts", "--json")).Split('\n')[0];
        var made = await OkAsync("new", "--json", "--profile", "forms", "--", "sh", "-c", "exec cat");
        var id = Member(made, "id");
        await OkAsync("coprocess", "stop", id);
        var lines = Member(await OkAsync("new", "--json", "--", "sh", "-c", "echo error: disk; read wait; echo error: memory; cat"), "id");
        await OkAsync("trigger", "add", lines, "error: (.*)", "--action", "CaptureTrigger", "--parameter", "true", "--name", "errors");
        await OkAsync("send", lines, "--enter");
        await OkAsync("wait", lines, "--text", "memory");
        var profile = Path.Combine(shared.Host.Home, "imported.json");
        await File.WriteAllTextAsync(profile, """{"Name":"imported","Custom Command":"Yes","Command":"cat","Initial Text":"ls"}""");
        var printed = new Dictionary<string, string>
        {
            ["trigger ls"] = await OkAsync("trigger", "ls", lines, "--json"),
            ["trigger test"] = await OkAsync("trigger", "test", "error: (.*)", "--session", lines, "--json"),
            ["trigger captured"] = await OkAsync("trigger", "captured", lines, "--json"),
            ["profile import"] = await OkAsync("profile", "import", profile, "--json"),
            ["new"] = made,
            ["window new"] = await OkAsync("window", "new", "--json", "--", "cat"),
            ["tab new"] = await OkAsync("tab", "new", "--json", "--", "cat"),
            ["split"] = await OkAsync("split", id, "--json", "--", "cat"),
            ["ls"] = await OkAsync("ls", "--json"),
            ["window ls"] = await OkAsync("window", "ls", "--json"),
            ["tab ls"] = await OkAsync("tab", "ls", "--json"),
            ["capture"] = await OkAsync("capture", id, "--json"),
            ["keys"] = await OkAsync("keys", id, "--json"),
            ["keys press"] = await OkAsync("keys", "press", id, "C-F5", "x", "--json"),
            ["profile ls"] = await OkAsync("profile", "ls", "--json"),
            ["profile show"] = await OkAsync("profile", "show", "forms", "--json"),
            ["functions"] = await OkAsync("functions", "--json"),
            ["coprocess start"] = await OkAsync("coprocess", "start", id, "--json", "--", "cat"),
            ["coprocess status"] = await OkAsync("coprocess", "status", id, "--json"),
            ["reload"] = reloaded,
            ["alerts"] = alert,
            ["alerts show"] = await OkAsync("alerts", "show", Member(alert, "id"), "--json"),
            ["doctor"] = (await RunAsync("doctor", "--json")).Output,
        };

        Assert.Equal(JsonFormTests.OfVerbs.Keys.Order(), printed.Keys.Order());
        Assert.All(printed, form => Assert.Equal(Members.Of(JsonFormTests.ApprovedFor(form.Key)), Members.Of(JsonElement.Parse(form.Value))));
        foreach (var session in JsonElement.Parse(await OkAsync("ls", "--json")).EnumerateArray()) await OkAsync("kill", session.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task A_coprocess_answers_the_program_is_marked_in_the_list_and_is_stopped()
    {
        var id = Member(await OkAsync("new", "--json", "--", "sh", "-c", "stty -echo; read go; echo ping; read answer; echo got $answer; exec cat"), "id");

        var pid = (await OkAsync("coprocess", "start", id, "--newline", "cr", "--", "while read line; do case $line in ping*) echo pong;; esac; done")).Trim();
        var second = await RunAsync("coprocess", "start", id, "--", "cat");
        Assert.Contains("running, coprocess", await OkAsync("ls"));
        Assert.Contains(pid, await OkAsync("coprocess", "status", id));
        await OkAsync("send", id, "go", "--enter");
        await OkAsync("wait", id, "--text", "got pong");
        await OkAsync("coprocess", "stop", id);

        Assert.Equal((1, ""), (second.Code, second.Output));
        Assert.Contains("alreadyRunning: the session has a coprocess, while read line;", second.Errors);
        Assert.Equal("none\n", await OkAsync("coprocess", "status", id));
        Assert.Equal((1, "actorterm: there is no coprocess to stop\n"), await RunAsync("coprocess", "stop", id) is var again ? (again.Code, again.Errors) : default);
        Assert.Equal(1, (await RunAsync("coprocess", "start", id, "--", " ")).Code);
        Assert.Equal(2, (await RunAsync("coprocess", "start", id)).Code);
        await OkAsync("kill", id);
    }

    [Fact]
    public async Task A_key_clears_the_history_of_all_sessions_by_a_registered_function()
    {
        await using var script = await shared.Host.ConnectAsync("clear");
        await using var registered = await script.RegisterAsync(
            async () =>
            {
                foreach (var session in await script.App.ListSessionsAsync()) await script.App.Session(session.Id).InjectAsync("\e]1337;ClearScrollback\a");
                return true;
            },
            "clear_all_sessions");
        await ConfigureAsync("keys.bindings = [{ key = h, modifiers = [control, shift], action = invoke-script-function, parameter = \"clear_all_sessions()\" }]");
        Assert.Contains("actorterm.keys.bindings\n  - []\n  + [", await OkAsync("reload"));
        var ids = new List<string>();
        foreach (var _ in (int[])[1, 2])
        {
            ids.Add(Member(await OkAsync("new", "--json", "--", "sh", "-c", "seq 1 200; exec cat"), "id"));
            await OkAsync("wait", ids[^1], "--text", "^200$");
        }

        Assert.Contains("C-S-h  global  Invoke Script Function  clear_all_sessions()\n", await OkAsync("keys", ids[0]));
        Assert.Equal("C-S-h  Invoke Script Function  clear_all_sessions()  (global)\n", await OkAsync("keys", "press", ids[0], "C-S-h"));

        foreach (var id in ids)
        {
            Assert.DoesNotContain("100", await OkAsync("capture", id, "-S", "-"));
            await OkAsync("kill", id);
        }
    }

    [Fact]
    public async Task A_key_whose_function_fails_says_so_with_an_alert_of_the_source_key()
    {
        await ConfigureAsync("keys.bindings = [{ key = F6, action = invoke-script-function, parameter = \"cli_nobody_at_the_key()\" }]");
        await OkAsync("reload");
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");

        var pressed = await RunAsync("keys", "press", id, "F6");

        Assert.Equal((1, "F6  Invoke Script Function  cli_nobody_at_the_key()  (global)\n"), (pressed.Code, pressed.Output));
        Assert.Contains("cli_nobody_at_the_key", pressed.Errors);
        Assert.Matches("  key  .*cli_nobody_at_the_key", await OkAsync("alerts"));
        await OkAsync("kill", id);
    }

    [Fact]
    public async Task A_reload_tells_the_difference_takes_it_over_and_changes_nothing_when_any_part_is_wrong()
    {
        await ConfigureAsync("profiles { base { environment { MARK = one }, size = 100x30 }, work = ${actorterm.profiles.base} { command = [sh, -c, \"echo mark is $MARK; exec cat\"], scrollback = 500 } }, sessions.ended-keep = 9 minutes");
        var check = await OkAsync("reload", "--check");
        Assert.DoesNotContain("work", await OkAsync("profile", "ls"));
        Assert.Equal(check, await OkAsync("reload"));
        Assert.Matches("actorterm.profiles.work.environment.MARK\n  \\+ \"?one\"?\n", check);
        Assert.Contains("actorterm.sessions.ended-keep  (at the next start of the host)\n", check);
        Assert.Equal("nothing changed\n", await OkAsync("reload"));
        Assert.Matches("(?m)^work +100x30 +0 +0 +'sh' '-c' 'echo mark is", await OkAsync("profile", "ls"));

        var id = Member(await OkAsync("new", "--profile", "work", "--json"), "id");
        await OkAsync("wait", id, "--text", "^mark is one$");
        await ConfigureAsync("profiles { base { environment { MARK = two }, size = 100x30 }, work { size = 0x0, comand = x, triggers = [{ action = SendTextTrigger, regex = \"(\" }] } }");
        var refused = await RunAsync("reload");

        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Matches("host.conf:1:\\d+: expected a whole number, 1 to 4096, for columns of profile work, found 0\n", refused.Errors);
        Assert.Matches("host.conf:1:\\d+: profile work has no 'comand': the nearest is 'command'\n", refused.Errors);
        Assert.Matches("host.conf:1:\\d+: trigger 1 of profile work: .*regex", refused.Errors);
        Assert.Contains("mark is", await OkAsync("profile", "show", "work"));
        Assert.Equal(1, (await RunAsync("new", "--profile", "nothing")).Code);
        await OkAsync("kill", id);
    }

    /// <summary>The configuration file of the host; <c>actorterm reload</c> reads it.</summary>
    private async Task ConfigureAsync(string settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(shared.Host.Home, "config", "actorterm"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.conf"), $"actorterm {{ {settings} }}");
    }

    [Fact]
    public async Task Words_of_tmux_do_what_they_do_there()
    {
        await OkAsync("new-session", "-d", "-s", "mux", "-x", "60", "-y", "10", "cat");
        await OkAsync("send-keys", "-t", "mux", "no key", "Space", "-x", "Enter");
        await OkAsync("wait", "mux", "--text", "no key -x");

        Assert.Equal("no key -x\nno key -x\n", await OkAsync("capture-pane", "-pt", "mux", "-S0", "-E1"));
        await OkAsync("kill-session", "-t", "mux");
        Assert.DoesNotContain("mux", await OkAsync("list-sessions"));
    }

    [Fact]
    public async Task Live_sessions_are_completed()
    {
        var id = Member(await OkAsync("new", "--name", "completed", "--json", "--", "cat"), "id");

        Assert.Contains($"{id}\tcompleted\n", await OkAsync("complete", $"actorterm capture {id[..4]}"));
        await OkAsync("kill", id);
    }

    [Fact]
    public async Task Bash_completes_verbs_live_sessions_and_functions()
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");
        await using var script = await shared.Host.ConnectAsync("completed");
        await using var registered = await script.RegisterAsync(() => 1, "bash_completes");

        var found = await Actorterm.RunShellAsync(Surroundings(), $$"""
            source <(actorterm completion bash)
            complete_line() { COMP_LINE=$1 COMP_POINT=${#1}; _actorterm; echo "${COMPREPLY[*]}"; }
            complete_line "actorterm captu"
            complete_line "actorterm capture {{id[..6]}}"
            complete_line "actorterm invoke bash_c"
            """);

        Assert.Equal(new Actorterm.Result(0, $"capture capture-pane\n{id}\nbash_completes\n", ""), found);
        await OkAsync("kill", id);
    }

    [Theory]
    [InlineData("autoload -Uz compinit; compinit -D -u; source <(actorterm completion zsh)", "zsh", "-f", "-i")]
    [InlineData("actorterm completion fish | source", "fish", "--no-config", "--private", "-i")]
    public async Task Zsh_and_fish_complete_verbs_live_sessions_functions_and_files(string setup, params string[] shell)
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");
        await using var script = await shared.Host.ConnectAsync("completed");
        await using var registered = await script.RegisterAsync(() => 1, $"{shell[0]}_completes");
        await File.WriteAllTextAsync(Path.Combine(shared.Host.Home, $"{shell[0]} has a file"), "");
        var terminal = (await script.App.CreateSessionAsync(new NewSession
        {
            Command = shell,
            Environment = Surroundings().ToDictionary(variable => variable.Key, variable => (string?)variable.Value),
            WorkingDirectory = shared.Host.Home,
            Columns = 150,
        }).Within($"session of {shell[0]}")).Session;

        await terminal.SendTextAsync($"{setup}; echo now rea''dy\r").Within("typing");
        await SeesAsync("^now ready");
        await CompletesAsync("echo x | actorterm window activ", "window activate");
        await CompletesAsync($"actorterm capture {id[..6]}", $"capture {id}");
        await CompletesAsync($"actorterm invoke {shell[0]}_c", $"invoke {shell[0]}_completes");
        await CompletesAsync($@"actorterm run -- cat {shell[0]}\ has", $@"run -- cat {shell[0]}\\ has\\ a\\ file");

        await terminal.CloseAsync().Within("close");
        await OkAsync("kill", id);

        async Task CompletesAsync(string begun, string whole)
        {
            await terminal.SendTextAsync($"\u0015{begun}\t").Within("typing");
            await SeesAsync(whole);
        }

        async Task SeesAsync(string pattern)
        {
            var seen = await terminal.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit }).Within(pattern);
            if (seen is not WaitResult.Matched) Assert.Fail($"{pattern}: {seen}; the screen:\n{(await terminal.GetScreenAsync()).Text}");
        }
    }

    [Theory]
    [InlineData("capture")]
    [InlineData("invoke")]
    [InlineData("kill-session")]
    public async Task Help_speaks_to_nobody(string verb)
    {
        var id = Member(await OkAsync("new", "--json", "--", "cat"), "id");

        Assert.DoesNotContain(id, await OkAsync(verb, "--help"));

        await OkAsync("kill", id);
    }

    [Fact]
    public async Task The_version_is_a_version_and_nothing_more()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", await OkAsync("--version"));
        Assert.Contains($", pid {shared.Host.Pid}, {shared.Host.Socket}\n", await OkAsync("version"));
    }

    [Fact]
    public async Task Nothing_is_wrong_with_a_healthy_host()
    {
        var result = await RunAsync("doctor", "--json");

        Assert.DoesNotContain("problem", result.Output);
        Assert.Equal(0, result.Code);
    }

    private static string Member(string json, string name) => JsonElement.Parse(json).GetProperty(name).GetString()!;

    private async Task<string> OkAsync(params string[] words)
    {
        var result = await RunAsync(words);
        Assert.True(result is { Code: 0, Errors: "" }, $"{string.Join(' ', words)}: {result}");
        return result.Output;
    }

    private Task<Actorterm.Result> RunAsync(params string[] words) => Actorterm.RunAsync(Surroundings(), "", words);

    private Dictionary<string, string> Surroundings() => new()
    {
        ["HOME"] = shared.Host.Home,
        ["ACTORTERM_SOCKET"] = shared.Host.Socket,
        ["XDG_STATE_HOME"] = Path.Combine(shared.Host.Home, "state"),
        ["XDG_CONFIG_HOME"] = Path.Combine(shared.Host.Home, "config"),
        ["PATH"] = $"{Actorterm.Folder("ActorTerm.Cli")}:{Actorterm.Folder("ActorTerm.Host")}:{Environment.GetEnvironmentVariable("PATH")}",
    };
}
