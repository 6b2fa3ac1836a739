using System.Text;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Workspace;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class SessionKeysTests : WorkspaceKit
{
    [Fact]
    public void A_bound_key_of_a_viewer_types_its_text_and_other_keys_reach_the_program_as_they_are()
    {
        Bind("""{"0x68-0x40000": {"Action": 12, "Text": "make\\n"}}""");
        var (made, pty) = Open();
        var viewer = Attach(made.Session);

        Typed(viewer, "a\x08" + "b\e[1;5A\r");
        Settled(made.Session);

        Assert.Equal("amake\nb\e[1;5A\r", pty.Input);
    }

    [Fact]
    public void A_key_in_the_kitty_encoding_is_bound_as_in_the_legacy_one_and_an_unbound_one_reaches_the_program_as_it_asked()
    {
        Bind("""{"0x68-0x60000": {"Action": 12, "Text": "!"}}""");
        var (made, pty) = Open();
        var viewer = Attach(made.Session);

        Typed(viewer, "\e[104;6u\e[99;5u\e[27u\e[13;2u");
        Settled(made.Session);

        Assert.Equal("!\x03\e\r", pty.Input);
    }

    [Fact]
    public void The_profile_of_a_session_beats_what_is_bound_for_all_at_once_when_it_changes()
    {
        Bind("""{"0x61-0x40000": {"Action": 12, "Text": "all"}}""");
        var (made, pty) = Open();

        Press(made.Session, "C-a");
        AskSession<Accepted>(made.Session, new SetProfile([new("Keyboard Map", Value.Parse("""{"0x61-0x40000": {"Action": 12, "Text": "own"}}"""))]));
        Press(made.Session, "C-a");

        Assert.Equal("allown", pty.Input);
    }

    [Fact]
    public void A_key_invokes_a_function_in_the_scope_of_its_session_and_the_value_is_nobodys()
    {
        Bind("""{"0x68-0x60000-0x4": {"Action": 60, "Text": "clear_all_sessions()"}}""");
        var (made, pty) = Open();
        var viewer = Attach(made.Session);

        Typed(viewer, "\e[104;6u");

        var invoke = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
        Assert.Equal(("clear_all_sessions()", InvocationsProtocol.InvocationSource.Key, made.Session, (TimeSpan?)null), (invoke.Text, invoke.Source, invoke.Session!.Value, invoke.Within));
        Assert.Equal(made.Session.ToString(), invoke.Scope.Read("id").ToDisplayString());
        Invocations.LastSender.Tell(new InvocationsProtocol.Succeeded(invoke.Id, Value.Of(1L)), Invocations.Ref);
        Settled(made.Session);
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void The_alert_about_a_key_is_shown_to_the_viewer_that_pressed_it_only()
    {
        Bind("""{"0x68-0x40000": {"Action": 60, "Text": "f()"}}""");
        var (made, _) = Open();
        var (mine, other) = (new FakeViewer(), new FakeViewer());
        var pressing = Attach(made.Session, mine);
        var looking = Attach(made.Session, other);
        Typed(pressing, "\x08");
        var invoke = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();

        var alert = new AlertsProtocol.Alert(7, DateTimeOffset.UnixEpoch, AlertsProtocol.AlertSource.Key, made.Session, invoke.Id, "f failed", ["f"], null);
        foreach (var viewer in (IActorRef[])[pressing, looking]) viewer.Tell(alert);
        looking.Tell(alert with { Id = 8, Source = AlertsProtocol.AlertSource.Trigger, Message = "all see this" });

        AwaitCondition(() => Alerts(mine).Contains("f failed") && Alerts(other).Contains("all see this"));
        Assert.DoesNotContain("f failed", Alerts(other));
    }

    [Fact]
    public void A_request_that_presses_keys_hears_what_became_of_each_when_the_last_function_has_answered()
    {
        Bind("""{"0x68-0x40000": {"Action": 60, "Text": "f()"}, "0x69-0x40000": {"Action": 60, "Text": "g()"}}""");
        var (made, _) = Open();
        var asker = CreateTestProbe();
        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new StrikeKeys(["C-h", "x", "C-i"])), asker.Ref);
        var f = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
        var g = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
        Invocations.LastSender.Tell(new InvocationsProtocol.Failed(g.Id, new EvaluationError(ErrorCode.Raised, "g failed") { Traceback = "Traceback: line 1" }), Invocations.Ref);
        asker.ExpectNoMsg(TimeSpan.Zero);

        Invocations.LastSender.Tell(new InvocationsProtocol.Succeeded(f.Id, Value.Null), Invocations.Ref);

        var taken = asker.ExpectMsg<KeysTaken>().Keys;
        Assert.Equal([("C-h", KeyFate.Bound, null), ("x", KeyFate.Typed, null), ("C-i", KeyFate.Bound, "Traceback: line 1")], taken.Select(key => (key.Name, key.Fate, key.Traceback)));
        Assert.Contains("g failed", taken[2].Error);
    }

    [Fact]
    public void A_key_without_a_meaning_is_refused_and_none_is_pressed()
    {
        var (made, pty) = Open();

        var refused = AskSession<Rejected>(made.Session, new StrikeKeys(["a", "Nonsense"]));

        Assert.Equal(Rejection.BadValue, refused.Why);
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void A_sequence_runs_its_steps_in_order()
    {
        Bind("""{"0x68-0x40000": {"Action": 66, "Text": "[{\"Action\": 12, \"Text\": \"a\"}, {\"Action\": 66, \"Text\": \"[{\\\"Action\\\": 11, \\\"Text\\\": \\\"62\\\"}]\"}, {\"Action\": 60, \"Text\": \"f()\"}, {\"Action\": 10, \"Text\": \"c\"}]"}}""");
        var (made, pty) = Open();

        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new StrikeKeys(["C-h"])), Script.Ref);

        Assert.Equal("f()", Invocations.ExpectMsg<InvocationsProtocol.Invoke>().Text);
        Settled(made.Session);
        Assert.Equal("ab\ec", pty.Input);
    }

    [Theory]
    [InlineData("greeting", "hi\n")]
    [InlineData("G-1", "hi\n")]
    [InlineData("""{"guid": "G-1"}""", "hi\n")]
    [InlineData("old", "a\tb\\x41")]
    public void A_key_sends_a_snippet_by_title_or_guid_with_the_snippets_own_escaping(string name, string typed)
    {
        const string Stored = """[{"title": "greeting", "guid": "G-1", "value": "hi\\n", "version": 2, "escaping": 2}, {"title": "old", "value": "a\\tb\\x41"}]""";
        Ask<WorkspaceProtocol.PreferenceResults>(new WorkspaceProtocol.AccessPreferences([new WorkspaceProtocol.SetPreference("Snippets", Stored)]));
        Bind($$$"""{"0x68-0x40000": {"Action": 63, "Text": {{{Value.Of(name)}}}}}""");
        var (made, pty) = Open();

        Assert.Null(Assert.Single(Press(made.Session, "C-h")).Error);

        Assert.Equal(typed, pty.Input);
    }

    [Fact]
    public void A_snippet_that_is_not_there_is_an_alert_and_wrong_ones_are_refused()
    {
        Bind("""{"0x68-0x40000": {"Action": 63, "Text": "gone"}}""");
        var (made, pty) = Open();

        Assert.Equal("there is no snippet gone", Assert.Single(Press(made.Session, "C-h")).Error);

        Assert.Equal((AlertsProtocol.AlertSource.Key, made.Session), AlertOf());
        Assert.Equal("", pty.Input);
        foreach (var (wrong, complaint) in ((string, string)[])[("{}", "a list of objects"), ("""[{"title": "a", "value": "b"}, {"title": "c"}]""", "[1]: "), ("[1]", "[0]: ")])
        {
            var result = Ask<WorkspaceProtocol.PreferenceResults>(new WorkspaceProtocol.AccessPreferences([new WorkspaceProtocol.SetPreference("Snippets", wrong)])).Results[0];
            var set = Assert.IsType<WorkspaceProtocol.PreferenceSet>(result);
            Assert.Equal(WorkspaceProtocol.PreferenceOutcome.InvalidValue, set.Outcome);
            Assert.Contains(complaint, set.Wrong);
        }
    }

    [Fact]
    public void The_rest_of_a_sequence_goes_where_a_step_moved_the_focus()
    {
        var (first, firstPty) = Open();
        var (_, secondPty) = Open(window: first.Window);
        Bind("""{"0x68-0x40000": {"Action": 66, "Text": "[{\"Action\": 12, \"Text\": \"here\"}, {\"Action\": 0}, {\"Action\": 12, \"Text\": \"there\"}]"}}""");
        Ask<WorkspaceProtocol.Done>(new WorkspaceProtocol.Activate(null, null, first.Session, false, true, true));

        Press(first.Session, "C-h");

        AwaitCondition(() => secondPty.Input == "there");
        Assert.Equal("here", firstPty.Input);
    }

    [Fact]
    public void An_action_that_needs_a_screen_is_an_alert_and_the_key_is_not_typed()
    {
        Bind("""{"0x68-0x40000": {"Action": 23, "Text": ""}}""");
        var (made, pty) = Open();

        var taken = Press(made.Session, "C-h");

        Assert.Contains("action 23", Assert.Single(taken).Error);
        Assert.Equal((AlertsProtocol.AlertSource.Key, made.Session), AlertOf());
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void Keys_and_bound_texts_go_to_the_sessions_that_type_together_and_one_action_stays()
    {
        Bind("""{"0x68-0x40000": {"Action": 12, "Text": "both"}, "0x69-0x40000": {"Action": 76, "Text": "one", "Version": 1}}""");
        var (first, firstPty) = Open();
        var (second, secondPty) = Open(window: first.Window);
        Ask<WorkspaceProtocol.Done>(new WorkspaceProtocol.SetBroadcast([[SessionTarget.Of(first.Session), SessionTarget.Of(second.Session)]]));
        secondPty.Print("\e[?1h");

        Press(first.Session, "C-h", "C-i", "Up", "x");
        Typed(Attach(first.Session), "\e[200~pasted\e[201~");

        AwaitCondition(() => secondPty.Input == "both\eOAxpasted");
        Assert.Equal("bothone\e[Axpasted", firstPty.Input);
    }

    [Theory]
    [InlineData(1, "x", "x", "x")]
    [InlineData(2, "x", "x", "")]
    [InlineData(3, "x", "x", "")]
    [InlineData(4, "x", "", "")]
    public void An_action_is_applied_where_its_mode_says(int mode, string first, string sameWindow, string otherWindow)
    {
        var (one, onePty) = Open();
        var (_, twoPty) = Open(window: one.Window);
        var (_, threePty) = Open();                        // has the focus
        Bind($$$"""{"0x68-0x40000": {"Action": 12, "Text": "x", "Apply Mode": {{{mode}}}}}""");

        Press(one.Session, "C-h");
        foreach (var entry in Ask<WorkspaceProtocol.SessionList>(new WorkspaceProtocol.ListSessions()).Sessions) Settled(entry.Id);

        Assert.Equal((first, sameWindow, otherWindow), (onePty.Input, twoPty.Input, threePty.Input));
    }

    [Fact]
    public void Viewers_are_asked_for_releases_while_a_script_wants_them_and_the_program_gets_none()
    {
        var (made, pty) = Open();
        var (before, later) = (new FakeViewer(), new FakeViewer());
        var viewers = new List<IActorRef> { Attach(made.Session, before) };
        var script = CreateTestProbe();

        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.All, SessionEvents.Keystroke | SessionEvents.KeystrokeMore), script.Ref);
        Settled(made.Session);
        viewers.Add(Attach(made.Session, later));
        AwaitCondition(() => Drawn(before, "\e[=7u") && Drawn(later, "\e[=7u"));
        Typed(viewers[0], "x\e[120;1:3u\e[13;1:3u\e[97;5:2u");
        Settled(made.Session);

        Assert.Equal([KeyStroke.Down, KeyStroke.Up, KeyStroke.Up, KeyStroke.Down], Enumerable.Range(0, 4).Select(_ => script.ExpectMsg<KeySeen>().Action));
        Assert.Equal("x\x01", pty.Input);
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.All, SessionEvents.Keystroke), script.Ref);
        AwaitCondition(() => Drawn(before, "\e[=5u", times: 2));

        bool Drawn(FakeViewer who, string flags, int times = 1)
        {
            foreach (var viewer in viewers) viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
            Time.Advance(TimeSpan.FromSeconds(1));
            return who.Frames.Count(frame => frame.Contains(flags, StringComparison.Ordinal)) == times;
        }
    }

    [Fact]
    public void Monitors_hear_of_every_key_and_only_those_that_asked_of_releases()
    {
        Bind("""{"0x68-0x40000": {"Action": 13}}""");
        var (made, _) = Open();
        var (plain, more) = (CreateTestProbe(), CreateTestProbe());
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.All, SessionEvents.Keystroke), plain.Ref);
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.Of(made.Session), SessionEvents.Keystroke | SessionEvents.KeystrokeMore), more.Ref);

        Press(made.Session, "C-h");
        AskSession<KeysTaken>(made.Session, new StrikeKeys(["x"], KeyEventKind.Release));
        Press(made.Session, "Up");

        Assert.Equal([(0x04, KeyStroke.Down), (0x7e, KeyStroke.Down)], new[] { plain.ExpectMsg<KeySeen>(), plain.ExpectMsg<KeySeen>() }.Select(seen => (seen.Key.KeyCode, seen.Action)));
        Assert.Equal([KeyStroke.Down, KeyStroke.Up, KeyStroke.Down], Enumerable.Range(0, 3).Select(_ => more.ExpectMsg<KeySeen>().Action));
    }

    [Fact]
    public void A_filter_keeps_keys_from_bindings_and_program_monitors_still_hear_and_it_ends_with_its_connection()
    {
        Bind("""{"0x68-0x40000": {"Action": 12, "Text": "bound"}}""");
        var (made, pty) = Open();
        var script = CreateTestProbe();
        var pattern = new KeysProtocol.KeyPattern(KeysProtocol.KeystrokeModifiers.Control, KeysProtocol.KeystrokeModifiers.None, [0x04], [], []);
        Tree.Tell(new WorkspaceProtocol.FilterKeys(SessionTarget.Active, "active", [pattern]), script.Ref);
        Assert.Equal(made.Session, script.ExpectMsg<WorkspaceProtocol.ResolvedTo>().Target.Id);
        Tree.Tell(new WorkspaceProtocol.HearSessions(SessionTarget.Of(made.Session), SessionEvents.Keystroke), Script.Ref);
        Settle(Tree);

        Assert.Equal(KeyFate.Filtered, Press(made.Session, "C-h")[0].Fate);
        Script.ExpectMsg<KeySeen>();
        Assert.Equal("", pty.Input);
        Sys.Stop(script.Ref);
        AwaitCondition(() => Keys.Filters.IsEmpty);

        Assert.Equal(KeyFate.Bound, Press(made.Session, "C-h")[0].Fate);
    }

    [Fact]
    public void A_filter_ends_when_it_is_taken_back_and_one_for_a_session_that_is_not_there_is_refused()
    {
        var (made, _) = Open();
        var pattern = new KeysProtocol.KeyPattern(KeysProtocol.KeystrokeModifiers.None, KeysProtocol.KeystrokeModifiers.None, [], ["a"], []);
        Tree.Tell(new WorkspaceProtocol.FilterKeys(SessionTarget.All, "all", [pattern]), Script.Ref);
        Script.ExpectMsg<WorkspaceProtocol.ResolvedTo>();

        Assert.Equal(KeyFate.Filtered, Press(made.Session, "a")[0].Fate);
        Tree.Tell(new WorkspaceProtocol.EndFilter("all"), Script.Ref);
        Settle(Tree);

        Assert.Equal(KeyFate.Typed, Press(made.Session, "a")[0].Fate);
        Ask<WorkspaceProtocol.NotFound>(new WorkspaceProtocol.FilterKeys(SessionTarget.Of(SessionId.New()), "gone", [pattern]));
    }

    [Fact]
    public void Keys_for_a_program_that_has_ended_say_so_and_bound_functions_still_run()
    {
        Bind("""{"0x68-0x40000": {"Action": 60, "Text": "f()"}, "0x69-0x40000": {"Action": 12, "Text": "x"}}""");
        var (made, pty) = Open();
        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => AskSession<SessionInfo>(made.Session, new GetInfo()).State == SessionState.Ended);

        var taken = Press(made.Session, "a", "C-i");
        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new StrikeKeys(["C-h"])), Script.Ref);

        Assert.All(taken, key => Assert.Contains("ended", key.Error));
        Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
    }

    [Fact]
    public void The_next_mark_is_told_once_to_the_one_who_asked_for_it()
    {
        Bind("""{"0x68-0x40000": {"Action": 71}}""");
        var (made, pty) = Open();
        Press(made.Session, "C-h");

        pty.Print("\e]133;A\a$ \e]133;B\a\r\n\e]133;A\a");
        Settled(made.Session);

        Assert.Equal((AlertsProtocol.AlertSource.Key, made.Session), AlertOf());
        AlertsProbe.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Keys_pressed_while_somebody_else_is_in_the_middle_of_a_paste_come_behind_it()
    {
        Bind("""{"0x68-0x40000": {"Action": 12, "Text": "bound"}}""");
        var (made, pty) = Open();
        pty.Print("\e[?2004h");
        Settled(made.Session);
        var (pasting, other) = (Attach(made.Session), Attach(made.Session));

        Typed(pasting, "\e[200~one");
        Typed(other, "x");
        Assert.Equal([KeyFate.Typed, KeyFate.Bound], Press(made.Session, "y", "C-h").Select(key => key.Fate));
        Assert.Equal("\e[200~one", pty.Input);
        Typed(pasting, "two\e[201~z");
        Settled(made.Session);

        Assert.Equal("\e[200~onetwo\e[201~xyboundz", pty.Input);
    }

    [Fact]
    public void Keys_that_wait_behind_a_paste_come_when_the_one_who_pasted_goes_away()
    {
        var (made, pty) = Open();
        pty.Print("\e[?2004h");
        Settled(made.Session);
        var pasting = Attach(made.Session);
        Typed(pasting, "\e[200~one");
        Press(made.Session, "x");

        Sys.Stop(pasting);

        AwaitCondition(() => pty.Input == "\e[200~onex");
    }

    [Fact]
    public void Bytes_of_a_terminal_are_explained_without_doing_anything()
    {
        Bind("""{"0x68-0x40000": {"Action": 12, "Text": "x"}}""");
        var (made, pty) = Open();

        var explained = AskSession<KeysExplained>(made.Session, new ExplainKeys("\x08\e[1;5A\e[20"u8.ToArray(), Complete: false));
        var whole = AskSession<KeysExplained>(made.Session, new ExplainKeys("\e"u8.ToArray(), Complete: true));

        Assert.Equal(["C-h", "C-Up"], explained.Keys.Select(key => key.Chord!.ToString()));
        Assert.Equal([12, null], explained.Keys.Select(key => key.Bound?.Binding.Action.Number));
        Assert.Equal(4, explained.Waiting);
        Assert.Equal("Escape", Assert.Single(whole.Keys).Chord!.ToString());
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void What_is_typed_and_bound_to_nothing_reaches_the_program_byte_for_byte_as_without_bindings()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] atoms = ["a", "é", "🙂", "\r", "\t", "\x7f", "\e[A", "\e[1;5C", "\eOP", "\e[15~", "\e[3;2~", "\ex", "\x03", "\e[Z", "\e[200~p\na\e[201~", "\x80", "\e[99;1~", "\e[<0;1;1M"];
        var typed = string.Concat(Enumerable.Range(0, 2_000).Select(_ => atoms[random.Next(atoms.Length)])) + "end";
        var (plain, plainPty) = Open();
        Typed(Attach(plain.Session), typed);
        Settled(plain.Session);

        Bind("""{"0x7a-0x1c0000": {"Action": 12, "Text": "never"}, "0xf70f-0x20000": {"Action": 60, "Text": "never()"}}""");
        var (bound, boundPty) = Open();
        Typed(Attach(bound.Session), typed);
        Settled(bound.Session);

        Assert.True(plainPty.Input.EndsWith("end", StringComparison.Ordinal) && plainPty.Input == boundPty.Input, $"seed {seed}");
    }

    [Fact]
    public void A_sequence_that_never_ends_is_passed_on_when_its_time_is_up()
    {
        var (made, pty) = Open();
        var viewer = Attach(made.Session);

        Typed(viewer, "\e[1;");
        Settled(made.Session);
        Time.Advance(TimeSpan.FromMilliseconds(999));
        Settled(made.Session);
        Assert.Equal("", pty.Input);
        Time.Advance(TimeSpan.FromMilliseconds(1));

        AwaitCondition(() => pty.Input == "\e[1;");
    }

    private void Bind(string json) => Keys.Global = KeysProtocol.KeyMap.TryParse(Value.Parse(json), out var map, out var error) ? map : throw new FormatException(error);

    private IReadOnlyList<TakenKey> Press(SessionId session, params string[] keys) => AskSession<KeysTaken>(session, new StrikeKeys(keys)).Keys;

    private IActorRef Attach(SessionId session, FakeViewer? viewer = null) =>
        AskSession<Attached>(session, new Attach(viewer ?? new FakeViewer(), 80, 24, TakesSize: false, ReadOnly: false)).Viewer;

    /// <summary>And the viewer has passed it on.</summary>
    private void Typed(IActorRef viewer, string text)
    {
        viewer.Tell(new ViewerTyped(Encoding.Latin1.GetBytes(text).Length == text.Length && text.All(letter => letter < 0x100) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text)), ActorRefs.NoSender);
        Settle(viewer);
    }

    private void Settled(SessionId session) => AskSession<SessionInfo>(session, new GetInfo());

    private (AlertsProtocol.AlertSource, SessionId) AlertOf()
    {
        var raised = AlertsProbe.FishForMessage<AlertsProtocol.Raise>(_ => true);
        return (raised.Source, raised.Session!.Value);
    }

    private static IEnumerable<string> Alerts(FakeViewer viewer) => viewer.News.OfType<AlertNews>().Select(news => news.Message);
}
