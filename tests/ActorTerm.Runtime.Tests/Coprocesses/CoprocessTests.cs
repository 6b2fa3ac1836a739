using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public sealed class CoprocessTests : CoprocessKit
{
    protected override CoprocessSettings CoprocessSettings => new() { RelayBytes = 8, ReadBytes = 4, TypingBytes = 6, StderrCharacters = 20 };

    [Fact]
    public void What_the_program_prints_is_read_by_it_and_what_it_prints_is_typed()
    {
        var (made, pty) = Open();
        pty.Print("before");
        Settle(made.Session);
        var process = Begin(made);

        pty.Print("after");
        process.Print("answer\n");

        AwaitCondition(() => process.Input == "after" && pty.Input == "answer\n");
        Assert.Equal("beforeafter", Screen(made.Session));
    }

    [Fact]
    public void What_is_injected_is_not_for_it()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        AskSession<Accepted>(made.Session, new Inject("injected"u8.ToArray()));
        pty.Print("x");

        AwaitCondition(() => process.Input == "x");
    }

    [Fact]
    public void A_second_start_is_refused_and_told_once_a_second()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        Assert.Equal("copro", AskSession<StartAnswer.AlreadyRunning>(made.Session, Run("other")).Command);
        AskSession<StartAnswer.AlreadyRunning>(made.Session, Run("other"));
        AskSession<StartAnswer.AlreadyRunning>(made.Session, Run("third", source: CoprocessSource.Key));
        Time.Advance(TimeSpan.FromSeconds(1));
        AskSession<StartAnswer.AlreadyRunning>(made.Session, Run("other"));

        var rejected = Enumerable.Range(0, 3).Select(_ => Event(EventsProtocol.Kinds.CoprocessRejected)).ToList();
        Assert.Equal(["other", "third", "other"], rejected.Select(one => one.GetProperty("command").GetString()));
        Assert.Equal(["cli", "key", "cli"], rejected.Select(one => one.GetProperty("source").GetString()));
        Assert.All(rejected, one => Assert.Equal("alreadyRunning", one.GetProperty("why").GetString()));
        pty.Print("x");
        AwaitCondition(() => process.Input == "x");
        Assert.Empty(Ptys.Piped);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_command_is_refused(string line)
    {
        var (made, _) = Open();

        AskSession<StartAnswer.Blank>(made.Session, Run(line));
        AskSession<StartAnswer.Blank>(made.Session, new StartCoprocess(new CoprocessCommand.Program(line.Length == 0 ? [] : [line]), CoprocessOptions.None, CoprocessSource.Api));
    }

    [Fact]
    public void One_that_cannot_be_started_is_a_failed_start_and_leaves_the_place_free()
    {
        var (made, pty) = Open();
        Ptys.PipedRefusal = new PtySpawnException(PtySpawnFailure.NoSuchFile, "no such file: nothing (ENOENT)", "ENOENT");

        var failed = AskSession<StartAnswer.SpawnFailed>(made.Session, new StartCoprocess(new CoprocessCommand.Program(["nothing"]), CoprocessOptions.None, CoprocessSource.Api));
        Ptys.PipedRefusal = null;
        pty.Print("x");

        Assert.Equal("no such file: nothing (ENOENT)", failed.Text);
        Assert.Equal("spawnFailed", Event(EventsProtocol.Kinds.CoprocessRejected).GetProperty("why").GetString());
        Assert.Equal("x", Screen(made.Session));
        Begin(made);
    }

    [Fact]
    public void It_runs_in_a_shell_or_without_one_with_the_environment_of_the_session_and_no_cookie()
    {
        var (made, _) = Open(new SessionStart(Argv: ["cat"], Directory: "/usr", Environment: new Dictionary<string, string?> { ["ONLY"] = "the program's" }));

        var shell = Begin(made).Options;
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        AskSession<StartAnswer.Started>(made.Session, new StartCoprocess(new CoprocessCommand.Program(["tee", "a b"]), CoprocessOptions.None, CoprocessSource.Api));
        var program = Ptys.Piped.Take().Options;

        Assert.Equal(("/bin/sh", "-c copro"), (shell.FileName, string.Join(' ', shell.Arguments)));
        Assert.Equal(("tee", "a b"), (program.FileName, program.Arguments[0]));
        Assert.Equal(("/usr", "/usr"), (shell.WorkingDirectory, shell.Environment["PWD"]));
        Assert.Equal(made.Session.ToString(), shell.Environment["ITERM_SESSION_ID"].Split(':')[1]);
        Assert.Equal(shell.Environment["ITERM_SESSION_ID"], shell.Environment["TERM_SESSION_ID"]);
        Assert.Equal("ActorTerm", shell.Environment["TERM_PROGRAM"]);
        Assert.DoesNotContain("ITERM2_COOKIE", shell.Environment.Keys);
        Assert.DoesNotContain("ONLY", shell.Environment.Keys);
    }

    [Fact]
    public void It_runs_where_the_shell_says_it_is_or_else_where_the_session_began()
    {
        var (made, pty) = Open(new SessionStart(Argv: ["cat"], Directory: "/usr"));

        pty.Print("\e]7;file:///tmp\e\\");
        Settle(made.Session);
        Assert.Equal("/tmp", Begin(made).Options.WorkingDirectory);
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        pty.Print("\e]7;file://elsewhere/no/such/directory\e\\");
        Settle(made.Session);

        Assert.Equal("/usr", Begin(made).Options.WorkingDirectory);
    }

    [Fact]
    public void Its_variables_are_there_while_it_runs()
    {
        var (made, _) = Open();
        var process = Begin(made, new CoprocessOptions(Mute: true));

        Assert.Equal("copro", Variable(made.Session, "coprocess.command"));
        Assert.Equal($"{process.Pid}", Variable(made.Session, "coprocess.pid"));
        Assert.Equal("1", Variable(made.Session, "coprocess.mute"));
        Assert.EndsWith("Z", Variable(made.Session, "coprocess.startedAt"), StringComparison.Ordinal);
        Assert.Equal("copro", Settle(made.Session).Coprocess);
        Assert.Equal(process.Pid, AskSession<CoprocessStatus>(made.Session, GetCoprocess.Instance).Running!.Pid);
        var started = Event(EventsProtocol.Kinds.CoprocessStarted);
        Assert.Equal($$"""{"command":"copro","pid":{{process.Pid}},"mute":true,"source":"cli"}""", started.GetRawText());

        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        foreach (var name in (string[])["command", "pid", "mute", "startedAt"]) Assert.Null(Variable(made.Session, $"coprocess.{name}"));
        Assert.Null(Settle(made.Session).Coprocess);
        Assert.Null(AskSession<CoprocessStatus>(made.Session, GetCoprocess.Instance).Running);
    }

    [Fact]
    public void A_viewer_sees_an_icon_while_it_runs_and_the_screen_as_it_was_afterwards()
    {
        var (made, pty) = Open(new SessionStart(Argv: ["cat"], Columns: 20, Rows: 3));
        pty.Print("0123456789012345678X");
        var viewer = new FakeViewer();
        var attached = AskSession<Attached>(made.Session, new Attach(viewer, 20, 3, TakesSize: false, ReadOnly: false));
        AwaitCondition(() => viewer.Frames.Count == 1);

        Begin(made);
        Draw();
        AwaitCondition(() => viewer.Frames.Any(frame => frame.Contains('⇄')));
        Assert.Contains(viewer.News, news => news is CoprocessNews { Command: "copro" });
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        var before = viewer.Frames.Count;
        Draw();

        AwaitCondition(() => viewer.Frames.Skip(before).Any(frame => frame.Contains('X') && !frame.Contains('⇄')));
        Assert.Contains(viewer.News, news => news is CoprocessNews { Command: null });
        Assert.Equal("0123456789012345678X", Screen(made.Session));

        void Draw()
        {
            Settle(made.Session);
            attached.Viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Whoever_attaches_while_it_runs_sees_its_icon_in_the_first_frames()
    {
        var (made, _) = Open();
        Begin(made);
        var viewer = new FakeViewer();

        var attached = AskSession<Attached>(made.Session, new Attach(viewer, 80, 24, TakesSize: false, ReadOnly: false));
        AwaitCondition(() => viewer.Frames.Count == 1);
        attached.Viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        Time.Advance(TimeSpan.FromSeconds(1));

        AwaitCondition(() => viewer.Frames.Any(frame => frame.Contains('⇄')));
    }

    [Fact]
    public void While_muted_nothing_has_an_effect_and_no_query_is_answered()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(Mute: true));

        pty.Print("a\e[6n");
        AwaitCondition(() => process.Input == "a\e[6n");

        Assert.Equal("", Screen(made.Session));
        Assert.Equal("", pty.Input);
        AskSession<Accepted>(made.Session, new Inject("injected"u8.ToArray()));
        Assert.Equal("injected", Screen(made.Session));
    }

    [Fact]
    public void While_muted_nobody_is_told_that_the_screen_changed()
    {
        var (made, pty) = Open();
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.Of(made.Session), SessionEvents.Screen), Script.Ref);
        var process = Begin(made, new CoprocessOptions(Mute: true));

        pty.Print("muted");
        AwaitCondition(() => process.Input == "muted");
        Settle(made.Session);
        Time.Advance(TimeSpan.FromSeconds(1));
        Settle(made.Session);
        Script.ExpectNoMsg(TimeSpan.Zero);
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        pty.Print("shown");

        Script.ExpectMsg<ScreenChanged>();
    }

    [Fact]
    public void While_muted_queries_are_answered_if_that_was_asked_for()
    {
        var (made, pty) = Open();
        Begin(made, new CoprocessOptions(Mute: true, AnswerQueries: true));

        pty.Print("a\e[6n");

        AwaitCondition(() => pty.Input == "\e[1;1R");
        Assert.Equal("", Screen(made.Session));
    }

    [Fact]
    public void Locked_input_is_refused_as_busy_and_free_again_afterwards()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(LockInput: true));

        var refused = AskSession<Rejected>(made.Session, new SessionsProtocol.Type("x"));
        process.Print("its");
        AwaitCondition(() => pty.Input == "its");
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        AskSession<Accepted>(made.Session, new SessionsProtocol.Type("x"));

        Assert.Equal((Rejection.Busy, "busy: the coprocess copro has locked the session's input"), (refused.Why, refused.Text));
        Assert.Equal("itsx", pty.Input);
    }

    [Fact]
    public void Locked_input_drops_what_viewers_type_and_signals_go_through()
    {
        var (made, pty) = Open();
        var viewer = AskSession<Attached>(made.Session, new Attach(new FakeViewer(), 80, 24, TakesSize: false, ReadOnly: false)).Viewer;
        Begin(made, new CoprocessOptions(LockInput: true));

        viewer.Tell(new ViewerTyped("x\e[200~pasted\e[201~"u8.ToArray()), ActorRefs.NoSender);
        Settle(viewer);
        var pressed = AskSession<KeysTaken>(made.Session, new StrikeKeys(["y"])).Keys;
        AskSession<Accepted>(made.Session, new Signal(PtySignal.Interrupt));

        Assert.Contains("has locked the session's input", Assert.Single(pressed).Error);
        Assert.Equal((PtySignal.Interrupt, true), Assert.Single(pty.Signals));
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void Its_line_feeds_are_typed_as_returns_if_that_was_asked_for()
    {
        var (made, pty) = Open();

        Begin(made, new CoprocessOptions(Newline: CoprocessNewline.Cr)).Print("a\nb\r\n");

        AwaitCondition(() => pty.Input == "a\rb\r\r");
    }

    [Fact]
    public void What_it_types_is_not_copied_to_the_sessions_that_type_together_with_its_own_and_is_no_key()
    {
        Keys.Global = Runtime.Keys.KeysProtocol.KeyMap.TryParse(Language.Value.Parse("""{"0x78-0x0":{"Action":12,"Text":"bound"}}"""), out var map, out var error) ? map : throw new FormatException(error);
        var (made, pty) = Open();
        var (other, otherPty) = Open(window: made.Window);
        Ask<WorkspaceProtocol.Done>(new WorkspaceProtocol.SetBroadcast([[SessionTarget.Of(made.Session), SessionTarget.Of(other.Session)]]));
        var process = Begin(made);

        process.Print("x");
        AwaitCondition(() => pty.Input == "x");
        AskSession<KeysTaken>(made.Session, new StrikeKeys(["x"]));

        AwaitCondition(() => otherPty.Input == "bound");
        Assert.Equal("xbound", pty.Input);
    }

    [Fact]
    public void What_it_types_does_not_get_between_the_brackets_of_a_paste()
    {
        var (made, pty) = Open();
        pty.Print("\e[?2004h");
        var viewer = AskSession<Attached>(made.Session, new Attach(new FakeViewer(), 80, 24, TakesSize: false, ReadOnly: false)).Viewer;
        var process = Begin(made);

        viewer.Tell(new ViewerTyped("\e[200~one"u8.ToArray()), ActorRefs.NoSender);
        AwaitCondition(() => pty.Input == "\e[200~one");
        process.Print("typed");
        Settle(made.Session);
        viewer.Tell(new ViewerTyped("two\e[201~"u8.ToArray()), ActorRefs.NoSender);

        AwaitCondition(() => pty.Input == "\e[200~onetwo\e[201~typed");
    }

    [Fact]
    public void It_is_read_no_further_while_the_program_leaves_as_much_unread_as_it_may_type()
    {
        var (made, pty) = Open();
        pty.AcceptOnly(0);
        var process = Begin(made);

        process.Print("0123456789abcdef");
        AwaitCondition(() => process.LeftToRead == 8);      // 4 wait for the program, 4 are too many to be typed more before they are gone
        Settle(made.Session);
        Assert.Equal(8, process.LeftToRead);
        pty.ReadOn();

        AwaitCondition(() => pty.Input == "0123456789abcdef");
    }

    [Fact]
    public void A_program_is_read_no_further_while_its_coprocess_does_not_read()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        process.AcceptOnly(3);

        pty.Print("0123456789ABCDEF");
        AwaitCondition(() => pty.LeftToRead == 5 && process.Input == "012");
        Settle(made.Session);
        Assert.Equal((5, PtyInterest.None), (pty.LeftToRead, pty.Armed));
        Assert.Equal("0123456789A", Screen(made.Session));
        process.AcceptOnly(long.MaxValue);

        AwaitCondition(() => process.Input == "0123456789ABCDEF");
        AwaitCondition(() => Screen(made.Session) == "0123456789ABCDEF");
    }

    [Fact]
    public void One_that_reads_nothing_for_the_full_time_is_stalled_and_the_program_goes_on()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        process.AcceptOnly(0);
        pty.Print("0123456789");
        AwaitCondition(() => pty.LeftToRead == 2);

        Pass(29.9);
        Assert.Empty(process.Signals);
        Pass(0.1);

        Assert.Equal("unread", Event(EventsProtocol.Kinds.CoprocessStalled).GetProperty("why").GetString());
        AwaitCondition(() => pty.LeftToRead == 0 && process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));
        Assert.Equal("stalled", Event(EventsProtocol.Kinds.CoprocessEnded).GetProperty("reason").GetString());
        Assert.Equal("0123456789", Screen(made.Session));

        void Pass(double seconds)
        {
            Settle(made.Session);
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public void When_the_program_is_gone_one_that_reads_nothing_of_what_it_left_has_the_end_grace()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        process.AcceptOnly(0);
        pty.Print("0123456789ab");
        AwaitCondition(() => pty.LeftToRead == 4);
        Pass(20);

        pty.BeginExit();
        Pass(1.9);
        Assert.Empty(process.Signals);
        process.AcceptOnly(2);                              // a byte that is read starts the time anew
        AwaitCondition(() => pty.LeftToRead == 2);
        Pass(1.9);
        Assert.Empty(process.Signals);
        Pass(0.1);

        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate) && pty.LeftToRead == 0);
        pty.Exit(PtyExit.BySignal(PtySignal.Kill));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));
        Assert.Equal("sessionEnded", Event(EventsProtocol.Kinds.CoprocessEnded).GetProperty("reason").GetString());
        AwaitCondition(() => Settle(made.Session).State == SessionState.Ended);
        Assert.Equal("0123456789ab", Screen(made.Session));

        void Pass(double seconds)
        {
            Settle(made.Session);
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public void A_cycle_in_which_everybody_waits_is_ended_after_the_cycle_time()
    {
        var (made, pty) = Open();
        pty.AcceptOnly(0);
        var process = Begin(made);
        process.AcceptOnly(0);
        process.Print("0123456789ab");
        AwaitCondition(() => process.LeftToRead == 4);
        pty.Print("0123456789");
        AwaitCondition(() => pty.LeftToRead == 2);

        Settle(made.Session);
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("cycle", Event(EventsProtocol.Kinds.CoprocessStalled).GetProperty("why").GetString());
        AwaitCondition(() => pty.LeftToRead == 0);
    }

    [Fact]
    public void One_started_to_be_killed_when_it_does_not_read_is()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(OnStdinFull: StdinFull.Kill));
        process.AcceptOnly(0);

        pty.Print("0123456789");
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal("stdinFull", Event(EventsProtocol.Kinds.CoprocessEnded).GetProperty("reason").GetString());
        Assert.Equal("0123456789", Screen(made.Session));
    }

    [Fact]
    public void One_started_without_bound_may_leave_everything_unread()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(OnStdinFull: StdinFull.Unbounded));
        process.AcceptOnly(0);

        pty.Print(new string('x', 100_000));
        AwaitCondition(() => pty.LeftToRead == 0);
        Settle(made.Session);
        Time.Advance(TimeSpan.FromMinutes(1));
        process.AcceptOnly(long.MaxValue);

        AwaitCondition(() => process.Input.Length == 100_000);
    }

    [Fact]
    public void One_that_closes_only_its_input_may_type_on_and_nothing_is_kept_for_it()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        process.AcceptOnly(-1);

        pty.Print(new string('x', 1000));
        AwaitCondition(() => pty.LeftToRead == 0);
        process.Print("still here");

        AwaitCondition(() => pty.Input == "still here");
    }
}
