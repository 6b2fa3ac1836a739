using ActorTerm.Api.Tests.Rig;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Tests.Translation;

public class TreeRequestTests
{
    private readonly SessionId _session = SessionId.New();
    private readonly WindowId _window = WindowId.New();
    private readonly TabId _tab = new(7);

    [Fact]
    public void The_tree_is_told_as_windows_tabs_and_splits_with_the_divider_of_a_row_vertical()
    {
        var (_, answer) = Wire.Ask<GetTree>(new() { ListSessionsRequest = new() });
        var other = SessionId.New();

        var window = Assert.Single(answer(new TreeSnapshot(
            [new(_window, 2, [new(_tab, new(Vertical: true, [new PaneView(_session, "left", 40, 24), new PaneView(other, "right", 39, 24)]), _session)])]))
            .ListSessionsResponse.Windows);

        Assert.Equal((_window.ToString(), 2), (window.WindowId, window.Number));
        var tab = Assert.Single(window.Tabs);
        Assert.Equal(("7", "-1", true), (tab.TabId, tab.TmuxWindowId, tab.Root.Vertical));
        Assert.Equal(
            [(_session.ToString(), "left", 40, 24), (other.ToString(), "right", 39, 24)],
            tab.Root.Links.Select(link => (link.Session.UniqueIdentifier, link.Session.Title, link.Session.GridSize.Width, link.Session.GridSize.Height)));
    }

    [Fact]
    public void The_focus_is_told_in_full_and_the_application_is_always_active()
    {
        var (_, answer) = Wire.Ask<GetFocus>(new() { FocusRequest = new() });

        var items = answer(new FocusState(_window, [new CurrentWindow(_window), new SelectedTab(_tab), new ActiveSession(_session)])).FocusResponse.Notifications;

        Assert.True(items[0].ApplicationActive);
        Assert.Equal((FocusChangedNotification.Types.Window.Types.WindowStatus.TerminalWindowBecameKey, _window.ToString()), (items[1].Window.WindowStatus, items[1].Window.WindowId));
        Assert.Equal(("7", _session.ToString()), (items[2].SelectedTab, items[3].Session));
    }

    [Fact]
    public void A_tab_is_made_where_and_how_it_was_asked_for()
    {
        var request = new CreateTabRequest { WindowId = _window.ToString(), TabIndex = 1, SelectTab = false, ProfileName = "P" };
        request.CustomProfileProperties.Add(new ProfileProperty { Key = "Command", JsonValue = "\"top\"" });

        var (create, answer) = Wire.Ask<CreateTab>(new() { CreateTabRequest = request });

        Assert.Equal((_window, 1, false, "P"), (create.Window, create.Index, create.Select, create.Start.Profile));
        Assert.Equal("\"top\"", Assert.Single(create.Start.ProfileOverrides!).Value.ToString());
        var made = answer(new Created(_session, _window, _tab, IndexHonoured: true)).CreateTabResponse;
        Assert.Equal((CreateTabResponse.Types.Status.Ok, _window.ToString(), 7, _session.ToString()), (made.Status, made.WindowId, made.TabId, made.SessionId));
        var moved = answer(new Created(_session, _window, _tab, IndexHonoured: false)).CreateTabResponse;
        Assert.Equal((CreateTabResponse.Types.Status.InvalidTabIndex, 7), (moved.Status, moved.TabId));
    }

    [Theory]
    [InlineData(Refusal.NoSuchWindow, CreateTabResponse.Types.Status.InvalidWindowId, SplitPaneResponse.Types.Status.CannotSplit)]
    [InlineData(Refusal.NoSuchSession, CreateTabResponse.Types.Status.MissingSubstitution, SplitPaneResponse.Types.Status.SessionNotFound)]
    [InlineData(Refusal.NoSuchProfile, CreateTabResponse.Types.Status.InvalidProfileName, SplitPaneResponse.Types.Status.InvalidProfileName)]
    [InlineData(Refusal.BadProperty, CreateTabResponse.Types.Status.MissingSubstitution, SplitPaneResponse.Types.Status.MalformedCustomProfileProperty)]
    [InlineData(Refusal.CannotStart, CreateTabResponse.Types.Status.MissingSubstitution, SplitPaneResponse.Types.Status.CannotSplit)]
    [InlineData(Refusal.TooMany, CreateTabResponse.Types.Status.MissingSubstitution, SplitPaneResponse.Types.Status.CannotSplit)]
    [InlineData(Refusal.Stopping, CreateTabResponse.Types.Status.MissingSubstitution, SplitPaneResponse.Types.Status.CannotSplit)]
    public void What_was_not_made_says_why(Refusal why, CreateTabResponse.Types.Status tab, SplitPaneResponse.Types.Status split)
    {
        var refused = new NotCreated(why, "no");

        Assert.Equal(tab, Wire.Ask<CreateTab>(new() { CreateTabRequest = new() }).Answer(refused).CreateTabResponse.Status);
        Assert.Equal(split, Wire.Ask<SplitPane>(new() { SplitPaneRequest = new() { Session = "active" } }).Answer(refused).SplitPaneResponse.Status);
    }

    [Theory]
    [InlineData("no window", "{}", CreateTabResponse.Types.Status.InvalidWindowId)]
    [InlineData("", "{", CreateTabResponse.Types.Status.MissingSubstitution)]
    [InlineData("", "\"Browser\"", CreateTabResponse.Types.Status.MissingSubstitution)]
    public void A_tab_that_cannot_be_is_refused_at_once(string window, string custom, CreateTabResponse.Types.Status status)
    {
        var request = new CreateTabRequest { WindowId = window };
        request.CustomProfileProperties.Add(new ProfileProperty { Key = "Custom Command", JsonValue = custom });

        Assert.Equal(status, Wire.Now(new ClientOriginatedMessage { CreateTabRequest = request }).CreateTabResponse.Status);
    }

    [Fact]
    public void A_pane_is_split_and_so_are_all()
    {
        var (split, answer) = Wire.Ask<SplitPane>(new()
        {
            SplitPaneRequest = new() { Session = "all", SplitDirection = SplitPaneRequest.Types.SplitDirection.Vertical, Before = true },
        });

        Assert.Equal((true, true, true), (split.Target.IsAll, split.Vertical, split.Before));
        Assert.Equal([_session.ToString()], answer(new Created(_session, _window, _tab, true)).SplitPaneResponse.SessionId);
        var some = answer(new SplitMany([_session], "too small")).SplitPaneResponse;
        Assert.Equal((SplitPaneResponse.Types.Status.CannotSplit, 1), (some.Status, some.SessionId.Count));
        Assert.Equal(
            SplitPaneResponse.Types.Status.SessionNotFound,
            Wire.Now(new ClientOriginatedMessage { SplitPaneRequest = new() { Session = "" } }).SplitPaneResponse.Status);
    }

    [Fact]
    public void Closing_answers_for_each_id_in_its_place()
    {
        var sessions = new CloseRequest { Sessions = new(), Force = true };
        sessions.Sessions.SessionIds.Add([_session.ToString(), "nobody"]);
        var (close, answer) = Wire.Ask<CloseSessions>(new() { CloseRequest = sessions });
        Assert.Equal([_session, null], close.Sessions);
        Assert.Equal([CloseResponse.Types.Status.Ok, CloseResponse.Types.Status.NotFound], answer(new Closed([true, false])).CloseResponse.Statuses);

        var tabs = new CloseRequest { Tabs = new() };
        tabs.Tabs.TabIds.Add(["7", "x"]);
        Assert.Equal([_tab, null], Wire.Ask<CloseTabs>(new() { CloseRequest = tabs }).Question.Tabs);
        var windows = new CloseRequest { Windows = new() };
        windows.Windows.WindowIds.Add(["", _window.ToString()]);
        Assert.Equal([null, _window], Wire.Ask<CloseWindows>(new() { CloseRequest = windows }).Question.Windows);
    }

    [Fact]
    public void Activating_names_one_object_and_what_to_do_with_it()
    {
        var (activate, answer) = Wire.Ask<Activate>(new() { ActivateRequest = new() { SessionId = _session.ToString(), SelectTab = true, SelectSession = true } });

        Assert.Equal(new Activate(null, null, _session, OrderWindowFront: false, SelectTab: true, SelectSession: true), activate);
        Assert.Equal(ActivateResponse.Types.Status.Ok, answer(Done.Instance).ActivateResponse.Status);
        Assert.Equal(ActivateResponse.Types.Status.BadIdentifier, answer(new NotFound("no")).ActivateResponse.Status);
        Assert.Equal(ActivateResponse.Types.Status.InvalidOption, answer(new ActivateRefused("no")).ActivateResponse.Status);
        Assert.Equal(
            ActivateResponse.Types.Status.BadIdentifier,
            Wire.Now(new ClientOriginatedMessage { ActivateRequest = new() { TabId = "x" } }).ActivateResponse.Status);
        Wire.Ask<Activate>(new() { ActivateRequest = new() { ActivateApp = new() } });
    }

    [Fact]
    public void A_restart_may_be_only_for_what_has_ended()
    {
        var (restart, answer) = Wire.AskSession<SessionsProtocol.Restart>(new() { RestartSessionRequest = new() { SessionId = "active", OnlyIfExited = true } });

        Assert.True(restart.OnlyIfEnded);
        Assert.Equal(RestartSessionResponse.Types.Status.Ok, answer(SessionsProtocol.Accepted.Instance).RestartSessionResponse.Status);
        Assert.Equal(RestartSessionResponse.Types.Status.SessionNotFound, answer(new NotFound("no")).RestartSessionResponse.Status);
        var runs = new SessionsProtocol.Rejected(SessionsProtocol.Rejection.NotRestartable, "it runs");
        Assert.Equal(RestartSessionResponse.Types.Status.SessionNotRestartable, answer(runs).RestartSessionResponse.Status);
    }

    [Fact]
    public void Broadcast_domains_are_replaced_or_refused_with_the_reason()
    {
        var request = new SetBroadcastDomainsRequest();
        request.BroadcastDomains.Add(new BroadcastDomain { SessionIds = { _session.ToString(), "nobody" } });
        var (set, answer) = Wire.Ask<SetBroadcast>(new() { SetBroadcastDomainsRequest = request });

        Assert.Equal([SessionTarget.Of(_session), null], Assert.Single(set.Domains));
        Assert.Equal(SetBroadcastDomainsResponse.Types.Status.Ok, Status(Done.Instance));
        Assert.Equal(SetBroadcastDomainsResponse.Types.Status.SessionNotFound, Status(new BroadcastRefused(BroadcastRefusal.NoSuchSession)));
        Assert.Equal(SetBroadcastDomainsResponse.Types.Status.BroadcastDomainsNotDisjoint, Status(new BroadcastRefused(BroadcastRefusal.NotDisjoint)));
        Assert.Equal(SetBroadcastDomainsResponse.Types.Status.SessionsNotInSameWindow, Status(new BroadcastRefused(BroadcastRefusal.NotOneWindow)));
        var domains = Wire.Ask<GetBroadcast>(new() { GetBroadcastDomainsRequest = new() }).Answer(new BroadcastDomains([[_session]])).GetBroadcastDomainsResponse;
        Assert.Equal([_session.ToString()], Assert.Single(domains.BroadcastDomains).SessionIds);

        SetBroadcastDomainsResponse.Types.Status Status(object reply) => answer(reply).SetBroadcastDomainsResponse.Status;
    }
}
