using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class SessionActorTests : WorkspaceKit
{
    protected override SessionSettings Settings => new() { WriteQueueSoftBytes = 4, WriteQueueHardBytes = 16 };

    [Fact]
    public void What_the_program_prints_stands_on_the_screen()
    {
        var (made, pty) = Open();

        pty.Print("hello \e[31mred\e[m\r\nworld");

        var screen = AskSession<BufferContents>(made.Session, new ReadBuffer(new VisibleScreen(), WithStyles: true));
        Assert.Equal(["hello red", "world"], screen.Lines.Take(2).Select(line => line.Text));
        Assert.Equal((5, 1L), (screen.CursorX, screen.CursorY));
        Assert.Equal([6, 3], screen.Lines[0].Styles.Select(run => run.Length));
    }

    [Fact]
    public void A_captured_line_with_sequences_looks_as_it_did()
    {
        var (made, pty) = Open();

        pty.Print("a \e[1;31mb\e[m c");

        var captured = AskSession<Captured>(made.Session, new Capture(0, 1, Ansi: true, JoinWrapped: false));
        Assert.Equal("a \e[1;31mb\e[m c", Assert.Single(captured.Lines).Text);
    }

    [Fact]
    public void Wrapped_lines_are_one_when_asked_for()
    {
        var (made, pty) = Open(new SessionStart(Argv: ["cat"], Columns: 4, Rows: 3));

        pty.Print("abcdefgh");

        var captured = AskSession<Captured>(made.Session, new Capture(null, null, Ansi: false, JoinWrapped: true));
        Assert.Equal("abcdefgh", captured.Lines[0].Text);
    }

    [Fact]
    public void A_writer_waits_above_the_soft_bound_and_is_refused_at_the_hard_one()
    {
        var (made, pty) = Open();
        pty.AcceptOnly(0);
        var waiting = CreateTestProbe();

        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new SessionsProtocol.Type("12345678")), waiting.Ref);
        var refused = AskSession<Rejected>(made.Session, new SessionsProtocol.Type("123456789"));
        Assert.Equal(Rejection.Backpressure, refused.Why);
        waiting.ExpectNoMsg(TimeSpan.Zero);
        pty.ReadOn();

        waiting.ExpectMsg<Accepted>();
        Assert.Equal("12345678", pty.Input);
    }

    [Fact]
    public void A_program_that_ignores_the_hangup_is_killed_after_the_grace_period()
    {
        var (made, pty) = Open();

        Tree.Tell(new WorkspaceProtocol.CloseSessions([made.Session]), Script.Ref);
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Assert.Contains((PtySignal.Hangup, false), pty.Signals);
        Assert.DoesNotContain((PtySignal.Kill, false), pty.Signals);
        Time.Advance(TimeSpan.FromSeconds(5));
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Assert.Contains((PtySignal.Kill, false), pty.Signals);
        pty.Exit(PtyExit.BySignal(PtySignal.Kill));

        Script.ExpectMsg<WorkspaceProtocol.Closed>();
        AwaitCondition(() => pty.Disposed);
    }

    [Fact]
    public void A_restart_ends_the_program_and_runs_it_again_under_the_same_id()
    {
        var (made, pty) = Open();
        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new Restart(OnlyIfEnded: false)), Script.Ref);
        AskSession<SessionInfo>(made.Session, new GetInfo());

        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Script.ExpectMsg<Accepted>();
        var again = Ptys.Spawned.Take();
        var info = AskSession<SessionInfo>(made.Session, new GetInfo());
        Assert.Equal((SessionState.Running, 1, again.Pid), (info.State, info.Generation, info.Pid));

        again.Print("second life");
        var screen = AskSession<BufferContents>(made.Session, new ReadBuffer(new VisibleScreen(), false));
        Assert.Contains("second life", screen.Lines.Select(line => line.Text));
        Assert.Equal(PtyInterest.Read, again.Armed);
    }

    [Fact]
    public void A_restart_keeps_the_screen_and_ends_the_modes_of_the_old_program()
    {
        var (made, pty) = Open();
        pty.Print("before\e[?1049hfull screen\e[?2004h");
        AskSession<SessionInfo>(made.Session, new GetInfo());
        pty.Exit(PtyExit.Code(0));
        AskSession<Accepted>(made.Session, new Restart(OnlyIfEnded: true));

        Ptys.Spawned.Take().Print("after");

        var screen = AskSession<BufferContents>(made.Session, new ReadBuffer(new VisibleScreen(), false));
        Assert.Equal(["before", "after"], screen.Lines.Select(line => line.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public void A_program_that_holds_frames_back_too_long_is_shown_half_drawn()
    {
        var (made, pty) = Open();
        var viewer = new FakeViewer();
        var attached = AskSession<Attached>(made.Session, new Attach(viewer, 80, 24, TakesSize: false, ReadOnly: false));
        AwaitCondition(() => viewer.Frames.Count == 1);

        pty.Print("\e[?2026hhalf");
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Time.Advance(TimeSpan.FromMilliseconds(150));
        attached.Viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);

        AwaitCondition(() => viewer.Frames.Any(frame => frame.Contains("half", StringComparison.Ordinal)));
    }

    [Fact]
    public void Resizes_in_quick_succession_reach_the_program_as_the_last_one()
    {
        var (made, pty) = Open();
        Time.Advance(TimeSpan.FromSeconds(1));

        foreach (var columns in (int[])[90, 91, 92]) AskSession<Accepted>(made.Session, new Resize(columns, 30));
        Time.Advance(TimeSpan.FromMilliseconds(200));
        AskSession<SessionInfo>(made.Session, new GetInfo());

        Assert.Equal([(90, 30), (92, 30)], pty.Sizes);
    }

    [Fact]
    public void A_wait_for_text_is_answered_with_the_line_that_matches()
    {
        var (made, pty) = Open();
        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new WaitFor("^done", false, null, null)), Script.Ref);

        pty.Print("working\r\ndone: 3 files\r\n");

        Assert.Equal(new TextMatched("done: 3 files", 1), Script.ExpectMsg<TextMatched>());
    }

    [Fact]
    public void A_wait_ends_with_the_program_or_with_its_time()
    {
        var (made, pty) = Open();
        var target = SessionTarget.Of(made.Session);
        var patient = CreateTestProbe();
        Tree.Tell(new WorkspaceProtocol.ToSession(target, new WaitFor("never", false, null, TimeSpan.FromSeconds(2))), Script.Ref);
        Tree.Tell(new WorkspaceProtocol.ToSession(target, new WaitFor("never", false, null, null)), patient.Ref);
        AskSession<SessionInfo>(made.Session, new GetInfo());

        Time.Advance(TimeSpan.FromSeconds(2));
        Script.ExpectMsg<WaitedTooLong>();
        pty.Exit(PtyExit.Code(0));

        Assert.Equal(0, patient.ExpectMsg<ProgramEnded>().Exit.Code);
    }

    [Fact]
    public void A_pattern_that_is_none_is_refused_with_the_reason()
    {
        var (made, _) = Open();

        var refused = AskSession<Rejected>(made.Session, new WaitFor("(", false, null, null));

        Assert.Equal(Rejection.BadValue, refused.Why);
        Assert.Contains("(", refused.Text);
    }

    [Fact]
    public void Prompts_are_followed_and_told_to_those_who_asked()
    {
        var (made, pty) = Open();
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.Of(made.Session), SessionEvents.PromptStart | SessionEvents.CommandStart | SessionEvents.CommandEnd), Script.Ref);
        Settle(Tree);

        pty.Print("\e]133;A\a$ \e]133;B\amake\r\n\e]133;C\aok\r\n\e]133;D;2\a");

        var shown = Script.ExpectMsg<PromptShown>();
        Assert.Equal("make", Script.ExpectMsg<CommandStarted>().Command);
        var finished = Script.ExpectMsg<CommandFinished>();
        Assert.Equal((shown.Prompt.Id, 2), (finished.PromptId, finished.Status));
    }

    [Fact]
    public void A_name_that_a_person_gave_stays_whatever_the_program_says()
    {
        var (made, pty) = Open();
        pty.Print("\e]1;by program\a");
        Assert.Equal("by program", AskSession<SessionInfo>(made.Session, new GetInfo()).Name);

        AskSession<WorkspaceProtocol.Done>(made.Session, new Rename("mine"));
        pty.Print("\e]1;again\a");

        Assert.Equal("mine", AskSession<SessionInfo>(made.Session, new GetInfo()).Name);
    }

    [Fact]
    public void A_title_with_an_interpolation_is_never_evaluated()
    {
        var (made, pty) = Open();

        pty.Print("\e]2;\\(id)\a");

        var title = AskSession<SessionInfo>(made.Session, new GetInfo()).Title;
        Assert.DoesNotContain("\\(", title);
        Assert.DoesNotContain(made.Session.ToString(), title);
    }
}
