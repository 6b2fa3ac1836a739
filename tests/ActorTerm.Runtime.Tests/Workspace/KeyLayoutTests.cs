using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Workspace;

/// <summary>Keys that act on windows, tabs and panes, and on profiles and preferences.</summary>
public sealed class KeyLayoutTests : WorkspaceKit
{
    [Fact]
    public void Keys_move_the_focus_among_tabs_and_windows_and_around()
    {
        var (first, _) = Open();
        var (second, _) = Open(window: first.Window);
        var (third, _) = Open(window: first.Window);
        var (other, _) = Open();

        Assert.Equal(second.Session, Press(first.Session, KeysProtocol.KeyActions.NextTab));
        Assert.Equal(first.Session, Press(third.Session, KeysProtocol.KeyActions.NextTab));
        Assert.Equal(third.Session, Press(first.Session, KeysProtocol.KeyActions.PreviousTab));
        Assert.Equal(other.Session, Press(third.Session, KeysProtocol.KeyActions.NextWindow));
        Assert.Equal(third.Session, Press(other.Session, KeysProtocol.KeyActions.PreviousWindow));
    }

    [Fact]
    public void A_key_goes_to_the_tab_shown_before_and_another_to_the_one_shown_longest_ago()
    {
        var (first, _) = Open();
        var (second, _) = Open(window: first.Window);
        var (third, _) = Open(window: first.Window);

        Assert.Equal(second.Session, Press(third.Session, KeysProtocol.KeyActions.NextRecentTab));
        Assert.Equal(third.Session, Press(second.Session, KeysProtocol.KeyActions.NextRecentTab));
        Assert.Equal(first.Session, Press(third.Session, KeysProtocol.KeyActions.PreviousRecentTab));
        Assert.Equal(second.Session, Press(first.Session, KeysProtocol.KeyActions.PreviousRecentTab));
        Assert.Equal(first.Session, Press(second.Session, KeysProtocol.KeyActions.NextRecentTab));
    }

    [Fact]
    public void Keys_move_among_panes_and_swap_them()
    {
        var (left, _) = Open();
        var right = Split(left.Session, vertical: true);
        var below = Split(right, vertical: false);

        Assert.Equal(right, Press(left.Session, KeysProtocol.KeyActions.NextPane));
        Assert.Equal(below, Press(left.Session, KeysProtocol.KeyActions.PreviousPane));
        Assert.Equal(right, Press(below, KeysProtocol.KeyActions.SelectPaneAbove));
        Assert.Equal(left.Session, Press(right, KeysProtocol.KeyActions.SelectPaneLeft));
        Press(left.Session, KeysProtocol.KeyActions.SwapWithNextPane);
        Assert.Equal([right, left.Session, below], Panes(left.Tab));
        Press(below, KeysProtocol.KeyActions.SwapPaneAbove);
        Assert.Equal([right, below, left.Session], Panes(left.Tab));
    }

    [Fact]
    public void Keys_move_a_tab_among_the_others_and_around()
    {
        var (first, _) = Open();
        var (second, _) = Open(window: first.Window);
        var (third, _) = Open(window: first.Window);

        Press(first.Session, KeysProtocol.KeyActions.MoveTabRight);
        Assert.Equal([second.Tab, first.Tab, third.Tab], Tabs(first.Window));
        Press(third.Session, KeysProtocol.KeyActions.MoveTabRight);
        Assert.Equal([third.Tab, second.Tab, first.Tab], Tabs(first.Window));
        Press(third.Session, KeysProtocol.KeyActions.MoveTabLeft);
        Assert.Equal([second.Tab, first.Tab, third.Tab], Tabs(first.Window));
    }

    [Theory]
    [InlineData(KeysProtocol.KeyActions.NewWindow, 2, 1, 1)]
    [InlineData(KeysProtocol.KeyActions.NewTab, 1, 2, 1)]
    [InlineData(KeysProtocol.KeyActions.SplitVertically, 1, 1, 2)]
    [InlineData(KeysProtocol.KeyActions.SplitHorizontally, 1, 1, 2)]
    public void Keys_make_windows_tabs_and_panes(int action, int windows, int tabs, int panes)
    {
        var (made, _) = Open();

        Press(made.Session, action);

        Ptys.Spawned.Take();
        AwaitCondition(() => Ask<SessionList>(new ListSessions()).Sessions.Count == 2);
        var tree = Ask<TreeSnapshot>(new GetTree());
        Assert.Equal((windows, tabs, panes), (tree.Windows.Count, tree.Windows[0].Tabs.Count, tree.Windows[0].Tabs[0].Root.Children.Count));
    }

    [Fact]
    public void A_key_makes_a_tab_like_this_one_behind_it()
    {
        var (left, leftPty) = Open(new SessionsProtocol.SessionStart(Argv: ["vi", "x"], Name: "mine"));
        var right = Split(left.Session, vertical: true);
        Split(right, vertical: false);
        var (last, _) = Open(window: left.Window);
        leftPty.Print("\e]7;file:///tmp\a");
        AwaitCondition(() => Ask<SessionList>(new ListSessions()).Sessions[0].Directory == "/tmp");

        var active = Press(left.Session, KeysProtocol.KeyActions.DuplicateTab);

        var tabs = Ask<TreeSnapshot>(new GetTree()).Windows.Single().Tabs;
        Assert.Equal([left.Tab, tabs[1].Id, last.Tab], tabs.Select(tab => tab.Id));
        Assert.Equal(Shape(tabs[0].Root), Shape(tabs[1].Root));
        Assert.Equal([active, active], [tabs[1].Active, Leaves(tabs[1].Root).Last()]);
        var spawned = Ptys.Spawned.Take().Options;
        Assert.Equal(("vi", "x", "/tmp"), (spawned.FileName, Assert.Single(spawned.Arguments), spawned.WorkingDirectory));

        static string Shape(PaneNode node) => node is SplitView split ? $"{split.Vertical}({string.Join(" ", split.Children.Select(Shape))})" : "pane";
    }

    [Fact]
    public void A_tab_like_this_one_that_cannot_be_made_is_told()
    {
        var (made, _) = Open();
        Split(made.Session, vertical: true);
        Bind(KeysProtocol.KeyActions.DuplicateTab, "");
        Ptys.Refusal = new Pty.PtySpawnException(Pty.PtySpawnFailure.OutOfResources, "no process left", "EAGAIN");

        var taken = AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["F5"])).Keys;

        Assert.Contains("no process left", Assert.Single(taken).Error);
        Assert.Single(Tabs(made.Window));
    }

    [Fact]
    public void A_key_moves_a_pane_into_the_tab_shown_before_or_beside_the_session_that_it_names()
    {
        var (first, _) = Open();
        var second = Split(first.Session, vertical: true);
        var (third, _) = Open(window: first.Window);
        var (other, _) = Open();

        Assert.Equal(third.Session, Press(third.Session, KeysProtocol.KeyActions.MoveToSplitPane));
        Assert.Equal([first.Session, second, third.Session], Panes(first.Tab));
        Assert.Equal([first.Tab], Tabs(first.Window));
        Assert.Equal(first.Session, Press(first.Session, KeysProtocol.KeyActions.MoveToSplitPane, other.Session.ToString()));
        Assert.Equal([other.Session, first.Session], Panes(other.Tab));
        Assert.Equal([second, third.Session], Panes(first.Tab));
        Assert.Equal(other.Tab.ToString(), Ask<ScopeFound>(new FindScope(new(Runtime.Variables.VariablesProtocol.ScopeKind.Session, first.Session.ToString()))).Scope.Read("tab.id").ToDisplayString());
    }

    [Theory]
    [InlineData("", "there is no other tab to move the pane to")]
    [InlineData("nobody", "there is no session nobody in another tab")]
    public void A_pane_without_another_tab_stays_where_it_is(string text, string complaint)
    {
        var (made, _) = Open();
        Bind(KeysProtocol.KeyActions.MoveToSplitPane, text);

        var taken = AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["F5"])).Keys;

        Assert.Equal(complaint, Assert.Single(taken).Error);
        Assert.Equal([made.Session], Panes(made.Tab));
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_an_alert_and_the_answer_to_who_pressed_the_key()
    {
        var (made, _) = Open();
        Bind(KeysProtocol.KeyActions.NewTab, "no such profile");

        var taken = AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["F5"])).Keys;

        Assert.Contains("no such profile", Assert.Single(taken).Error);
        var raised = AlertsProbe.FishForMessage<AlertsProtocol.Raise>(_ => true);
        Assert.Equal((AlertsProtocol.AlertSource.Key, made.Session), (raised.Source, raised.Session!.Value));
    }

    [Fact]
    public void A_key_gives_its_session_another_profile_whose_keys_count_from_then_on()
    {
        var (made, pty) = Open();
        Ask<Done>(new ApplyConfiguration([new ProfilesProtocol.ProfileSource("other", [new("Keyboard Map", Value.Parse("""{"0x61-0x40000": {"Action": 12, "Text": "other"}}"""))])], null));

        Press(made.Session, KeysProtocol.KeyActions.SetProfile, "other");
        AwaitCondition(() => AskSession<SessionsProtocol.ProfileValues>(made.Session, new SessionsProtocol.GetProfile(["Name"])).Properties[0].Value == Value.Of("other"));
        AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["C-a"]));

        Assert.Equal("other", pty.Input);
    }

    [Fact]
    public void A_running_session_follows_its_profile_unless_its_own_copy_was_changed()
    {
        var (follows, followsPty) = Open();
        var (changed, changedPty) = Open();
        AskSession<SessionsProtocol.Accepted>(changed.Session, new SessionsProtocol.SetProfile([new("Badge Text", Value.Of("mine"))]));

        Ask<Done>(new ApplyConfiguration(
            [new ProfilesProtocol.ProfileSource("default", [new("Keyboard Map", Value.Parse("""{"0x61-0x40000": {"Action": 12, "Text": "new"}}"""))])], null));
        foreach (var session in (SessionId[])[follows.Session, changed.Session])
            AskSession<SessionsProtocol.KeysTaken>(session, new SessionsProtocol.StrikeKeys(["C-a"]));

        Assert.Equal(("new", "\x01"), (followsPty.Input, changedPty.Input));
    }

    [Fact]
    public void What_a_script_bound_for_all_sessions_is_read_back_as_it_was_written_and_stays_until_the_keys_are_configured_anew()
    {
        const string Map = """{"0x61-0x40000": {"Action": 12, "Text": "x", "Future": 1}}""";

        Assert.Equal(new PreferenceSet(PreferenceOutcome.Ok), Access(new SetPreference("GlobalKeyMap", Map)));
        Assert.Equal(Map, ((PreferenceRead)Access(new GetPreference("GlobalKeyMap"))).Value.ToString());
        Assert.Single(Keys.Global.Bindings);
        Ask<Done>(new ApplyConfiguration([], null));
        Assert.Single(Keys.Global.Bindings);
        Ask<Done>(new ApplyConfiguration([], new KeysProtocol.KeySettings()));

        Assert.Empty(Keys.Global.Bindings);
    }

    [Fact]
    public void Preferences_are_kept_removed_by_null_and_refused_when_they_are_wrong()
    {
        Assert.Equal(new PreferenceRead(Value.Null), Access(new GetPreference("Anything")));
        Assert.Equal(new PreferenceSet(PreferenceOutcome.Ok), Access(new SetPreference("Anything", "[1]")));
        Assert.Equal(new PreferenceRead(Value.Parse("[1]")), Access(new GetPreference("Anything")));
        Assert.Equal(PreferenceOutcome.BadJson, Set("Anything", "["));
        Assert.Equal(PreferenceOutcome.InvalidValue, Set("GlobalKeyMap", "[]"));
        Assert.Equal(PreferenceOutcome.InvalidValue, Set("GlobalKeyMap", """{"x": {"Action": 1}}"""));
        Assert.Equal(new PreferenceSet(PreferenceOutcome.Ok), Access(new SetPreference("Anything", "null")));
        Assert.Equal(new PreferenceRead(Value.Null), Access(new GetPreference("Anything")));
        Assert.IsType<PreferenceUnrecognized>(Access(new UnknownPreferenceRequest()));
        Assert.Equal(new DefaultProfileSet(false), Access(new SetDefaultProfile("nobody")));
        Assert.Equal(new DefaultProfileRead(ProfilesProtocol.Profile.Default.Guid), Access(new GetDefaultProfile()));
    }

    [Fact]
    public void Preferences_beyond_the_bound_are_refused_and_those_that_are_set_may_change()
    {
        for (var n = 0; n < 1000; n++) Access(new SetPreference($"key {n}", "1"));

        Assert.Equal(PreferenceOutcome.InvalidValue, Set("one more", "1"));
        Assert.Contains("actorterm.api.max-preferences", Raised());
        Assert.Equal(new PreferenceSet(PreferenceOutcome.Ok), Access(new SetPreference("key 5", "2")));
    }

    [Fact]
    public void A_key_toggles_a_preference()
    {
        var (made, _) = Open();

        Press(made.Session, KeysProtocol.KeyActions.ToggleSetting, "Quiet");
        Assert.Equal(new PreferenceRead(Value.Of(true)), Access(new GetPreference("Quiet")));
        Press(made.Session, KeysProtocol.KeyActions.ToggleSetting, "Quiet");

        Assert.Equal(new PreferenceRead(Value.Of(false)), Access(new GetPreference("Quiet")));
    }

    [Fact]
    public void What_is_bound_is_listed_for_a_session_and_for_new_ones()
    {
        var (made, _) = Open();
        Bind(KeysProtocol.KeyActions.Ignore, "");
        AskSession<SessionsProtocol.Accepted>(made.Session, new SessionsProtocol.SetProfile([new("Keyboard Map", Value.Parse("""{"0x61-0x40000": {"Action": 13}}"""))]));

        var own = Ask<KeysProtocol.KeyList>(new ListKeys(SessionTarget.Of(made.Session))).Bindings;
        var ofNew = Ask<KeysProtocol.KeyList>(new ListKeys(null)).Bindings;

        Assert.Equal([KeysProtocol.KeyScope.Profile, KeysProtocol.KeyScope.Global], own.Select(one => one.Scope));
        Assert.Equal([KeysProtocol.KeyScope.Global], ofNew.Select(one => one.Scope));
        Ask<NotFound>(new ListKeys(SessionTarget.Of(SessionId.New())));
    }

    /// <returns>The session that has the focus then.</returns>
    private SessionId Press(SessionId session, int action, string text = "")
    {
        Bind(action, text);
        var taken = AskSession<SessionsProtocol.KeysTaken>(session, new SessionsProtocol.StrikeKeys(["F5"])).Keys;
        Assert.Null(Assert.Single(taken).Error);
        return Ask<ResolvedTo>(new Resolve(SessionTarget.Active)).Target.Id;
    }

    private void Bind(int action, string text) => Keys.Global = KeysProtocol.KeyMap.OrEmpty(
        Value.Parse($$$"""{"0xf708-0x0": {"Action": {{{action}}}, "Text": {{{Value.Of(text)}}}}}"""));

    private SessionId Split(SessionId beside, bool vertical)
    {
        var made = Ask<Created>(new SplitPane(SessionTarget.Of(beside), vertical, false, new SessionsProtocol.SessionStart(Argv: ["cat"])));
        Ptys.Spawned.Take();
        return made.Session;
    }

    private IEnumerable<SessionId> Panes(TabId tab) =>
        Leaves(Ask<TreeSnapshot>(new GetTree()).Windows.SelectMany(window => window.Tabs).Single(one => one.Id == tab).Root);

    private IEnumerable<TabId> Tabs(WindowId window) => Ask<TreeSnapshot>(new GetTree()).Windows.Single(one => one.Id == window).Tabs.Select(tab => tab.Id);

    private PreferenceOutcome Set(string key, string json) => Assert.IsType<PreferenceSet>(Access(new SetPreference(key, json))).Outcome;

    private string Raised() => AlertsProbe.ExpectMsg<AlertsProtocol.Raise>().Message;

    private PreferenceResult Access(PreferenceRequest request) => Assert.Single(Ask<PreferenceResults>(new AccessPreferences([request])).Results);

    private static IEnumerable<SessionId> Leaves(PaneNode node) => node is SplitView split ? split.Children.SelectMany(Leaves) : [((PaneView)node).Id];
}
