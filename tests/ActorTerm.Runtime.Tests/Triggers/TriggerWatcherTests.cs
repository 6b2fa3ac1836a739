using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class TriggerWatcherTests : TriggerKit
{
    [Fact]
    public void A_line_of_a_build_invokes_a_function_with_what_was_captured()
    {
        var (session, pty) = Open("""[{"action":"iTermRPCTrigger","regex":"^(.*):(\\d+): error: (.*)$","parameter":"failed(file: matches[1], line: matches[2])"}]""");

        pty.Print("cc -c a.c\r\na.c:12: error: no such thing\r\n");

        var invoke = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
        Assert.Equal(("failed(file: matches[1], line: matches[2])", InvocationsProtocol.InvocationSource.Trigger), (invoke.Text, invoke.Source));
        Assert.Equal(session, invoke.Session);
        var view = new VariablesProtocol.ScopeView().LookAt(invoke.Scope, invoke.Frame);
        Assert.Equal("""["a.c:12: error: no such thing","a.c","12","no such thing"]""", Read(view, "matches"));
        Assert.Equal(Read(view, "matches"), Read(view, "trigger.captured_strings"));
        Assert.Equal("[[0,28],[0,3],[4,2],[15,13]]", Read(view, "trigger.captured_ranges"));
        Assert.Equal("\"a.c:12: error: no such thing\"", Read(view, "trigger.input"));
        Assert.Equal("1", Read(view, "trigger.line_number"));
        Assert.Equal($"\"{session}\"", Read(view, "id"));
    }

    [Fact]
    public void The_33rd_call_that_is_not_answered_is_dropped_and_counted()
    {
        var (session, pty) = Open("""[{"action":"iTermRPCTrigger","regex":"go (\\d+)","parameter":"f()","name":"go"}]""");

        pty.Print(string.Concat(Enumerable.Range(1, 33).Select(i => $"go {i}\r\n")));

        var calls = Enumerable.Range(0, 32).Select(_ => Invocations.ExpectMsg<InvocationsProtocol.Invoke>()).ToList();
        Settle(session);
        Time.Advance(TimeSpan.FromSeconds(1));
        var dropped = Event(EventsProtocol.Kinds.TriggerDropped);
        Assert.Equal(("go", 1), (dropped.GetProperty("trigger").GetString(), dropped.GetProperty("calls").GetInt32()));
        Assert.Equal(1, List(session).All[0].Statistics!.Dropped);

        Invocations.Reply(new InvocationsProtocol.Succeeded(calls[0].Id, Value.Null));
        Settle(session);
        pty.Print("go on\r\ngo 34\r\n");
        Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
    }

    [Fact]
    public void A_text_is_typed_with_captures_and_escapes()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"^Password for (\\w+): $","parameter":"secret-\\1\\r","partial":true}]""");

        pty.Print("Password for ann: ");
        Settle(session);
        Assert.Equal("", pty.Input);
        Time.Advance(TimeSpan.FromMilliseconds(250));
        Settle(session);

        Assert.Equal("secret-ann\r", pty.Input);
    }

    [Fact]
    public void A_text_is_not_typed_into_the_sessions_that_type_together_with_this_one()
    {
        var (made, pty) = Open(new SessionsProtocol.SessionStart(
            Argv: ["cat"], ProfileOverrides: [new("Triggers", Value.Parse("""[{"action":"SendTextTrigger","regex":"q","parameter":"a"}]"""))]));
        var (other, otherPty) = Open(window: made.Window);
        Ask<WorkspaceProtocol.Done>(new WorkspaceProtocol.SetBroadcast([[SessionTarget.Of(made.Session), SessionTarget.Of(other.Session)]]));

        pty.Print("q\r\n");
        Settle(made.Session);
        AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["x"]));

        AwaitCondition(() => otherPty.Input == "x");
        Assert.Equal("ax", pty.Input);
    }

    [Fact]
    public void Another_profile_completes_the_line_with_the_triggers_of_the_one_before()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"^q$","parameter":"before"}]""");
        pty.Print("q");
        Settle(session);

        AskSession<SessionsProtocol.Accepted>(
            session, new SessionsProtocol.SetProfile([new("Triggers", Value.Parse("""[{"action":"SendTextTrigger","regex":"q","parameter":"after"}]"""))]));

        Assert.Equal("before", pty.Input);
    }

    [Fact]
    public void A_question_that_stands_there_when_its_trigger_comes_is_answered_too()
    {
        var (session, pty) = Open("[]");
        pty.Print("Continue? ");
        Settle(session);

        AskSession<TriggersProtocol.Triggers>(session, new AddTrigger(Value.Parse("""{"action":"SendTextTrigger","regex":"Continue\\?","parameter":"y","partial":1}""")));
        Time.Advance(TimeSpan.FromMilliseconds(250));
        Settle(session);

        Assert.Equal("y", pty.Input);
    }

    [Fact]
    public void Text_that_a_script_injects_is_looked_at_as_if_the_program_had_printed_it()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"q","parameter":"a"},{"action":"SendTextTrigger","regex":"p","parameter":"b","partial":true}]""");

        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Inject("q\r\np"u8.ToArray()));
        Time.Advance(TimeSpan.FromMilliseconds(250));
        Settle(session);

        Assert.Equal("ab", pty.Input);
    }

    [Fact]
    public void A_line_that_goes_on_and_on_is_looked_at_after_half_a_second()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"x{4}","parameter":"!","partial":true}]""");

        for (var i = 0; i < 5; i++)
        {
            pty.Print("x");
            Settle(session);
            Assert.Equal("", pty.Input);
            Time.Advance(TimeSpan.FromMilliseconds(100));
            Settle(session);
        }

        Assert.Equal("!", pty.Input);
    }

    [Fact]
    public void A_silent_coprocess_begins_behind_the_line_that_fired()
    {
        var (session, pty) = Open("""[{"action":"MuteCoprocessTrigger","regex":"\\*\\*B(\\d+)","parameter":"rz \"$1\"","lockInput":true,"newline":"cr"}]""");

        pty.Print("rz\r\n**B0100\r\nbinary");

        var process = Ptys.Piped.Take();
        Assert.Equal(["-c", "rz \"$1\"", "sh", "0100"], process.Options.Arguments);
        Assert.Equal(("**B0100", "0100"), (process.Options.Environment["TRIGGER_MATCH_0"], process.Options.Environment["TRIGGER_MATCH_1"]));
        AwaitCondition(() => process.Input == "\nbinary");
        Assert.Equal("rz\n**B0100", Screen(session));
        var running = AskSession<CoprocessesProtocol.CoprocessStatus>(session, new CoprocessesProtocol.GetCoprocess()).Running!;
        Assert.Equal((true, true, CoprocessesProtocol.CoprocessNewline.Cr), (running.Options.Mute, running.Options.LockInput, running.Options.Newline));
        Assert.Equal(CoprocessesProtocol.CoprocessSource.Trigger, running.Source);
    }

    [Theory]
    [InlineData("CoprocessTrigger")]
    [InlineData("MuteCoprocessTrigger")]
    public void While_a_coprocess_runs_a_trigger_starts_no_other(string action)
    {
        var (session, pty) = Open($$"""[{"action":"CoprocessTrigger","regex":"^go$","parameter":"copro"},{"action":"{{action}}","regex":"again","parameter":"other"}]""");
        pty.Print("go\r\n");
        var process = Ptys.Piped.Take();

        pty.Print("go again\r\nshown");

        var rejected = Event(EventsProtocol.Kinds.CoprocessRejected);
        Assert.Equal(("alreadyRunning", "other"), (rejected.GetProperty("why").GetString(), rejected.GetProperty("command").GetString()));
        AwaitCondition(() => process.Input.EndsWith("go again\r\nshown", StringComparison.Ordinal));
        Assert.Equal("go\ngo again\nshown", Screen(session));
        Assert.Empty(Ptys.Piped);
    }

    [Fact]
    public void Injected_text_comes_right_behind_what_fired_and_is_looked_at_too()
    {
        var (session, pty) = Open("""[{"action":"iTermInjectTrigger","regex":"^a$","parameter":"\\r\\nb\\r\\n"},{"action":"SendTextTrigger","regex":"^b$","parameter":"saw b"}]""");

        pty.Print("a\r\nc");

        Settle(session);
        Assert.Equal("a\nb\n\nc", Screen(session));
        Assert.Equal("saw b", pty.Input);
    }

    [Fact]
    public void An_injection_that_fires_itself_ends()
    {
        TriggerSettings = new TriggerSettings { MaxInjections = 3, RepeatInterval = TimeSpan.Zero };
        var (session, pty) = Open("""[{"action":"iTermInjectTrigger","regex":"a","parameter":"a\\r\\n"}]""");

        pty.Print("a\r\n");

        Assert.Contains("injections fired one another 3 times", Alert());
        Settle(session);
    }

    [Fact]
    public void A_title_a_variable_a_directory_and_a_host_are_set_from_what_was_captured()
    {
        var (session, pty) = Open(
            """
            [{"action":"iTermSetTitleTrigger","regex":"title (.*)","parameter":"<\\1>"},
             {"action":"iTermSetUserVariableTrigger","regex":"set (\\w+)=(.*)","parameter":"user.last\u0001\\2"},
             {"action":"iTermSetUserVariableTrigger","regex":"set (\\w+)=(.*)","parameter":"name=\\1=\\2"},
             {"action":"SetDirectoryTrigger","regex":"in (/\\S+)","parameter":"\\1"},
             {"action":"SetHostnameTrigger","regex":"on (\\S+)","parameter":"\\1"},
             {"action":"iTermSetTabStatusTrigger","regex":"status (.*)","parameter":"#f00\u0001\\1\u0001"}]
            """);

        pty.Print("title \\(id)\r\nset x=hello\r\nin /tmp/x\r\non ann@box\r\nstatus busy\r\n");

        Assert.Equal("<\\(id)>", Settle(session).Name);
        Assert.Equal(
            ["<\\(id)>", "hello", "x=hello", "/tmp/x", "box", "ann", "busy"],
            new[] { "triggerName", "user.last", "user.name", "path", "hostname", "username", "tabStatus" }.Select(name => Variable(session, name)));
    }

    [Fact]
    public void A_title_is_set_in_place_of_the_name_that_the_session_was_given()
    {
        var (made, pty) = Open(new SessionsProtocol.SessionStart(Argv: ["cat"], Name: "mine"));
        AskSession<TriggersProtocol.Triggers>(made.Session, new AddTrigger(Value.Parse("""{"action":"iTermSetTitleTrigger","regex":"^at (.*)$","parameter":"\\1"}""")));

        pty.Print("at work\r\n");

        Assert.Equal("work", Settle(made.Session).Name);
    }

    [Fact]
    public void A_match_becomes_a_link_unless_its_address_could_do_harm()
    {
        var (session, pty) = Open("""[{"action":"iTermHyperlinkTrigger","regex":"bug (\\d+)","parameter":"https://bugs.example/\\1"},{"action":"iTermHyperlinkTrigger","regex":"evil","parameter":"https://x/\\e]2;y"}]""");

        pty.Print("see bug 12 and evil\r\n");

        var line = AskSession<SessionsProtocol.BufferContents>(session, new SessionsProtocol.ReadBuffer(new SessionsProtocol.VisibleScreen(), WithStyles: true)).Lines[0];
        Assert.Equal(["", "https://bugs.example/12", ""], line.Styles.Select(run => run.Value.Link?.Uri ?? ""));
    }

    [Fact]
    public void An_alert_is_raised_at_most_once_a_second()
    {
        var (session, pty) = Open("""[{"action":"AlertTrigger","regex":"boom (\\d)","parameter":"it went \\1"}]""");

        pty.Print("boom 1\r\nboom 2\r\n");
        Settle(session);
        Time.Advance(TimeSpan.FromSeconds(1));
        pty.Print("boom 3\r\n");

        var first = AlertsProbe.ExpectMsg<AlertsProtocol.Raise>();
        Assert.Equal((AlertsProtocol.AlertSource.Trigger, session, "it went 1"), (first.Source, first.Session, first.Message));
        Assert.Equal("it went 3", Alert());
    }

    [Fact]
    public void Captured_lines_are_kept_and_told()
    {
        TriggerSettings = new TriggerSettings { MaxCaptured = 2 };
        var (session, pty) = Open("""[{"action":"CaptureTrigger","regex":"error (\\d)","name":"errors"}]""");

        pty.Print("error 1\r\nerror 2\r\nerror 3\r\n");

        Assert.Equal("error 1", Event(EventsProtocol.Kinds.TriggerCaptured).GetProperty("text").GetString());
        var captured = AskSession<CapturedOutput>(session, new ListCaptured()).All;
        Assert.Equal(["2", "3"], captured.Select(one => one.Match.Captures[1]));
    }

    [Fact]
    public void Notifications_bells_marks_and_what_has_no_window_are_events()
    {
        var (_, pty) = Open(
            """
            [{"action":"iTermUserNotificationTrigger","regex":"n","parameter":"note"},{"action":"BellTrigger","regex":"b"},
             {"action":"iTermSetNamedMarkTrigger","regex":"m","parameter":"here"},{"action":"PasswordTrigger","regex":"p","parameter":"root"}]
            """);

        pty.Print("n\r\nb\r\nm\r\np\r\n");

        Assert.Equal("note", Event(EventsProtocol.Kinds.SessionNotification).GetProperty("message").GetString());
        Event(EventsProtocol.Kinds.SessionBell);
        Assert.Equal("here", Event(EventsProtocol.Kinds.TriggerMark).GetProperty("name").GetString());
        Assert.Equal("PasswordTrigger", Event(EventsProtocol.Kinds.TriggerMatched).GetProperty("action").GetString());
    }

    [Fact]
    public void A_pattern_can_stand_for_shell_integration()
    {
        var (session, pty) = Open("""[{"action":"iTermShellPromptTrigger","regex":"^\\$ $","partial":true},{"action":"SendTextTrigger","matchType":100,"parameter":"ls\\r"}]""");

        pty.Print("$ ");
        Settle(session);
        Time.Advance(TimeSpan.FromMilliseconds(250));

        Settle(session);
        Assert.Equal("ls\r", pty.Input);
    }

    [Fact]
    public void Input_is_held_and_let_go_in_its_order()
    {
        var (session, pty) = Open("""[{"action":"iTermBufferInputTrigger","regex":"hold","parameter":0},{"action":"iTermBufferInputTrigger","regex":"go","parameter":1}]""");

        pty.Print("hold\r\n");
        Settle(session);
        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Type("one "));
        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Type("two"));
        Assert.Equal("", pty.Input);
        pty.Print("go\r\n");
        Settle(session);

        Assert.Equal("one two", pty.Input);
    }

    [Fact]
    public void Held_input_is_let_go_when_no_trigger_is_left_that_would_do_it()
    {
        var (session, pty) = Open("""[{"action":"iTermBufferInputTrigger","regex":"hold","parameter":0,"name":"hold"},{"action":"BellTrigger","regex":"x"}]""");
        pty.Print("hold\r\n");
        Settle(session);
        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Type("held"));

        AskSession<TriggersProtocol.Triggers>(session, new RemoveTrigger("2"));
        Assert.Equal("", pty.Input);
        AskSession<TriggersProtocol.Triggers>(session, new EnableTrigger("hold", false));

        Assert.Equal("held", pty.Input);
    }

    [Fact]
    public void A_command_is_handed_on_with_captures_and_surroundings()
    {
        var (session, pty) = Open("""[{"action":"ScriptTrigger","regex":"deploy (\\w+)","parameter":"notify \"$1\"","name":"deploy"}]""");

        pty.Print("deploy prod\r\n");

        var command = Commands.ExpectMsg<RunCommand>();
        Assert.Equal((session, "deploy", "notify \"$1\""), (command.Session, command.Trigger, command.Line));
        Assert.Equal(["deploy prod", "prod"], command.Captures);
        Assert.Equal(session.ToString(), command.Environment["ACTORTERM_SESSION_ID"]);
    }

    [Fact]
    public void Where_commands_are_not_allowed_they_are_not_run()
    {
        TriggerSettings = new TriggerSettings { AllowCommands = false };
        var (session, pty) = Open("""[{"action":"ScriptTrigger","regex":"x","parameter":"true"},{"action":"CoprocessTrigger","regex":"x","parameter":"true"}]""");

        pty.Print("x\r\n");

        Assert.Contains("actorterm.triggers.allow-commands", Alert());
        Assert.Contains("actorterm.triggers.allow-commands", Alert());
        Settle(session);
        Assert.Empty(Ptys.Piped);
    }

    [Fact]
    public void A_parameter_that_is_an_expression_is_evaluated_before_its_effect()
    {
        var (session, pty) = Open(
            """[{"action":"SendTextTrigger","regex":"hi (\\w+)","parameter":"hello \\(matches[1])"}]""", new KeyValuePair<string, Value>("Triggers Use Interpolated Strings", Value.Of(true)));

        pty.Print("hi ann\r\n");

        var asked = Invocations.ExpectMsg<InvocationsProtocol.Evaluate>();
        Assert.Equal(("hello \\(matches[1])", TimeSpan.FromSeconds(30)), (asked.Text, asked.Within));
        Invocations.Reply(new InvocationsProtocol.Evaluated(asked.Tag, asked.Number, "hello ann", null, [], 0));
        Settle(session);
        Assert.Equal("hello ann", pty.Input);
    }

    [Fact]
    public void A_parameter_that_cannot_be_evaluated_is_an_alert_and_has_no_effect()
    {
        var (session, pty) = Open(
            """[{"action":"SendTextTrigger","regex":"hi","parameter":"\\(nothing)"}]""", new KeyValuePair<string, Value>("Triggers Use Interpolated Strings", Value.Of(true)));

        pty.Print("hi\r\n");
        var asked = Invocations.ExpectMsg<InvocationsProtocol.Evaluate>();
        Invocations.Reply(new InvocationsProtocol.Evaluated(asked.Tag, asked.Number, null, EvaluationError.Raised("no nothing", null), [], 0));

        Assert.Contains("no nothing", Alert());
        Settle(session);
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void Events_of_the_session_fire()
    {
        var (session, pty) = Open(
            """
            [{"action":"iTermUserNotificationTrigger","matchType":101,"eventParams":{"exitCodeFilter":"!0"},"parameter":"exit \\0"},
             {"action":"iTermUserNotificationTrigger","matchType":110,"eventParams":{"sequenceId":"deploy"},"parameter":"custom \\0 \\1"},
             {"action":"iTermUserNotificationTrigger","matchType":108,"parameter":"bell"},
             {"action":"iTermUserNotificationTrigger","matchType":102,"eventParams":{"directoryRegex":"^/srv"},"parameter":"in \\0"},
             {"action":"iTermUserNotificationTrigger","matchType":112,"parameter":"bar \\0"},
             {"action":"iTermUserNotificationTrigger","matchType":107,"parameter":"over"}]
            """);

        pty.Print("\e]133;A\a$ \e]133;B\afalse\r\n\e]133;C\a\e]133;D;1\a\e]1337;Custom=id=deploy:now\a\a\e]7;file://box/srv/www\a\e]9;4;1;10\a\e]9;4;0\a");
        Settle(session);
        pty.Exit(PtyExit.Code(0));

        Assert.Equal(
            ["exit 1", "custom deploy now", "bell", "in /srv/www", "bar appeared", "bar disappeared", "over"],
            Enumerable.Range(0, 7).Select(_ => Event(EventsProtocol.Kinds.SessionNotification).GetProperty("message").GetString()));
    }

    [Fact]
    public void Silence_fires_by_itself()
    {
        var (session, pty) = Open("""[{"action":"iTermUserNotificationTrigger","matchType":105,"eventParams":{"timeout":30},"parameter":"quiet for \\0"}]""");
        pty.Print("x");
        Settle(session);

        Time.Advance(TimeSpan.FromSeconds(20));
        pty.Print("y");
        Settle(session);
        Time.Advance(TimeSpan.FromSeconds(20));
        Settle(session);
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("quiet for 30", Event(EventsProtocol.Kinds.SessionNotification).GetProperty("message").GetString());
    }

    [Fact]
    public void A_variable_that_changes_fires()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","matchType":115,"eventParams":{"variableName":"user.x","variableValueRegex":"^o"},"parameter":"\\1=\\0"}]""");

        var monitor = (VariablesProtocol.Monitor)Monitors.FishForMessage<object>(m => m is VariablesProtocol.Monitor { Name: "user.x" }, TimeSpan.FromSeconds(20));
        monitor.Subscriber.Tell(new VariablesProtocol.VariableChanged(VariablesProtocol.ScopeKind.Session, "", "user.x", Value.Of("off"), monitor.Tag), ActorRefs.NoSender);
        monitor.Subscriber.Tell(new VariablesProtocol.VariableChanged(VariablesProtocol.ScopeKind.Session, "", "user.x", Value.Of("no"), monitor.Tag), ActorRefs.NoSender);
        Settle(session);
        Assert.Equal("user.x=off", pty.Input);
        AskSession<TriggersProtocol.Triggers>(session, new RemoveTrigger("1"));

        Monitors.FishForMessage<object>(m => m is VariablesProtocol.Unmonitor { Tag: var tag } && tag == monitor.Tag, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Triggers_that_change_one_anothers_variables_end_at_the_bound_with_one_event_each_that_was_dropped()
    {
        TriggerSettings = new TriggerSettings { MaxVariableFiringsPerSecond = 5 };
        var (session, _) = Open("""
            [{"action":"iTermSetUserVariableTrigger","matchType":115,"eventParams":{"variableName":"user.a"},"parameter":"b\u0001\\0+","name":"to b"},
             {"action":"iTermSetUserVariableTrigger","matchType":115,"eventParams":{"variableName":"user.b"},"parameter":"a\u0001\\0+","name":"to a"}]
            """);
        var followers = Followers("user.a", "user.b");

        SetVariable(session, "user.a", "x");

        Assert.Equal(["x", "x+", "x++", "x+++", "x++++", "x+++++"], Follow(followers, times: 6));
        Settle(session);
        Assert.Equal(("x++++", "x+++++"), (Variable(session, "user.a"), Variable(session, "user.b")));
        Time.Advance(TimeSpan.FromSeconds(1));
        var dropped = Event(EventsProtocol.Kinds.TriggerDropped);
        Assert.Equal(("to a", 1), (dropped.GetProperty("trigger").GetString(), dropped.GetProperty("firings").GetInt32()));
        Assert.Equal([3L, 2L], List(session).All.Select(trigger => trigger.Statistics!.FiredTimes));
        Assert.Equal([0L, 1L], List(session).All.Select(trigger => trigger.Statistics!.Dropped));

        SetVariable(session, "user.b", "y");      // a second later there is room again

        Assert.Equal(["y", "y+"], Follow(followers, times: 2));
    }

    [Fact]
    public void A_trigger_that_changes_its_own_variable_ends_at_the_bound()
    {
        TriggerSettings = new TriggerSettings { MaxVariableFiringsPerSecond = 3 };
        var (session, _) = Open("""[{"action":"BellTrigger","matchType":115,"eventParams":{"variableName":"bellCount"},"name":"echo"}]""");
        var followers = Followers("bellCount");

        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Inject("\a"u8.ToArray()));

        Assert.Equal(["1", "2", "3", "4"], Follow(followers, times: 4));
        Settle(session);
        Assert.Equal("4", Variable(session, "bellCount"));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Event(EventsProtocol.Kinds.TriggerDropped).GetProperty("firings").GetInt32());
    }

    [Fact]
    public void The_last_line_of_a_program_counts_though_nothing_ends_it()
    {
        var (_, pty) = Open("""[{"action":"iTermUserNotificationTrigger","regex":"last","parameter":"seen"}]""");

        pty.Print("last words");
        pty.Exit(PtyExit.Code(0));

        Assert.Equal("seen", Event(EventsProtocol.Kinds.SessionNotification).GetProperty("message").GetString());
    }

    [Fact]
    public void Triggers_are_added_disabled_enabled_and_removed_while_the_program_runs()
    {
        var (session, pty) = Open("[]");

        var added = AskSession<TriggersProtocol.Triggers>(session, new AddTrigger(Value.Parse("""{"action":"SendTextTrigger","regex":"q","parameter":"a","name":"answer"}""")));
        Assert.Equal("answer", Assert.Single(added.All).Entry.Label);
        pty.Print("q1\r\n");
        Settle(session);
        AskSession<TriggersProtocol.Triggers>(session, new EnableTrigger("answer", false));
        pty.Print("q2\r\n");
        Settle(session);
        AskSession<TriggersProtocol.Triggers>(session, new EnableTrigger("1", true));
        pty.Print("q3\r\n");
        Settle(session);
        Assert.Empty(AskSession<TriggersProtocol.Triggers>(session, new RemoveTrigger("1")).All);
        pty.Print("q4\r\n");
        Settle(session);

        Assert.Equal("aa", pty.Input);
        var kept = AskSession<SessionsProtocol.ProfileValues>(session, new SessionsProtocol.GetProfile(["Triggers"]));
        Assert.Equal("[]", Assert.Single(kept.Properties).Value.ToString());
    }

    [Fact]
    public void A_script_sets_the_whole_list_and_reads_it_back()
    {
        var (session, pty) = Open("[]");
        const string List = """[{"action":"SendTextTrigger","regex":"q","parameter":"a","future":{"x":1}}]""";

        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.SetProfile([new("Triggers", Value.Parse(List))]));
        pty.Print("q\r\n");
        Settle(session);

        Assert.Equal("a", pty.Input);
        Assert.Equal(List, AskSession<SessionsProtocol.ProfileValues>(session, new SessionsProtocol.GetProfile(["Triggers"])).Properties[0].Value.ToString());
    }

    [Fact]
    public void A_list_with_something_wrong_is_refused_and_the_one_before_stays()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"q","parameter":"a"}]""");

        var refused = AskSession<SessionsProtocol.Rejected>(
            session, new SessionsProtocol.SetProfile([new("Triggers", Value.Parse("""[{"action":"SendTextTrigger","regex":"q(","parameter":"b"}]"""))]));
        pty.Print("q\r\n");
        Settle(session);

        Assert.Contains("Triggers[0].regex: unmatched ( at 1", refused.Text);
        Assert.Contains("Triggers[0].regex: unmatched ( at 1", Alert());
        Assert.Equal("a", pty.Input);
    }

    [Fact]
    public void What_does_nothing_here_is_one_alert_for_all_that_are_on()
    {
        Open("""
            [{"action":"HighlightTrigger","regex":"a","disabled":true},{"action":"HighlightTrigger","regex":"b"},{"action":"FutureTrigger","regex":"c"},
             {"action":"iTermFoldTrigger","regex":"d","parameter":"m"}]
            """);
        Open("""[{"action":"FutureTrigger","regex":"a"}]""");

        Assert.Equal(
            "Triggers[1].action: HighlightTrigger has nothing to show on a host without windows: it is kept, and does nothing; so do 2 more of its triggers: `actorterm trigger ls`",
            Alert());
        Assert.EndsWith("and does nothing", Alert());
        AlertsProbe.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_resize_completes_the_line()
    {
        var (session, pty) = Open("""[{"action":"SendTextTrigger","regex":"q","parameter":"a"}]""");
        pty.Print("q");
        Settle(session);

        AskSession<SessionsProtocol.Accepted>(session, new SessionsProtocol.Resize(60, 20));

        Assert.Equal("a", pty.Input);
    }

    [Fact]
    public void What_cannot_be_enabled_or_found_says_why()
    {
        var (session, _) = Open("""[{"action":"SendTextTrigger","regex":"q(","parameter":"a","disabled":true}]""");
        Alert();

        Assert.Contains("unmatched (", AskSession<SessionsProtocol.Rejected>(session, new EnableTrigger("1", true)).Text);
        Assert.Contains("no trigger 2", AskSession<SessionsProtocol.Rejected>(session, new EnableTrigger("2", true)).Text);
        Assert.Contains("unmatched (", AskSession<SessionsProtocol.Rejected>(session, new AddTrigger(Value.Parse("""{"action":"BellTrigger","regex":"("}"""))).Text);
        Assert.Contains("is an object", AskSession<SessionsProtocol.Rejected>(session, new AddTrigger(Value.Parse("7"))).Text);
    }

    [Fact]
    public void A_test_runs_on_lines_or_on_what_stands_there_and_fires_nothing()
    {
        var (session, pty) = Open("[]");
        pty.Print("q1\r\nq2");
        Settle(session);
        var trigger = Value.Parse("""{"action":"SendTextTrigger","regex":"q(\\d)","parameter":"a\\1"}""");

        var there = AskSession<TriggerTested>(session, new TestTrigger(trigger, null));
        var given = AskSession<TriggerTested>(session, new TestTrigger(trigger, ["x", "q9"]));

        Assert.Equal(["a1", "a2"], there.Matches.Select(match => match.Parameter));
        Assert.Equal((1L, "a9", 2L), (given.Matches[0].Match.Line, given.Matches[0].Parameter, given.Lines));
        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void In_full_screen_programs_triggers_run_unless_the_profile_says_no()
    {
        const string List = """[{"action":"SendTextTrigger","regex":"q","parameter":"a"}]""";
        var (with, ptyWith) = Open(List);
        var (without, ptyWithout) = Open(List, new KeyValuePair<string, Value>("Enable Triggers in Interactive Apps", Value.Of(false)));

        ptyWith.Print("\e[?1049hq\r\n");
        ptyWithout.Print("\e[?1049hq\r\n\e[?1049lq\r\n");
        Settle(with);
        Settle(without);

        Assert.Equal(("a", "a"), (ptyWith.Input, ptyWithout.Input));
    }

    /// <summary>What the session's triggers wait for, by name.</summary>
    private Dictionary<string, VariablesProtocol.Monitor> Followers(params string[] names) => names.ToDictionary(
        name => name, name => (VariablesProtocol.Monitor)Monitors.FishForMessage<object>(m => m is VariablesProtocol.Monitor one && one.Name == name, TimeSpan.FromSeconds(20)));

    /// <summary>Tells of the next changes of those variables, as the monitors would.</summary>
    /// <returns>The values, in order.</returns>
    private List<string> Follow(Dictionary<string, VariablesProtocol.Monitor> followers, int times)
    {
        var values = new List<string>();
        while (values.Count < times)
        {
            var changed = (MonitorsActor.Changed)Monitors.FishForMessage<object>(m => m is MonitorsActor.Changed one && followers.ContainsKey(one.Name), TimeSpan.FromSeconds(20));
            var (follower, value) = (followers[changed.Name], changed.Value);
            follower.Subscriber.Tell(new VariablesProtocol.VariableChanged(VariablesProtocol.ScopeKind.Session, "", changed.Name, value, follower.Tag), ActorRefs.NoSender);
            values.Add(value.ToDisplayString());
        }

        return values;
    }

    private void SetVariable(SessionId session, string name, string value) => AskSession<VariablesProtocol.VariableValues>(
        session, new SessionsProtocol.AccessVariables(new VariablesProtocol.VariablesRequest([new(name, Value.Of(value))], [])));

    private static string Read(VariablesProtocol.ScopeView view, string name)
    {
        Assert.True(VariablePath.TryParse(name, out var path));
        Assert.Equal(Lookup.Value, view.Find(path, out var value));
        return value.ToString();
    }
}
