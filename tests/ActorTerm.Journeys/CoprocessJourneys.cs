using System.Text;
using System.Text.Json;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Coprocesses with real programs on real terminals; the statements of the coprocess guide, and every byte.</summary>
public sealed class CoprocessJourneys(CoprocessJourneys.Quick shared) : IClassFixture<CoprocessJourneys.Quick>, IAsyncLifetime
{
    private Connection _script = null!;
    private Subscription<HostEvent> _events = null!;
    private IAsyncEnumerator<HostEvent> _heard = null!;
    private DirectoryInfo _folder = null!;

    /// <summary>A host that is quick to lose patience.</summary>
    public sealed class Quick : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await TestHost.StartAsync(
            "actorterm.coprocesses.full-time=2s",
            "actorterm.coprocesses.cycle-time=300ms",
            "actorterm.coprocesses.kill-grace=300ms",
            "actorterm.coprocesses.end-grace=300ms",
            "actorterm.coprocesses.release-time=300ms",
            "actorterm.keys.bindings=[{ key = F7, action = run-coprocess, parameter = \"python3 chat.py\" }]");

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }

    private App App => _script.App;

    public async Task InitializeAsync()
    {
        _script = await shared.Host.ConnectAsync();
        _events = await App.WatchEventsAsync(["coprocess.started", "coprocess.rejected", "coprocess.stalled", "coprocess.ended"]).Within("subscription");
        _heard = _events.GetAsyncEnumerator();
        _folder = Directory.CreateTempSubdirectory("at-co-");
    }

    public async Task DisposeAsync()
    {
        foreach (var session in await App.ListSessionsAsync().Within("list of sessions")) await App.Session(session.Id).CloseAsync().Within("close");
        await _script.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // The document's script; in Python 3, and with a print that flushes.
    [Theory]
    [InlineData("request")]         // actorterm coprocess start
    [InlineData("function")]        // iterm2.run_coprocess in an invocation
    [InlineData("method")]          // async_run_coprocess of iTerm2's library
    [InlineData("trigger")]
    [InlineData("key")]
    public async Task The_chat_script_answers_in_the_place_of_a_person(string way)
    {
        Write("chat.py", """
            import sys
            while True:
              line = input()
              if line.strip() == "Are you there?":
                print("Yes", flush=True)
            """);
        var session = await ShAsync($"cd {_folder.FullName}; stty -echo; echo joined; read go; echo 'Are you there?'; read answer; echo \"they said $answer\"; read more");
        await SeesAsync(session, "^joined$");

        await StartAsync(session, way, "python3 chat.py");
        Assert.Equal("python3 chat.py", (await NextAsync("coprocess.started")).GetProperty("command").GetString());
        await session.SendTextAsync("\n").Within("typing");
        await SeesAsync(session, "^they said Yes$");

        var first = await session.GetCoprocessAsync().Within("status");
        foreach (var (another, source) in new[] { ("request", "api"), ("method", "function"), ("trigger", "trigger"), ("key", "key") })
        {
            await StartAsync(session, another, "python3 chat.py");
            Assert.Equal((source, "alreadyRunning"), ((await NextAsync("coprocess.rejected")) is var told ? (told.GetProperty("source").GetString(), told.GetProperty("why").GetString()) : default));
        }

        Assert.Equal(first!.Pid, (await session.GetCoprocessAsync().Within("status"))!.Pid);
    }

    /// <summary>One of the five ways, refused or not.</summary>
    private static async Task StartAsync(Session session, string way, string line)
    {
        switch (way)
        {
            case "request":
                try
                {
                    await session.StartCoprocessAsync([line]).Within("start");
                }
                catch (RequestFailedException refused) when (refused.Status == "CONFLICT")
                {
                }

                break;
            case "function":
                await session.InvokeAsync($"iterm2.run_coprocess(commandLine: \"{line}\")").Within("start");
                break;
            case "method":
                await session.InvokeMethodAsync($"iterm2.run_coprocess(commandLine: \"{line}\")").Within("start");
                break;
            case "trigger":
                await session.Triggers.AddAsync($$"""{"action":"CoprocessTrigger","regex":"^start it$","parameter":"{{line}}"}""").Within("trigger");
                await session.InjectAsync("\r\nstart it\r\n").Within("the line that fires");
                break;
            case "key":
                await session.PressKeysAsync(["F7"]).Within("key");
                break;
        }
    }

    [Fact]
    public async Task It_reads_its_own_session_only_from_the_byte_at_which_it_starts_and_every_byte_exactly()
    {
        var before = Encoding.Latin1.GetBytes("before the start");
        var data = Binary(300_000, seed: 1);
        var (first, second) = (await PrintingAsync(data), await PrintingAsync(before));
        await SeesAsync(first, "^ready$");

        await first.StartCoprocessAsync([$"cat > {Path("got")}; true"]).Within("start");
        await second.SendTextAsync("\n").Within("typing");
        await EndsAsync(second);
        await first.SendTextAsync("\n").Within("typing");
        await EndsAsync(first);

        Assert.Equal("sessionEnded 0", await EndedAsync());
        Assert.True(Same(data, await File.ReadAllBytesAsync(Path("got"))), "other bytes arrived");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twenty_megabytes_arrive_whole_at_full_speed(bool mute)
    {
        var data = Binary(20 << 20, seed: 2);
        var session = await PrintingAsync(data);
        await SeesAsync(session, "^ready$");
        var screen = await ScreenAsync(session);

        await session.StartCoprocessAsync([$"cat > {Path("got")}; true"], new CoprocessOptions { Mute = mute }).Within("start");
        await session.SendTextAsync("\n").Within("typing");
        await EndsAsync(session);
        await EndedAsync();

        Assert.True(Same(data, await File.ReadAllBytesAsync(Path("got"))), "other bytes arrived");
        if (mute) Assert.Equal(screen, await ScreenAsync(session));
    }

    [Fact]
    public async Task Twenty_megabytes_are_typed_whole_at_full_speed()
    {
        var data = Binary(20 << 20, seed: 3);
        await File.WriteAllBytesAsync(Path("data"), data);
        var session = await ShAsync($"stty raw -echo; echo ready; head -c {data.Length} > {Path("got")}");
        await SeesAsync(session, "^ready");

        await session.StartCoprocessAsync(["cat", Path("data")]).Within("start");
        await EndsAsync(session);

        Assert.True(Same(data, await File.ReadAllBytesAsync(Path("got"))), "other bytes arrived");
    }

    /// <summary>The line that fires stands in the middle of what the program prints in one go, far more than a turn reads.</summary>
    [Theory]
    [InlineData("CoprocessTrigger")]
    [InlineData("MuteCoprocessTrigger")]
    public async Task Started_by_a_trigger_in_the_middle_of_a_flood_it_has_every_byte_behind_the_line_that_fired_and_the_screen_every_one_before(string action)
    {
        var (before, after) = (Lines("before", 8_000), Lines("after", 8_000));
        var session = await PrintingAsync([.. before, .. "fire\r\n"u8, .. after]);
        await SeesAsync(session, "^ready");
        await session.Triggers.AddAsync($$"""{"action":"{{action}}","regex":"^fire$","parameter":"cat > {{Path("got")}}; true"}""").Within("trigger");

        await session.SendTextAsync("\n").Within("typing");
        await EndsAsync(session);
        await EndedAsync();

        Assert.True(Same([.. "\n"u8, .. after], await File.ReadAllBytesAsync(Path("got"))), "other bytes arrived");
        var screen = await ScreenAsync(session);
        Assert.EndsWith(action == "CoprocessTrigger" ? "after 7999" : "before 7999\nfire", screen);
        var lines = (await session.GetLineCountsAsync().Within("lines")).FirstScreenLine + screen.Split('\n').Length;
        Assert.Equal(action == "CoprocessTrigger" ? 1 + 8_000 + 1 + 8_000 : 1 + 8_000 + 1, lines);

        static byte[] Lines(string word, int count) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => $"{word} {i}\r\n")));
    }

    [Fact]
    public async Task There_is_at_most_one_whoever_asks_and_the_first_is_left_alone()
    {
        var session = await ShAsync("stty -echo; printf ready; read go; echo printed; read more");
        await SeesAsync(session, "^ready$");
        var first = await session.StartCoprocessAsync([$"cat > {Path("got")}; true"]).Within("start");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => session.StartCoprocessAsync(["cat"]).Within("second start"));
        var byFunction = await session.InvokeMethodAsync("iterm2.run_coprocess(commandLine: \"cat\")").Within("second start");
        await session.SendTextAsync("\n").Within("typing");

        Assert.Equal("CONFLICT", refused.Status);
        Assert.Equal("false", byFunction.GetRawText());
        Assert.Equal("alreadyRunning", (await NextAsync("coprocess.rejected")).GetProperty("why").GetString());
        await Processes.UntilAsync(() => File.Exists(Path("got")) && File.ReadAllText(Path("got")) == "printed\r\n", "the first coprocess reading on");
        Assert.Equal(first.Pid, (await session.GetCoprocessAsync().Within("status"))!.Pid);
    }

    [Fact]
    public async Task Functions_run_ask_for_and_stop_it_as_the_python_library_does()
    {
        var session = await ShAsync("stty -echo; echo ready; read go; echo printed; read more");
        await SeesAsync(session, "^ready$");

        Assert.Equal("null", await Method("iterm2.get_coprocess()"));
        Assert.Equal("true", await Method($"iterm2.run_coprocess(commandLine: \"cat > {Path("got")}; true\", mute: 1)"));
        Assert.Equal($"\"cat > {Path("got")}; true\"", await Method("iterm2.get_coprocess()"));
        var status = await session.GetCoprocessAsync().Within("status");
        Assert.Equal("true", await Method("iterm2.stop_coprocess()"));
        Assert.Equal("false", await Method("iterm2.stop_coprocess()"));

        Assert.Equal(("function", true), (status!.Source, status.Options.Mute));
        Assert.Equal("stopped SIGTERM", await EndedAsync());
        await Processes.GoneAsync(status.Pid);

        async Task<string> Method(string text) => (await session.InvokeMethodAsync(text).Within(text)).GetRawText();
    }

    [Fact]
    public async Task It_runs_in_the_directory_of_the_job_in_a_session_of_its_own_without_a_terminal()
    {
        var session = await RunAsync("sh", "-c", $"cd {_folder.FullName}; echo there; exec cat");
        await SeesAsync(session, "^there$");

        var started = await session.StartCoprocessAsync(
            ["pwd > where; echo $PWD >> where; echo $ITERM_SESSION_ID >> where; tty >> where; ps -o sid= -p $$ | tr -d ' ' >> where; ls /proc/$$/fd | tr '\\n' ' ' >> where"]).Within("start");
        await EndedAsync();

        var lines = await File.ReadAllLinesAsync(Path("where"));
        Assert.Equal([_folder.FullName, _folder.FullName], lines[..2]);
        Assert.EndsWith(session.Id, lines[2], StringComparison.Ordinal);
        Assert.Equal(("not a tty", $"{started.Pid}"), (lines[3], lines[4]));
        Assert.Equal(["0", "1", "2"], lines[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3));
    }

    [Fact]
    public async Task A_start_that_fails_says_why_and_what_was_printed_meanwhile_is_there()
    {
        var session = await ShAsync("echo printed; read more");

        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => session.StartCoprocessAsync(["/no/such/program", "x"]).Within("start"));
        var blank = await Assert.ThrowsAsync<RequestFailedException>(() => session.StartCoprocessAsync(["  "]).Within("start"));

        Assert.Equal("FAILED", missing.Status);
        Assert.Contains("/no/such/program", missing.Message, StringComparison.Ordinal);
        Assert.Equal("BAD_REQUEST", blank.Status);
        await SeesAsync(session, "^printed$");
    }

    [Fact]
    public async Task Its_exit_code_and_what_it_complained_of_are_told()
    {
        var session = await RunAsync("cat");

        await session.StartCoprocessAsync(["echo a complaint >&2; exit 3"]).Within("start");

        var ended = await NextAsync("coprocess.ended");
        Assert.Equal(("exited", 3, "a complaint\n"), (ended.GetProperty("reason").GetString(), ended.GetProperty("exitCode").GetInt32(), ended.GetProperty("stderr").GetString()));
    }

    [Theory]
    [InlineData("exec >&-; exec sleep 1000", "exited SIGTERM")]                                   // closes its output and works on
    [InlineData("trap '' TERM; exec >&-; while :; do sleep 1000; done", "exited SIGKILL")]        // and ignores SIGTERM
    public async Task One_that_closes_its_output_is_ended(string line, string end)
    {
        var session = await RunAsync("cat");

        var started = await session.StartCoprocessAsync([line]).Within("start");

        Assert.Equal(end, await EndedAsync());
        await Processes.GoneAsync(started.Pid);
    }

    [Fact]
    public async Task When_the_program_ends_it_reads_the_rest_and_then_the_end_of_its_input()
    {
        var session = await PrintingAsync("the rest"u8.ToArray());
        await SeesAsync(session, "^ready$");
        await session.StartCoprocessAsync([$"cat > {Path("got")}; echo dropped; exit 7"]).Within("start");

        await session.SendTextAsync("\n").Within("typing");

        Assert.Equal("sessionEnded 7", await EndedAsync());
        Assert.Equal("the rest", await File.ReadAllTextAsync(Path("got")));
    }

    [Theory]
    [InlineData("echo ready; exec sleep 1000", "sessionEnded SIGTERM")]
    [InlineData("trap '' TERM; echo ready; while :; do sleep 1000; done", "sessionEnded SIGKILL")]
    public async Task When_the_program_is_killed_one_that_does_not_heed_the_end_of_its_input_is_ended(string line, string end)
    {
        var session = await RunAsync("cat");
        var started = await session.StartCoprocessAsync([line]).Within("start");
        await SeesAsync(session, "^ready$");

        Processes.Kill((await session.GetInfoAsync().Within("info")).Pid!.Value);

        Assert.Equal(end, await EndedAsync());
        await Processes.GoneAsync(started.Pid);
        Assert.Null(await session.GetCoprocessAsync().Within("status"));
    }

    [Fact]
    public async Task Killed_by_force_it_leaves_the_session_as_it_was()
    {
        var session = await ShAsync("stty -echo; echo ready; while read line; do echo got $line; done");
        await SeesAsync(session, "^ready$");
        var started = await session.StartCoprocessAsync(["cat > /dev/null; true"], new CoprocessOptions { Mute = true, LockInput = true }).Within("start");

        var busy = await Assert.ThrowsAnyAsync<ActorTermException>(() => session.SendTextAsync("x\n").Within("typing"));
        Processes.Kill(started.Pid);
        Assert.Equal("exited SIGKILL", await EndedAsync());
        await session.SendTextAsync("typed\n").Within("typing");

        Assert.Contains("busy", busy.Message, StringComparison.Ordinal);
        await SeesAsync(session, "^got typed$");
    }

    [Fact]
    public async Task Killed_by_force_while_its_child_holds_its_output_it_is_released_in_silence_and_nothing_is_left()
    {
        var session = await RunAsync("cat");
        var started = await session.StartCoprocessAsync([$"sleep 1000 & echo $! > {Path("child")}; wait"]).Within("start");
        await Processes.UntilAsync(() => File.Exists(Path("child")) && File.ReadAllText(Path("child")).EndsWith('\n'), "the start of its child");
        var child = int.Parse(await File.ReadAllTextAsync(Path("child")), System.Globalization.CultureInfo.InvariantCulture);

        Processes.Kill(started.Pid);

        Assert.Equal("released SIGKILL", await EndedAsync());
        await Processes.GoneAsync(child);
        Assert.Null(await session.GetCoprocessAsync().Within("status"));
    }

    [Fact]
    public async Task A_restart_of_the_session_and_its_end_take_it_along()
    {
        var session = await RunAsync("cat");
        var first = await session.StartCoprocessAsync(["cat > /dev/null; true"]).Within("start");
        await session.RestartAsync().Within("restart");
        Assert.Equal("restart SIGTERM", await EndedAsync());
        Assert.Null(await session.GetCoprocessAsync().Within("status"));

        var second = await session.StartCoprocessAsync([$"trap '' TERM; echo > {Path("deaf")}; while :; do sleep 1000; done"]).Within("start");
        await Processes.UntilAsync(() => File.Exists(Path("deaf")), "its trap");
        await session.CloseAsync().Within("close");

        Assert.Equal("sessionClosed SIGKILL", await EndedAsync());
        await Processes.GoneAsync(first.Pid);
        await Processes.GoneAsync(second.Pid);
    }

    [Fact]
    public async Task Nothing_of_a_hundred_coprocesses_is_left_in_the_host()
    {
        var session = await RunAsync("cat");
        await session.StartCoprocessAsync(["exit 0"]).Within("start");
        await EndedAsync();
        var before = Processes.Descriptors(shared.Host.Pid);

        for (var i = 0; i < 100; i++)
        {
            var started = await session.StartCoprocessAsync([i % 2 == 0 ? "exit 0" : "exec sleep 1000"]).Within("start");
            if (i % 4 == 1) Processes.Kill(started.Pid);
            else if (i % 4 == 3) await session.StopCoprocessAsync().Within("stop");
            await EndedAsync();
            await Processes.GoneAsync(started.Pid);
        }

        await Processes.UntilAsync(() => Processes.Descriptors(shared.Host.Pid) <= before, $"the end of all descriptors beyond {before}");
    }

    [Fact]
    public async Task One_that_never_reads_under_a_flood_is_ended_as_stalled_and_the_flood_goes_on()
    {
        var session = await RunAsync("yes", "flood");

        var started = await session.StartCoprocessAsync(["exec sleep 1000"]).Within("start");

        Assert.Equal("unread", (await NextAsync("coprocess.stalled")).GetProperty("why").GetString());
        Assert.Equal("stalled SIGTERM", await EndedAsync());
        await Processes.GoneAsync(started.Pid);
        Assert.IsType<WaitResult.Matched>(await session.WaitAsync(new WaitOptions { Text = "^flood$", OnlyNew = true, Timeout = Patience.Limit }).Within("the flood"));
    }

    [Fact]
    public async Task A_cycle_of_two_that_print_without_end_and_never_read_is_broken()
    {
        var session = await RunAsync("yes", "flood");

        var started = await session.StartCoprocessAsync(["exec yes"]).Within("start");

        Assert.Equal("cycle", (await NextAsync("coprocess.stalled")).GetProperty("why").GetString());
        Assert.Equal("stalled SIGTERM", await EndedAsync());
        await Processes.GoneAsync(started.Pid);
        Assert.True((await session.GetInfoAsync().Within("info")).IsRunning);
    }

    [Fact]
    public async Task One_that_types_without_end_into_a_program_that_never_reads_blocks_in_its_write()
    {
        var session = await ShAsync("stty raw -echo; echo ready; exec sleep 1000");
        await SeesAsync(session, "ready");

        var started = await session.StartCoprocessAsync(["exec yes"]).Within("start");
        await Processes.UntilAsync(() => Processes.Written(started.Pid) > 64 * 1024, "a full pipe");
        for (var i = 0; i < 100; i++) await session.GetInfoAsync().Within("info");

        // Its pipe, a read, what may wait for the program, what the terminal holds; and once more for what is under way.
        Assert.InRange(Processes.Written(started.Pid), 1, 2 * (64 + 1 + 10 + 4) * 1024);
        Assert.NotNull(await session.GetCoprocessAsync().Within("status"));
    }

    [Fact]
    public async Task A_viewer_sees_its_icon_and_is_told()
    {
        var session = await RunAsync("cat");
        await using var viewer = await Attachment.OpenAsync(session.Id, new AttachOptions(80, 24), new ConnectOptions { Socket = shared.Host.Socket }).Within("attach");
        var messages = viewer.Messages.GetAsyncEnumerator();
        await messages.NextAsync("the first frame", one => one is AttachMessage.Frame);
        await viewer.CreditAsync();

        await session.StartCoprocessAsync(["cat > /dev/null; true"]).Within("start");
        var (icon, told) = (false, false);
        while (!icon || !told)
        {
            var one = await messages.NextAsync("icon and message");
            told |= one is AttachMessage.CoprocessChanged { Command: "cat > /dev/null; true" };
            if (one is not AttachMessage.Frame frame) continue;

            icon |= Encoding.UTF8.GetString(frame.Bytes.Span).Contains('⇄', StringComparison.Ordinal);
            await viewer.CreditAsync();
        }

        await session.StopCoprocessAsync().Within("stop");
        await messages.NextAsync("the end's message", one => one is AttachMessage.CoprocessChanged { Command: null });
        Assert.DoesNotContain('⇄', await ScreenAsync(session));
    }

    [Fact]
    public async Task A_viewer_that_goes_away_leaves_it_alone()
    {
        var session = await ShAsync("stty -echo; printf ready; while read line; do echo got $line; done");
        await SeesAsync(session, "^ready$");
        var started = await session.StartCoprocessAsync([$"cat > {Path("got")}; true"]).Within("start");
        var viewer = await Attachment.OpenAsync(session.Id, new AttachOptions(80, 24), new ConnectOptions { Socket = shared.Host.Socket }).Within("attach");
        var messages = viewer.Messages.GetAsyncEnumerator();
        await messages.NextAsync("the first frame", one => one is AttachMessage.Frame);

        await viewer.DisposeAsync();
        await session.SendTextAsync("on\n").Within("typing");
        await SeesAsync(session, "got on$");

        Assert.Equal(started.Pid, (await session.GetCoprocessAsync().Within("status"))!.Pid);
        await Processes.UntilAsync(() => File.ReadAllText(Path("got")) == "got on\r\n", "what it read");
    }

    [Fact]
    public async Task Its_variables_can_be_watched_which_is_the_icon_of_those_who_see_nothing()
    {
        var session = await RunAsync("cat");
        await using var changes = await session.WatchVariableAsync("coprocess.command").Within("subscription");
        var heard = changes.GetAsyncEnumerator();

        await session.StartCoprocessAsync(["cat > /dev/null; true"]).Within("start");
        var started = await heard.NextAsync("its command", change => change.Value.ValueKind == JsonValueKind.String);
        await session.StopCoprocessAsync().Within("stop");
        await heard.NextAsync("its end", change => change.Value.ValueKind == JsonValueKind.Null);

        Assert.Equal("cat > /dev/null; true", started.Value.GetString());
    }

    [Fact]
    public async Task When_the_host_is_killed_by_force_it_reads_the_end_of_its_input()
    {
        await using var host = await TestHost.StartAsync();
        await using var script = await host.ConnectAsync();
        var session = (await script.App.CreateSessionAsync(new NewSession { Command = ["cat"] }).Within("session")).Session;
        var started = await session.StartCoprocessAsync([$"cat > /dev/null; echo over > {Path("over")}"]).Within("start");

        Processes.Kill(host.Pid);

        await Processes.GoneAsync(started.Pid);
        await Processes.UntilAsync(() => File.Exists(Path("over")), "the end of its input");
    }

    /// <summary>A receiver as a silent coprocess takes a file from a program that sends one, and the other way round; nobody sees a byte of it.</summary>
    /// <remarks>
    /// lrzsz's sz flushes its terminal right behind its last two bytes (TCIOFLUSH), and on a pseudo-terminal they are often lost by that; then rz waits
    /// for them, ten seconds, three times, unless something else comes: hence the zeros of <see cref="UntilOver"/>.
    /// </remarks>
    [Theory]
    [InlineData("sz -b -q FROM/file", "cd TO && exec rz -b -q -y")]
    [InlineData("cd TO && rz -b -q -y", "exec sz -b -q FROM/file")]
    public async Task A_file_is_transferred_by_ZMODEM_in_silence(string program, string coprocess)
    {
        var (from, to) = (_folder.CreateSubdirectory("from").FullName, _folder.CreateSubdirectory("to").FullName);
        var data = Binary(5 << 20, seed: 4);
        await File.WriteAllBytesAsync(System.IO.Path.Combine(from, "file"), data);
        var go = await FifoAsync("go");
        var session = await ShAsync($"stty -echo; echo before; cat {go}; {Fill(program)}; code=$?; {UntilOver}; echo code $code");
        await SeesAsync(session, "^before$");

        await session.StartCoprocessAsync([Fill(coprocess)], new CoprocessOptions { Mute = true, LockInput = true }).Within("start");
        await File.WriteAllTextAsync(go, "").Within("the program's start");
        Assert.Equal("exited 0", await EndedAsync());
        await File.WriteAllTextAsync(Path("over"), "");
        await SeesAsync(session, "^code 0$");

        Assert.True(Same(data, await File.ReadAllBytesAsync(System.IO.Path.Combine(to, "file"))), "another file arrived");
        Assert.Equal("before\ncode 0", await ScreenAsync(session));

        string Fill(string line) => line.Replace("FROM", from, StringComparison.Ordinal).Replace("TO", to, StringComparison.Ordinal);
    }

    /// <summary>As above, and nobody starts anything: the first bytes of the protocol fire a trigger.</summary>
    [Theory]
    [InlineData("sz -b -q FROM/file", @"\*\*B0{14}", "cd TO && exec rz -b -q -y")]
    [InlineData("cd TO && rz -b -q -y", @"\*\*B0100", "exec sz -b -q FROM/file")]
    public async Task A_file_is_transferred_by_ZMODEM_when_a_trigger_sees_its_beginning(string program, string pattern, string coprocess)
    {
        var (from, to) = (_folder.CreateSubdirectory("from").FullName, _folder.CreateSubdirectory("to").FullName);
        var data = Binary(5 << 20, seed: 5);
        await File.WriteAllBytesAsync(System.IO.Path.Combine(from, "file"), data);
        var go = await FifoAsync("go");
        var session = await ShAsync($"stty -echo; cat {go}; {Fill(program)}; code=$?; {UntilOver}; echo; echo code $code");
        var trigger = new { action = "MuteCoprocessTrigger", regex = pattern, parameter = Fill(coprocess), lockInput = true };
        await session.Triggers.AddAsync(System.Text.Json.JsonSerializer.Serialize(trigger)).Within("trigger");

        await File.WriteAllTextAsync(go, "").Within("the program's start");
        Assert.Equal("exited 0", await EndedAsync());
        await File.WriteAllTextAsync(Path("over"), "");
        await SeesAsync(session, "^code 0$");

        Assert.True(Same(data, await File.ReadAllBytesAsync(System.IO.Path.Combine(to, "file"))), "another file arrived");
        Assert.Matches(@"^\*\*B0\w+\ncode 0$", await ScreenAsync(session));
        Assert.Equal(1, (await session.Triggers.ListAsync().Within("triggers"))[0].Fired);

        string Fill(string line) => line.Replace("FROM", from, StringComparison.Ordinal).Replace("TO", to, StringComparison.Ordinal);
    }

    /// <summary>For a shell: prints zeros, which no screen shows, until there is a file "over".</summary>
    private string UntilOver => $"until [ -e {Path("over")} ]; do printf '\\0'; sleep 0.1; done";

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Random bytes with every value among them.</summary>
    private static byte[] Binary(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < 256; i++) bytes[i] = (byte)i;
        return bytes;
    }

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);

    private async Task<string> FifoAsync(string name)
    {
        await System.Diagnostics.Process.Start("mkfifo", [Path(name)]).WaitForExitAsync().Within("mkfifo");
        return Path(name);
    }

    private async Task<Session> RunAsync(params string[] command) =>
        (await App.CreateSessionAsync(new NewSession { Command = command, Hold = true }).Within("session")).Session;

    private Task<Session> ShAsync(string line) => RunAsync("sh", "-c", line);

    /// <summary>A program that prints these bytes, and nothing else, when a line is typed.</summary>
    private async Task<Session> PrintingAsync(byte[] data)
    {
        var file = Path($"data-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(file, data);
        return await ShAsync($"stty -echo -opost; echo ready; read go; exec cat {file}");
    }

    private static async Task SeesAsync(Session session, string pattern)
    {
        var result = await session.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit }).Within($"/{pattern}/ on the screen");
        Assert.True(result is WaitResult.Matched, $"/{pattern}/ was not seen but {result}; the screen: {await ScreenAsync(session)}");
    }

    private static async Task EndsAsync(Session session) =>
        Assert.IsType<WaitResult.Exited>(await session.WaitAsync(new WaitOptions { Exit = true, Timeout = Patience.Limit }).Within("end of the program"));

    private static async Task<string> ScreenAsync(Session session) =>
        string.Join('\n', (await session.GetScreenAsync().Within("the screen")).Lines.Select(line => line.Text.TrimEnd())).TrimEnd();

    private async Task<JsonElement> NextAsync(string kind) => (await _heard.NextAsync(kind, one => one.Kind == kind)).Data;

    /// <summary>How the next one ended: reason, and exit code or signal.</summary>
    private async Task<string> EndedAsync()
    {
        var ended = await NextAsync("coprocess.ended");
        var how = ended.TryGetProperty("signal", out var signal) ? signal.GetString() : $"{ended.GetProperty("exitCode").GetInt32()}";
        return $"{ended.GetProperty("reason").GetString()} {how}";
    }
}
