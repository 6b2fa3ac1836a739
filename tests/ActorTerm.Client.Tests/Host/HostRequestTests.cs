using ActorTerm.Protocol.Host;

namespace ActorTerm.Client.Tests;

public sealed class HostRequestTests : IAsyncLifetime
{
    private const long Noon = 1763726400000;

    private StandInHost _host = null!;
    private Connection _connection = null!;

    private App App => _connection.App;

    private IEnumerable<HostRequest> Requests => _host.Seen.Select(request => request.Actorterm);

    public async Task InitializeAsync()
    {
        _host = await StandInHost.StartAsync();
        _connection = await _host.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_host_introduces_itself()
    {
        _host.WhenHost(_ => new()
        {
            Hello = new()
            {
                Host = new() { Version = "0.1.0", Pid = 7, HostId = "h", StartedAtMs = Noon, Socket = "/s", StateDirectory = "/d", Cookie = "c", AttachLeader = "C-b" },
            },
        });

        var info = await App.GetHostInfoAsync();

        var expected = new Client.HostInfo("0.1.0", 7, "h", DateTimeOffset.FromUnixTimeMilliseconds(Noon), "/s", null, "/d", null, null, "c", "C-b");
        Assert.Equal(expected, info);
    }

    [Fact]
    public async Task A_session_is_made_as_it_was_described()
    {
        _host.WhenHost(_ => new() { NewSession = new() { SessionId = "A", WindowId = "pty-1", TabId = "7" } });

        var made = await App.CreateSessionAsync(new NewSession
        {
            Command = ["top", "-d", "1"],
            Environment = new Dictionary<string, string?> { ["LANG"] = "C.UTF-8", ["LESS"] = null },
            WorkingDirectory = "/tmp",
            Columns = 132,
            Rows = 43,
            Name = "load",
            Profile = "Default",
            Placement = new Placement.TabOf("pty-1", 0),
            Select = false,
            Hold = true,
        });
        await App.CreateSessionAsync(new NewSession());
        await App.CreateSessionAsync(new NewSession { Placement = new Placement.SplitOf("A", Vertical: true) });

        Assert.Equal(new Created(App.Window("pty-1"), App.Tab("7"), App.Session("A")), made);
        NewSessionRequest[] expected =
        [
            new()
            {
                Argv = { "top", "-d", "1" },
                Env = { new EnvironmentVariable { Name = "LANG", Value = "C.UTF-8" }, new EnvironmentVariable { Name = "LESS" } },
                Cwd = "/tmp",
                Columns = 132,
                Rows = 43,
                Name = "load",
                Profile = "Default",
                Tab = new() { WindowId = "pty-1", Index = 0 },
                Select = false,
                Hold = true,
            },
            new(),
            new() { Split = new() { Session = "A", Vertical = true, Before = false } },
        ];
        Assert.Equal(expected, Requests.Select(request => request.NewSession));
    }

    [Fact]
    public async Task Sessions_are_listed_running_and_ended()
    {
        var running = new Protocol.Host.SessionInfo
        {
            Id = "A",
            Name = "load",
            Title = "load (top)",
            Command = { "top", "-d", "1" },
            Pid = 9,
            State = Protocol.Host.SessionInfo.Types.State.Running,
            Columns = 80,
            Rows = 24,
            CreatedAtMs = Noon,
            WindowId = "pty-1",
            TabId = "7",
            Viewers = 2,
            Coprocess = "cat",
            Host = "h",
            Active = true,
            Job = "top",
            Cwd = "/tmp",
            Tty = "/dev/pts/3",
            Generation = 1,
        };
        var ended = new Protocol.Host.SessionInfo { Id = "B", State = Protocol.Host.SessionInfo.Types.State.Ended, ExitCode = 3, CreatedAtMs = Noon, EndedAtMs = Noon + 1 };
        var killed = new Protocol.Host.SessionInfo { Id = "C", State = Protocol.Host.SessionInfo.Types.State.Ended, Signal = "SIGKILL" };
        _host.WhenHost(_ => new() { ListSessionInfo = new() { Sessions = { running, ended, killed } } });

        var sessions = await App.ListSessionsAsync();

        var at = DateTimeOffset.FromUnixTimeMilliseconds(Noon);
        var expected = new Client.SessionInfo("A", "load", "load (top)", sessions[0].Command, 9, null, 80, 24, at, null, "pty-1", "7", 2, "cat", "h", true, "top", "/tmp", "/dev/pts/3", 1);
        Assert.Equal(expected, sessions[0]);
        Assert.Equal(["top", "-d", "1"], sessions[0].Command);
        Assert.Equal([true, false, false], sessions.Select(session => session.IsRunning));
        Assert.Equal(["exit 3", "SIGKILL"], sessions.Skip(1).Select(session => session.End!.ToString()));
        Assert.Equal(at.AddMilliseconds(1), sessions[1].EndedAt);
    }

    [Fact]
    public async Task A_session_is_signalled_renamed_and_typed_at()
    {
        _host.WhenHost(request => request.RequestCase switch
        {
            HostRequest.RequestOneofCase.Kill => new() { Kill = new() },
            HostRequest.RequestOneofCase.Rename => new() { Rename = new() },
            _ => new() { SendKeys = new() },
        });
        var session = App.Session("A");

        await session.SignalAsync("INT");
        await session.RenameAsync("n");
        await session.RenameAsync(null);
        await session.SendKeysAsync("C-c", "Up");

        HostRequest[] expected =
        [
            new() { Kill = new() { Session = "A", Signal = "INT" } },
            new() { Rename = new() { Session = "A", Name = "n" } },
            new() { Rename = new() { Session = "A" } },
            new() { SendKeys = new() { Session = "A", Keys = { "C-c", "Up" } } },
        ];
        Assert.Equal(expected, Requests);
    }

    [Fact]
    public async Task Text_is_captured_with_its_place()
    {
        var line = new CaptureResponse.Types.Line { Text = "one", Wrapped = true };
        _host.WhenHost(_ => new() { Capture = new() { Lines = { line, new CaptureResponse.Types.Line() }, FirstLine = 5000000000, Columns = 80, Rows = 24, CursorColumn = 1, CursorLine = 2 } });
        var session = App.Session("A");

        var capture = await session.CaptureAsync(new CaptureOptions { Start = -100, End = 24, Ansi = true, JoinWrapped = true });
        await session.CaptureAsync();
        await session.CaptureAsync(CaptureOptions.Everything);

        Assert.Equal([new CapturedLine("one", true), new CapturedLine("", false)], capture.Lines);
        Assert.Equal((5000000000, 80, 24, new Cursor(1, 2)), (capture.FirstLine, capture.Columns, capture.Rows, capture.Cursor));
        CaptureRequest[] expected =
        [
            new() { Session = "A", Start = -100, End = 24, Ansi = true, JoinWrapped = true },
            new() { Session = "A" },
            new() { Session = "A", Start = long.MinValue },
        ];
        Assert.Equal(expected, Requests.Select(request => request.Capture));
    }

    public static TheoryData<WaitResponse, WaitResult> Waits { get; } = new()
    {
        { new() { Outcome = WaitResponse.Types.Outcome.Matched, Line = "$ ", LineNumber = 12 }, new WaitResult.Matched("$ ", 12) },
        { new() { Outcome = WaitResponse.Types.Outcome.Exited, ExitCode = 3 }, new WaitResult.Exited(new SessionEnd(3, null)) },
        { new() { Outcome = WaitResponse.Types.Outcome.Idle }, new WaitResult.Idle() },
        { new() { Outcome = WaitResponse.Types.Outcome.TimedOut }, new WaitResult.TimedOut() },
    };

    [Theory, MemberData(nameof(Waits))]
    public async Task A_wait_says_what_ended_it(WaitResponse answer, WaitResult expected)
    {
        _host.WhenHost(_ => new() { Wait = answer });

        var result = await App.Session("A").WaitAsync(new WaitOptions { Text = "\\$ $", OnlyNew = true, Exit = true, Idle = TimeSpan.FromSeconds(2), Timeout = TimeSpan.FromSeconds(9) });

        Assert.Equal(expected, result);
        var request = new WaitRequest { Session = "A", Text = "\\$ $", OnlyNew = true, Exit = true, IdleMs = 2_000, TimeoutMs = 9_000 };
        Assert.Equal([request], Requests.Select(it => it.Wait));
    }

    [Fact]
    public async Task Alerts_are_listed_looked_up_and_heard()
    {
        var raised = new Protocol.Host.Alert { Id = "11", TimeMs = Noon, Source = "api", Session = "A", Invocation = "show()", Message = "In call to show: boom", Chain = { "show" }, Traceback = "at line 1" };
        _host.WhenHost(request => request.RequestCase switch
        {
            HostRequest.RequestOneofCase.ListAlerts => new() { ListAlerts = new() { Alerts = { raised } } },
            HostRequest.RequestOneofCase.GetAlert => new() { GetAlert = new() { Alert = raised } },
            _ => new() { Subscribe = new() },
        });

        var listed = (await App.ListAlertsAsync(after: "10", session: "A", limit: 5)).Single();
        var looked = await App.GetAlertAsync("11");
        await using var alerts = await App.WatchAlertsAsync();
        await _host.NotifyAsync(new() { Actorterm = new() { Alert = new() { Id = "12", Message = "Timeout" } } });
        await using var reading = alerts.GetAsyncEnumerator();
        var heard = await reading.NextAsync();

        var expected = new Client.Alert("11", DateTimeOffset.FromUnixTimeMilliseconds(Noon), "api", "A", "show()", "In call to show: boom", listed.Chain, "at line 1");
        Assert.Equal(expected, listed);
        Assert.Equal(["show"], listed.Chain);
        Assert.Equal("11", looked.Id);
        Assert.Equal(("12", null, null, null), (heard.Id, heard.SessionId, heard.Invocation, heard.Traceback));
        Assert.Equal(new ListAlertsRequest { After = "10", Session = "A", Limit = 5 }, Requests.First().ListAlerts);
    }

    [Fact]
    public async Task What_a_connection_wants_to_hear_is_said_as_a_whole_each_time()
    {
        _host.WhenHost(_ => new() { Subscribe = new() });

        var alerts = await App.WatchAlertsAsync();
        var ends = await App.WatchEventsAsync(["session.ended", "session.created"]);
        var again = await App.WatchEventsAsync(["session.ended"]);
        await alerts.DisposeAsync();
        await ends.DisposeAsync();
        await again.DisposeAsync();

        SubscribeRequest[] expected =
        [
            new() { Alerts = true },
            new() { Alerts = true, EventKinds = { "session.created", "session.ended" } },
            new() { Alerts = false, EventKinds = { "session.created", "session.ended" } },
            new() { Alerts = false, EventKinds = { "session.ended" } },
            new() { Alerts = false },
        ];
        Assert.Equal(expected, Requests.Select(request => request.Subscribe));
    }

    [Fact]
    public async Task Events_are_heard_by_kind_or_all_of_them()
    {
        _host.WhenHost(_ => new() { Subscribe = new() });

        await using var ends = await App.WatchEventsAsync(["session.ended"]);
        await using var all = await App.WatchEventsAsync();
        await _host.NotifyAsync(new() { Actorterm = new() { Event = new() { Kind = "script.connected", TimeMs = Noon } } });
        await _host.NotifyAsync(new() { Actorterm = new() { Event = new() { Kind = "session.ended", Session = "A", Json = """{"exitCode":3}""" } } });
        await using var readingEnds = ends.GetAsyncEnumerator();
        await using var readingAll = all.GetAsyncEnumerator();
        var (end, first) = (await readingEnds.NextAsync(), await readingAll.NextAsync());

        Assert.Equal(("session.ended", "A", 3), (end.Kind, end.SessionId, end.Data.GetProperty("exitCode").GetInt32()));
        Assert.Equal(("script.connected", null, "{}"), (first.Kind, first.SessionId, first.Data.GetRawText()));
        Assert.Equal(["*", "session.ended"], Requests.Last().Subscribe.EventKinds);
    }

    [Fact]
    public async Task Functions_are_listed_with_their_script_and_its_record()
    {
        var add = new Protocol.Host.FunctionInfo
        {
            Signature = "add(a,b)",
            Arguments = { "b", "a" },
            TimeoutSeconds = 5,
            Connection = "c-1",
            Script = "arithmetic.cs",
            RegisteredAtMs = Noon,
            InFlight = 1,
            Calls = 10,
            Failures = 2,
            Timeouts = 1,
            Late = 1,
            MeanMs = 0.25,
            MaxMs = 12.5,
            Defaults = { new Protocol.Host.FunctionInfo.Types.Default { Argument = "a", Path = "id?" } },
        };
        var count = new Protocol.Host.FunctionInfo { Signature = "iterm2.count(array)", Builtin = true };
        _host.WhenHost(_ => new() { ListFunctions = new() { Functions = { add, count } } });

        var functions = await App.ListFunctionsAsync(builtIn: true);

        Assert.Equal(["add(a,b)", "iterm2.count(array)"], functions.Select(function => function.Signature));
        Assert.Equal(["b", "a"], functions[0].Arguments);
        Assert.Equal("id?", functions[0].Defaults["a"]);
        var record = new RegisteredFunction(
            "c-1", "arithmetic.cs", TimeSpan.FromSeconds(5), DateTimeOffset.FromUnixTimeMilliseconds(Noon), 1, 10, 2, 1, 1,
            TimeSpan.FromMilliseconds(0.25), TimeSpan.FromMilliseconds(12.5));
        Assert.Equal(record, functions[0].Registered);
        Assert.True(functions[1].IsBuiltIn);
        Assert.True(Requests.Single().ListFunctions.Builtin);
    }

    [Fact]
    public async Task The_host_says_how_it_is()
    {
        var check = new DoctorResponse.Types.Check { Name = "open-files", Outcome = DoctorResponse.Types.Check.Types.Outcome.Warning, Detail = "1024 descriptors", Remedy = "raise RLIMIT_NOFILE" };
        var counter = new DoctorResponse.Types.Counter { Name = "invocations.in-flight", Value = 3 };
        _host.WhenHost(_ => new() { Doctor = new() { Checks = { check }, Counters = { counter } } });

        var health = await App.GetHealthAsync();

        Assert.Equal([new HealthCheck("open-files", HealthOutcome.Warning, "1024 descriptors", "raise RLIMIT_NOFILE")], health.Checks);
        Assert.Equal(3, health.Counters["invocations.in-flight"]);
    }

    [Theory]
    [InlineData("active", "BB22")]
    [InlineData("aa", "AA11")]
    [InlineData("web", "BB22")]
    public async Task A_session_is_found_by_what_people_write(string text, string id)
    {
        _host.WhenHost(_ => new() { ListSessionInfo = Two });

        Assert.Equal(id, (await App.FindSessionAsync(text)).Id);
    }

    [Fact]
    public async Task So_are_tabs_and_windows()
    {
        _host.WhenHost(_ => new() { ListSessionInfo = Two });

        Assert.Equal("8", (await App.FindTabAsync("active")).Id);
        Assert.Equal("7", (await App.FindTabAsync("7")).Id);
        Assert.Equal("pty-22", (await App.FindWindowAsync("2")).Id);
        Assert.Equal("there is no window `3`", (await Assert.ThrowsAsync<SelectionException>(() => App.FindWindowAsync("3"))).Message);
    }

    private static ListSessionInfoResponse Two { get; } = new()
    {
        Sessions =
        {
            new Protocol.Host.SessionInfo { Id = "AA11", Name = "shell", TabId = "7", WindowId = "pty-11" },
            new Protocol.Host.SessionInfo { Id = "BB22", Name = "web", TabId = "8", WindowId = "pty-22", Active = true },
        },
    };
}
