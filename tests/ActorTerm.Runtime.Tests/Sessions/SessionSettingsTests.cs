using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Workspace;
using ActorTerm.Terminal;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>Times and first values of sessions, none of them the default.</summary>
public sealed class SessionSettingsTests : WorkspaceKit
{
    private static readonly TimeSpan ALittle = TimeSpan.FromSeconds(1);

    protected override SessionSettings Settings => new()
    {
        CloseGrace = TimeSpan.FromMinutes(1),
        ResizeCoalescing = TimeSpan.FromSeconds(3),
        FrameInterval = TimeSpan.FromSeconds(10),
        SynchronizedOutputLimit = TimeSpan.FromSeconds(20),
        Terminal = new TerminalOptions { Columns = 100, Rows = 30 },
        Term = "vt220",
    };

    protected override WorkspaceSettings TreeSettings => new() { EndedKeep = TimeSpan.FromHours(1) };

    [Fact]
    public void A_program_starts_with_their_terminal_and_size()
    {
        var (made, pty) = Open();

        Assert.Equal(("vt220", 100, 30), (pty.Options.Environment["TERM"], pty.Options.Columns, pty.Options.Rows));
        var info = AskSession<SessionInfo>(made.Session, new GetInfo());
        Assert.Equal((100, 30), (info.Columns, info.Rows));
        var profile = AskSession<ProfileValues>(made.Session, new GetProfile(["Columns", "Rows", "Terminal Type"])).Properties;
        Assert.Equal(["100", "30", "\"vt220\""], profile.Select(property => property.Value.ToString()));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 100)]
    [InlineData("4097", 100)]
    public void A_profile_goes_before_them_when_its_size_is_one(string columns, int expected)
    {
        var (_, pty) = Open(new SessionStart(Argv: ["cat"], ProfileOverrides: [new("Columns", Value.Parse(columns))]));

        Assert.Equal((expected, 30), (pty.Options.Columns, pty.Options.Rows));
    }

    [Fact]
    public void Resizes_are_gathered_for_as_long_as_they_say()
    {
        var (made, pty) = Open();
        Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var columns in (int[])[90, 91, 92]) AskSession<Accepted>(made.Session, new Resize(columns, 30));

        Time.Advance(TimeSpan.FromSeconds(3) - ALittle);
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Assert.Equal([(90, 30)], pty.Sizes);
        Time.Advance(ALittle);
        AskSession<SessionInfo>(made.Session, new GetInfo());

        Assert.Equal([(90, 30), (92, 30)], pty.Sizes);
    }

    [Fact]
    public void Frames_are_as_far_apart_as_they_say()
    {
        var (made, pty) = Open();
        var (viewer, shown) = Attach(made.Session);
        pty.Print("news");
        AskSession<SessionInfo>(made.Session, new GetInfo());
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        Settle(viewer);

        Advance(TimeSpan.FromSeconds(10) - ALittle, ALittle, viewer);
        AskSession<SessionInfo>(made.Session, new GetInfo());
        Settle(viewer);
        Assert.Single(shown.Frames);
        Advance(ALittle, ALittle, viewer);

        AwaitCondition(() => shown.Frames.Any(frame => frame.Contains("news", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_program_may_hold_frames_back_for_as_long_as_they_say()
    {
        var (made, pty) = Open();
        var (viewer, shown) = Attach(made.Session);
        pty.Print("\e[?2026hhalf");
        AskSession<SessionInfo>(made.Session, new GetInfo());
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        Settle(viewer);

        for (var waited = ALittle; waited < TimeSpan.FromSeconds(20); waited += ALittle)
        {
            Advance(ALittle, ALittle, viewer);
            AskSession<SessionInfo>(made.Session, new GetInfo());
            Settle(viewer);
        }

        Assert.DoesNotContain(shown.Frames, frame => frame.Contains("half", StringComparison.Ordinal));
        Advance(ALittle, ALittle, viewer);

        AwaitCondition(() => shown.Frames.Any(frame => frame.Contains("half", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_program_has_as_long_as_they_say_between_its_hang_up_and_the_kill()
    {
        var (made, pty) = Open();
        Tree.Tell(new WorkspaceProtocol.CloseSession(SessionTarget.Of(made.Session)), Script.Ref);
        AwaitCondition(() => pty.Signals.Any(sent => sent.Signal == PtySignal.Hangup));

        Time.Advance(TimeSpan.FromMinutes(1) - ALittle);
        AskSession<object>(made.Session, new GetInfo());
        Assert.DoesNotContain(pty.Signals, sent => sent.Signal == PtySignal.Kill);
        Time.Advance(ALittle);

        AwaitCondition(() => pty.Signals.Any(sent => sent.Signal == PtySignal.Kill));
    }

    [Fact]
    public void An_ended_session_is_kept_for_as_long_as_they_say()
    {
        var (made, pty) = Open();
        pty.Exit(PtyExit.Code(3));
        AwaitCondition(() => AskSession<SessionInfo>(made.Session, new GetInfo()).State == SessionState.Ended);

        Advance(TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(1), Tree);
        Assert.Equal(SessionState.Ended, AskSession<SessionInfo>(made.Session, new GetInfo()).State);
        Advance(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), Tree);

        AwaitCondition(() => Ask<WorkspaceProtocol.SessionList>(new WorkspaceProtocol.ListSessions()).Sessions.Count == 0);
    }

    /// <summary>A viewer that has its first frame.</summary>
    private (IActorRef Viewer, FakeViewer Shown) Attach(SessionId session)
    {
        var shown = new FakeViewer();
        var viewer = AskSession<Attached>(session, new Attach(shown, 100, 30, TakesSize: false, ReadOnly: false)).Viewer;
        AwaitCondition(() => shown.Frames.Count == 1);
        Settle(viewer);
        return (viewer, shown);
    }
}
