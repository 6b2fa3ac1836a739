using System.Globalization;
using ActorTerm.Cli.Tests.Rig;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Cli.Tests.Attaching;

/// <summary>
/// The view in real terminals. Those are sessions of a host of their own: a bash in each, at whose prompt <c>actorterm attach</c> is typed.
/// </summary>
public sealed class AttachTests(AttachTests.Shared shared) : IClassFixture<AttachTests.Shared>, IAsyncLifetime
{
    private const string Leader = "\u0002";

    private Connection _terminals = null!;
    private Connection _script = null!;

    public sealed class Shared : IAsyncLifetime
    {
        public TestHost Terminals { get; private set; } = null!;

        public TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => (Terminals, Host) =
            (await TestHost.StartAsync(), await TestHost.StartAsync("actorterm.coprocesses.full-time=10m"));

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            await Terminals.DisposeAsync();
        }
    }

    public async Task InitializeAsync() => (_terminals, _script) = (await shared.Terminals.ConnectAsync(), await shared.Host.ConnectAsync());

    /// <summary>The next test begins with empty hosts.</summary>
    public async Task DisposeAsync()
    {
        foreach (var connection in (Connection[])[_terminals, _script])
        {
            foreach (var session in await connection.App.ListSessionsAsync()) await connection.App.Session(session.Id).CloseAsync().Within("close");
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task Two_terminals_show_one_session_live_and_detaching_gives_each_back_as_it_was()
    {
        var work = await MakeAsync("work", "cat");
        var (one, two) = (await TerminalAsync(), await TerminalAsync());
        await AttachAsync(one, "work");
        await AttachAsync(two, "work");
        await work.SendTextAsync("both see it\r").Within("typing");
        await SeesAsync(one, "^both see it");
        await SeesAsync(two, "^both see it");

        await one.SendTextAsync("typed in the first\r").Within("typing");
        await SeesAsync(two, "^typed in the first");
        Assert.Equal(2, (await work.GetInfoAsync().Within("info")).Viewers);

        await DetachAsync(one);
        await DetachAsync(two);
        Assert.True((await work.GetInfoAsync().Within("info")).IsRunning);
    }

    [Fact]
    public async Task An_editor_takes_the_terminals_size_and_is_there_again_after_a_detach()
    {
        var editor = await MakeAsync("editor", "vim", "-u", "NONE", "-N", "-n");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "editor");
        await SeesAsync(terminal, "^~ *$");

        await terminal.SendTextAsync("ia text\u001c\u000e").Within("typing");
        await SeesAsync(terminal, "^a text");
        await terminal.ResizeAsync(100, 30).Within("resize");
        await terminal.SendTextAsync(":r !until [ \"$(stty size < /dev/tty)\" = '30 100' ]; do :; done; stty size < /dev/tty\r").Within("typing");
        await SeesAsync(terminal, "^30 100");
        await DetachAsync(terminal);

        await AttachAsync(terminal, "editor");
        await SeesAsync(terminal, "^a text");
        var info = await editor.GetInfoAsync().Within("info");
        Assert.Equal((100, 30), (info.Columns, info.Rows));
        await DetachAsync(terminal);
    }

    [Fact]
    public async Task The_history_is_searched_and_left_again()
    {
        await MakeAsync("long", "sh", "-c", "seq -f 'line %g' 1 500; cat");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "long");
        await SeesAsync(terminal, "^line 500$");

        await terminal.SendTextAsync($"{Leader}[").Within("typing");
        await SeesAsync(terminal, "arrows and pages move, / searches");
        await terminal.SendTextAsync("gG/LINE 12x\u007f3\r").Within("typing");
        await SeesAsync(terminal, "not found");
        await terminal.SendTextAsync("/line 12x\u007f3\r").Within("typing");
        await SeesAsync(terminal, "^line 123$");
        await terminal.SendTextAsync("q").Within("typing");
        await SeesAsync(terminal, "^line 500$");

        await DetachAsync(terminal);
    }

    [Fact]
    public async Task Other_sessions_are_a_key_or_a_choice_away_and_help_tells_how()
    {
        await MakeAsync("first", "sh", "-c", "echo here is the first; cat");
        await MakeAsync("second", "sh", "-c", "echo here is the second; cat");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "first");
        await SeesAsync(terminal, "^here is the first");

        await terminal.SendTextAsync($"{Leader}n").Within("typing");
        await SeesAsync(terminal, "^here is the second");
        await terminal.SendTextAsync($"{Leader}p").Within("typing");
        await SeesAsync(terminal, "^here is the first");
        await terminal.SendTextAsync($"{Leader}?").Within("typing");
        await SeesAsync(terminal, "^leader d +detach");
        await terminal.SendTextAsync(" ").Within("typing");
        await SeesAsync(terminal, "^here is the first");
        await terminal.SendTextAsync($"{Leader}w").Within("typing");
        await SeesAsync(terminal, "Enter chooses");
        await terminal.SendTextAsync("j").Within("typing");
        await terminal.SendTextAsync("\r").Within("typing");
        await SeesAsync(terminal, "^here is the second");

        await DetachAsync(terminal);
    }

    [Fact]
    public async Task A_question_of_the_program_is_answered_once_however_many_look_on()
    {
        var asking = await MakeAsync("asking", "sh", "-c", "stty -echo -icanon; read go; printf '\\033[c'; exec cat -v");
        var (one, two) = (await TerminalAsync(), await TerminalAsync());
        await AttachAsync(one, "asking");
        await AttachAsync(two, "asking");

        await asking.SendTextAsync("go\n").Within("typing");
        await SeesAsync(asking, @"\^\[\[\?[0-9;]*c");
        await asking.SendTextAsync("END").Within("typing");
        await SeesAsync(one, @"^\^\[\[\?[0-9;]*cEND");

        await DetachAsync(one);
        await DetachAsync(two);
    }

    [Fact]
    public async Task A_session_that_is_closed_gives_the_terminal_back()
    {
        var work = await MakeAsync("work", "cat");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "work");

        await work.CloseAsync().Within("close");

        await IsBackAsync(terminal, "the session was closed", 0);
    }

    [Theory]
    [InlineData(15, 143)]
    [InlineData(1, 129)]
    public async Task A_view_that_is_told_to_end_gives_the_terminal_back(int signal, int code)
    {
        await MakeAsync("work", "cat");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "work");

        Processes.Kill(await ViewAsync(terminal), signal);

        await IsBackAsync(terminal, "", code);
    }

    /// <summary>Of whatever passes between program, coprocess and view at that moment.</summary>
    /// <param name="coprocess">Its end is told by the count of its writes, so it keeps its output and writes to /dev/null.</param>
    [Theory]
    [InlineData("stty -echo; echo ready; while read line; do echo got $line; done", "exec cat 3>&1 > /dev/null", false)]
    [InlineData("echo ready; exec yes flood", "exec cat 3>&1 > /dev/null", false)]
    [InlineData("echo ready; exec yes flood", "exec cat 3>&1 > /dev/null", true)]                 // the view stands still meanwhile
    [InlineData("stty raw -echo; echo ready; exec sleep 1000", "exec yes", false)]                // blocked, for the program does not read
    [InlineData("echo ready; exec yes flood", "exec sleep 1000", false)]                          // blocks the program, for it does not read
    public async Task A_view_that_is_killed_by_force_leaves_the_session_its_coprocess_and_nothing_else(string program, string coprocess, bool mute)
    {
        var work = await MakeAsync("work", "sh", "-c", program);
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "work");
        await DetachAsync(terminal);                                            // whatever a host opens once, for all of them, is open now
        var started = await work.StartCoprocessAsync([coprocess], new CoprocessOptions { Mute = mute }).Within("coprocess");
        var before = Processes.Descriptors(shared.Host.Pid);
        await AttachAsync(terminal, "work");
        var view = await ViewAsync(terminal);

        Processes.Kill(view);

        await Processes.GoneAsync(view);
        await SeesAsync(terminal, "^code 137");
        await Processes.UntilAsync(() => Processes.Descriptors(shared.Host.Pid) <= before, $"the end of all descriptors beyond {before}");
        await Processes.UntilAsync(() => work.GetInfoAsync().GetAwaiter().GetResult().Viewers == 0, "the end of the viewer");
        var info = await work.GetInfoAsync().Within("info");
        Assert.Equal((true, coprocess), (info.IsRunning, info.Coprocess));
        Assert.Equal(started.Pid, (await work.GetCoprocessAsync().Within("coprocess"))?.Pid);
        var written = Processes.Written(started.Pid);
        if (program.Contains("read line", StringComparison.Ordinal)) await work.SendTextAsync("on\n").Within("typing");
        if (coprocess.Contains("cat", StringComparison.Ordinal)) await Processes.UntilAsync(() => Processes.Written(started.Pid) > written, "what the coprocess reads next");

        await work.StopCoprocessAsync().Within("stop");
        if (program.Contains("flood", StringComparison.Ordinal)) await SeesNewAsync(work, "^flood$");
        await Processes.UntilAsync(() => Processes.OfSession(started.Pid).Count == 0, "the end of the coprocess");
    }

    [Fact]
    public async Task A_host_that_is_gone_in_a_blink_gives_the_terminal_back()
    {
        var host = await TestHost.StartAsync();
        await using var script = await host.ConnectAsync();
        await script.App.CreateSessionAsync(new NewSession { Command = ["sh", "-c", "echo work; cat"], Name = "work" }).Within("session");
        var terminal = await TerminalAsync(host);
        await AttachAsync(terminal, "work", script);
        await SeesAsync(terminal, "^work");

        using (var process = System.Diagnostics.Process.GetProcessById(host.Pid)) process.Kill();

        await IsBackAsync(terminal, "actorterm: ", 1);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_key_with_modifiers_is_bound_and_what_is_not_reaches_the_program_as_it_asked()
    {
        await ConfigureAsync("keys.bindings = [{ key = h, modifiers = [control, shift], action = send-text, parameter = \"bound\\r\" }]");
        await MakeAsync("work", "sh", "-c", "stty -echo -icanon -icrnl -isig; echo ready; exec cat -v");
        var terminal = await TerminalAsync();
        await AttachAsync(terminal, "work");
        await SeesAsync(terminal, "^ready");

        await terminal.SendKeysAsync("C-S-h", "a", "C-c", "C-Up", "Escape", "S-Enter", "M-x").Within("keys");

        await SeesAsync(terminal, @"^bound\^Ma\^C\^\[\[1;5A\^\[\^M\^\[x");
        await DetachAsync(terminal);
        var flags = (await terminal.GetScreenAsync().Within("screen")).Text;
        Assert.DoesNotContain("[104;6u", flags, StringComparison.Ordinal);
        await terminal.SendKeysAsync("C-v", "C-a").Within("keys");       // the shell's terminal sends keys as before
        await SeesAsync(terminal, @"outer> \^A");
    }

    [Fact]
    public async Task The_alert_of_a_key_is_shown_to_the_one_who_pressed_it()
    {
        await ConfigureAsync("keys.bindings = [{ key = F7, action = invoke-script-function, parameter = \"nobody_is_there()\" }]");
        await MakeAsync("work", "sh", "-c", "echo ready; exec cat");
        var (one, two) = (await TerminalAsync(), await TerminalAsync());
        await AttachAsync(one, "work");
        await AttachAsync(two, "work");
        await SeesAsync(one, "^ready");

        await one.SendKeysAsync("F7").Within("keys");
        await SeesAsync(one, "nobody_is_there");
        await two.SendTextAsync("still quiet\r").Within("typing");
        await SeesAsync(two, "^still quiet");

        Assert.DoesNotContain("nobody_is_there", (await two.GetScreenAsync().Within("screen")).Text, StringComparison.Ordinal);
        await one.SendKeysAsync("Space").Within("keys");
        await DetachAsync(one);
        await DetachAsync(two);
    }

    [Fact]
    public async Task Keys_are_shown_as_they_are_pressed_with_what_they_are_bound_to()
    {
        await ConfigureAsync("keys.bindings = [{ key = h, modifiers = [control, shift], action = run-coprocess, parameter = \"tee log\" }]");
        await MakeAsync("work", "cat");
        var terminal = await TerminalAsync();
        await terminal.SendTextAsync("clear; actorterm keys show work; [ \"$(stty -g)\" = \"$before\" ] && echo as before\r").Within("typing");
        await SeesAsync(terminal, "^press keys; C-c ends");

        await terminal.SendKeysAsync("C-S-h", "Up", "Escape", "C-i", "é", "C-c").Within("keys");

        await SeesAsync(terminal, "^as before$");
        var shown = (await terminal.GetScreenAsync().Within("screen")).Text;
        Assert.Matches(@"(?m)^C-S-h +ESC \[ 1 0 4 ; 6 u +Run Coprocess  tee log  \(global\)$", shown);
        Assert.Matches(@"(?m)^Up +ESC \[ A +the program$", shown);
        Assert.Matches(@"(?m)^Escape +ESC \[ 2 7 u +the program$", shown);
        Assert.Matches(@"(?m)^C-i +ESC \[ 1 0 5 ; 5 u +the program$", shown);
        Assert.Matches(@"(?m)^é +c3 a9 +the program$", shown);
    }

    /// <summary>What the host has bound from now on.</summary>
    private async Task ConfigureAsync(string settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(shared.Host.Home, "config", "actorterm"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.conf"), $"actorterm {{ {settings} }}");
        await _script.App.ReloadAsync().Within("reload");
    }

    private async Task<Session> MakeAsync(string name, params string[] command) =>
        (await _script.App.CreateSessionAsync(new NewSession { Command = command, Name = name, Hold = true }).Within($"session {name}")).Session;

    /// <summary>A terminal with a shell in it that has noted how its terminal is set.</summary>
    private async Task<Session> TerminalAsync(TestHost? host = null)
    {
        var terminal = (await _terminals.App.CreateSessionAsync(new NewSession
        {
            Command = ["bash", "--norc", "--noprofile", "-i"],
            Environment = new Dictionary<string, string?>
            {
                ["PS1"] = "outer> ", ["HISTFILE"] = null, ["PROMPT_COMMAND"] = null,
                ["ACTORTERM_SOCKET"] = (host ?? shared.Host).Socket,
                ["PATH"] = $"{Actorterm.Folder("ActorTerm.Cli")}:{Environment.GetEnvironmentVariable("PATH")}",
            },
            Hold = true,
        }).Within("terminal")).Session;
        await terminal.SendTextAsync("before=$(stty -g); echo no\"\"ted\r").Within("typing");
        await SeesAsync(terminal, "^noted$");
        return terminal;
    }

    private async Task AttachAsync(Session terminal, string name, Connection? host = null)
    {
        await using var viewers = await (host ?? _script).App.WatchEventsAsync(["viewer.attached"]).Within("subscription");
        await terminal.SendTextAsync($"clear; actorterm attach {name}; code=$?; [ \"$(stty -g)\" = \"$before\" ] && echo code $code, as before\r").Within("typing");
        await viewers.GetAsyncEnumerator().NextAsync($"a viewer of {name}");
    }

    /// <returns>The process id of the view: the one child of the terminal's shell.</returns>
    private static async Task<int> ViewAsync(Session terminal)
    {
        var shell = (await terminal.GetInfoAsync().Within("info")).Pid!.Value;
        return int.Parse(await File.ReadAllTextAsync(FormattableString.Invariant($"/proc/{shell}/task/{shell}/children")), CultureInfo.InvariantCulture);
    }

    private static async Task DetachAsync(Session terminal)
    {
        await terminal.SendTextAsync($"{Leader}d").Within("typing");
        await IsBackAsync(terminal, "[detached]", 0);
    }

    /// <summary>The shell's screen, its line modes, and what the view said at its end.</summary>
    private static async Task IsBackAsync(Session terminal, string said, int code)
    {
        await SeesAsync(terminal, string.Create(CultureInfo.InvariantCulture, $"^code {code}, as before$"));
        await SeesAsync(terminal, "^outer> ");
        var screen = (await terminal.GetScreenAsync().Within("screen")).Text;
        Assert.Contains(said, screen, StringComparison.Ordinal);
    }

    private static async Task SeesAsync(Session session, string pattern)
    {
        var result = await session.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit / 2 }).Within($"/{pattern}/ on the screen");
        Assert.True(result is WaitResult.Matched, $"/{pattern}/ was not seen but {result}; the screen:\n{(await session.GetScreenAsync()).Text.TrimEnd()}");
    }

    private static async Task SeesNewAsync(Session session, string pattern) => Assert.IsType<WaitResult.Matched>(
        await session.WaitAsync(new WaitOptions { Text = pattern, OnlyNew = true, Timeout = Patience.Limit / 2 }).Within($"/{pattern}/ on the screen, anew"));
}
