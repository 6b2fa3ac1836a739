using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class WorkspaceActorTests : WorkspaceKit
{
    private const TreeEvents Everything = TreeEvents.Layout | TreeEvents.Focus | TreeEvents.Added | TreeEvents.Terminated;

    [Fact]
    public void After_a_creation_a_script_hears_layout_focus_and_session_and_only_then_the_answer()
    {
        Tree.Tell(new HearTree(Everything), Script.Ref);

        Tree.Tell(new CreateTab(null, null, true, new SessionsProtocol.SessionStart(Argv: ["cat"])), Script.Ref);

        Script.ExpectMsg<LayoutChanged>();
        Assert.IsType<SelectedTab>(Script.ExpectMsg<FocusChanged>().Item);
        Assert.IsType<ActiveSession>(Script.ExpectMsg<FocusChanged>().Item);
        Assert.IsType<CurrentWindow>(Script.ExpectMsg<FocusChanged>().Item);
        var added = Script.ExpectMsg<SessionAdded>();
        Assert.Equal(added.Id, Script.ExpectMsg<Created>().Session);
    }

    [Fact]
    public void After_a_close_a_script_hears_layout_focus_and_the_end_and_only_then_the_answer()
    {
        var (made, pty) = Open();
        Tree.Tell(new HearTree(Everything), Script.Ref);

        Tree.Tell(new CloseSessions([made.Session]), Script.Ref);
        Settle(Tree);
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Script.FishForMessage<object>(message => message is LayoutChanged { Tree.Windows.Count: 0 });
        Script.FishForMessage<object>(message => message is SessionTerminated gone && gone.Id == made.Session);
        Assert.Equal([true], Script.ExpectMsg<Closed>().Found);
        Assert.Empty(Ask<TreeSnapshot>(new GetTree()).Windows);
    }

    [Fact]
    public void A_program_that_cannot_start_leaves_no_session_behind()
    {
        Ptys.Refusal = new PtySpawnException(PtySpawnFailure.NoSuchFile, "there is no program nope", "ENOENT");

        var refused = Ask<NotCreated>(new CreateTab(null, null, true, new SessionsProtocol.SessionStart(Argv: ["nope"])));

        Assert.Equal((Refusal.CannotStart, "there is no program nope"), (refused.Why, refused.Text));
        Assert.Empty(Ask<SessionList>(new ListSessions()).Sessions);
    }

    [Fact]
    public void A_program_that_ended_keeps_its_session_for_ten_minutes_with_its_exit_code()
    {
        var (made, pty) = Open();
        Tree.Tell(new HearTree(Everything), Script.Ref);

        pty.Exit(PtyExit.Code(3));

        Script.FishForMessage<object>(message => message is SessionTerminated);
        var info = Assert.Single(Ask<SessionList>(new ListSessions()).Sessions).Info;
        Assert.Equal((SessionsProtocol.SessionState.Ended, 3), (info.State, info.Exit!.Code));

        Advance(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1), Tree);

        Script.FishForMessage<object>(message => message is LayoutChanged { Tree.Windows.Count: 0 });
        Assert.Equal("there is no session " + made.Session, AskSession<NotFound>(made.Session, new SessionsProtocol.GetInfo()).Text);
    }

    [Fact]
    public void A_split_stands_beside_the_pane_it_was_made_from_in_its_size()
    {
        var (made, _) = Open(new SessionsProtocol.SessionStart(Argv: ["cat"], Columns: 100, Rows: 30));

        var split = Ask<Created>(new SplitPane(SessionTarget.Of(made.Session), Vertical: true, Before: false, new SessionsProtocol.SessionStart(Argv: ["cat"])));

        var tab = Assert.Single(Assert.Single(Ask<TreeSnapshot>(new GetTree()).Windows).Tabs);
        Assert.Equal((made.Tab, split.Session), (split.Tab, tab.Active));
        Assert.Equal(
            [new PaneView(made.Session, "Default", 100, 30), new PaneView(split.Session, "Default", 100, 30)],
            tab.Root.Children);
    }

    [Fact]
    public void What_is_typed_goes_to_the_broadcast_peers_unless_told_not_to()
    {
        var (first, firstPty) = Open();
        var (second, secondPty) = Open(window: first.Window);
        Ask<Done>(new SetBroadcast([[SessionTarget.Of(first.Session), SessionTarget.Of(second.Session)]]));

        Ask<SessionsProtocol.Accepted>(new TypeText(SessionTarget.Of(first.Session), "both", SuppressBroadcast: false));
        Ask<SessionsProtocol.Accepted>(new TypeText(SessionTarget.Of(first.Session), "one", SuppressBroadcast: true));
        AskSession<SessionsProtocol.SessionInfo>(second.Session, new SessionsProtocol.GetInfo());

        Assert.Equal("bothone", firstPty.Input);
        Assert.Equal("both", secondPty.Input);
    }

    [Fact]
    public void The_bound_on_sessions_refuses_one_more_and_says_which_setting_it_is()
    {
        var tree = Sys.ActorOf(Actor.Of(() => new WorkspaceActor(
            Maker, new WorkspaceSettings { MaxSessions = 0 }, Monitors.Ref, AlertsProbe.Ref, Keys, scope => new(scope, Monitors.Ref, new()), Titles)));

        tree.Tell(new CreateTab(null, null, true, new SessionsProtocol.SessionStart()), Script.Ref);

        var refused = Script.ExpectMsg<NotCreated>();
        Assert.Equal(Refusal.TooMany, refused.Why);
        Assert.Contains("actorterm.sessions.max-sessions", refused.Text);
        tree.Tell(new GetReadiness(), Script.Ref);
        Assert.Equal(refused, Script.ExpectMsg<NotCreated>());
    }

    [Fact]
    public void When_the_host_goes_down_every_session_is_closed_and_none_is_made()
    {
        var (_, pty) = Open();
        Ask<Done>(new GetReadiness());

        Tree.Tell(new CloseEverything(), Script.Ref);
        Settle(Tree);
        Tree.Tell(new CreateTab(null, null, true, new SessionsProtocol.SessionStart()), Script.Ref);
        Assert.Equal(Refusal.Stopping, Script.ExpectMsg<NotCreated>().Why);
        Assert.Equal(Refusal.Stopping, Ask<NotCreated>(new GetReadiness()).Why);
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Script.ExpectMsg<Closed>();
    }
}
