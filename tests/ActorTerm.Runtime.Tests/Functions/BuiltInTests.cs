using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Tests.Invocations;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Functions;

public class BuiltInTests : InvocationKit
{
    private readonly SessionId _session = SessionId.New();
    private readonly WindowId _window = WindowId.New();

    public BuiltInTests()
    {
        Set(Scopes.Session, "id", $"\"{_session}\"");
        Set(Scopes.Tab, "id", "\"7\"");
        Set(Scopes.Window, "id", $"\"{_window}\"");
        _ = Functions;
        Quiet();
    }

    [Theory]
    [InlineData("iterm2.count(array: [1, 2, 3])", "3")]
    [InlineData("iterm2.count(array: [])", "0")]
    [InlineData("iterm2.urlEncode(string: \"a b/ü~\")", "\"a%20b/%C3%BC~\"")]
    [InlineData("iterm2 . count ( array : [ iterm2.count(array: []) ] )", "1")]
    public void Pure_functions_have_a_value_at_once(string text, string json) => ExpectValue(Invoke(text), json);

    [Theory]
    [InlineData("iterm2.count(array: null)", "argument \"array\" of iterm2.count(array) must be an array, not null")]
    [InlineData("iterm2.urlEncode(string: 1)", "argument \"string\" of iterm2.urlEncode(string) must be a string, not a number")]
    [InlineData("iterm2.paste()", "no user interface on this host")]
    [InlineData("iterm2.focus()", "no user interface on this host")]
    [InlineData("iterm2.alert(title: \"t\", subtitle: \"s\", buttons: [])", "no user interface on this host")]
    [InlineData("iterm2.alert(title: \"t\", subtitle: \"s\", buttons: [], window_id: null)", "no user interface on this host")]
    [InlineData("iterm2.open_panel(prompt: \"p\", path: \"/\")", "no user interface on this host")]
    [InlineData("iterm2.save_panel()", "no user interface on this host")]
    [InlineData("iterm2.alert(title: \"t\")", "no function registered for iterm2.alert(title). Did you mean iterm2.alert(buttons,subtitle,title)?")]
    [InlineData("iterm2.set_name(name: \"x\")", "no function registered for iterm2.set_name(name)")]
    public void What_cannot_be_done_says_why(string text, string message) => ExpectFailure(Invoke(text), message);

    [Fact]
    public void A_profile_property_is_that_of_the_session_in_scope()
    {
        var id = Invoke("""iterm2.get_profile_property(key: "Name")""");
        Assert.Equal(new WorkspaceProtocol.GetProfileProperty(_session, "Name"), Workspace.ExpectMsg<WorkspaceProtocol.GetProfileProperty>());
        Workspace.Reply(new WorkspaceProtocol.ProfileValue(Value.Of("Default")));

        ExpectValue(id, "\"Default\"");
    }

    [Fact]
    public void Without_a_session_in_scope_there_is_no_profile_property() => ExpectFailure(
        Invoke("""iterm2.get_profile_property(key: "Name")""", scope: Scopes.App), "iterm2.get_profile_property(key) does not apply here");

    [Theory]
    [InlineData("""iterm2.run_coprocess(commandLine: "rz")""", false)]
    [InlineData("""iterm2.run_coprocess(commandLine: "rz", mute: 0)""", false)]
    [InlineData("""iterm2.run_coprocess(commandLine: "rz", mute: null)""", false)]
    [InlineData("""iterm2.run_coprocess(commandLine: "rz", mute: 1)""", true)]
    public void A_coprocess_is_run_by_a_function_and_by_a_method_of_the_session(string text, bool mute)
    {
        var started = new StartAnswer.Started(new CoprocessInfo("rz", 7, new CoprocessOptions(mute), CoprocessSource.Function, default));
        foreach (var (invoke, answer, json) in new (Func<InvocationId>, StartAnswer, string)[]
                 {
                     (() => Invoke(text), started, "true"), (() => Method(Scopes.Session, text), new StartAnswer.AlreadyRunning("rz"), "false"),
                     (() => Invoke(text), new StartAnswer.Blank(), "false"),
                 })
        {
            var id = invoke();
            Assert.Equal(
                new WorkspaceProtocol.ToSession(
                    SessionTarget.Of(_session), new StartCoprocess(new CoprocessCommand.Shell("rz"), new CoprocessOptions(mute), CoprocessSource.Function)),
                Workspace.ExpectMsg<WorkspaceProtocol.ToSession>());
            Workspace.Reply(answer);
            ExpectValue(id, json);
        }
    }

    [Fact]
    public void A_coprocess_that_cannot_be_started_is_an_error()
    {
        var id = Invoke("""iterm2.run_coprocess(commandLine: "rz")""");
        Workspace.ExpectMsg<WorkspaceProtocol.ToSession>();
        Workspace.Reply(new StartAnswer.SpawnFailed("the system has no process left"));

        ExpectFailure(id, "the system has no process left");
    }

    [Fact]
    public void A_coprocess_is_stopped_and_asked_for()
    {
        var stop = Invoke("iterm2.stop_coprocess()");
        Assert.Equal(new WorkspaceProtocol.ToSession(SessionTarget.Of(_session), StopCoprocess.Instance), Workspace.ExpectMsg<WorkspaceProtocol.ToSession>());
        Workspace.Reply(new Stopped(true));
        ExpectValue(stop, "true");

        var get = Method(Scopes.Session, "iterm2.get_coprocess()");
        Assert.Equal(new WorkspaceProtocol.ToSession(SessionTarget.Of(_session), GetCoprocess.Instance), Workspace.ExpectMsg<WorkspaceProtocol.ToSession>());
        Workspace.Reply(new CoprocessStatus(null));
        ExpectValue(get, "null");
    }

    [Theory]
    [InlineData("iterm2.run_coprocess(commandLine: 1)", "argument \"commandLine\" of iterm2.run_coprocess(commandLine) must be a string, not a number")]
    [InlineData("iterm2.run_coprocess(commandLine: \"rz\", mute: \"yes\")", "argument \"mute\" of iterm2.run_coprocess(commandLine) must be a number, not a string")]
    public void A_coprocess_with_arguments_of_the_wrong_kind_says_which(string text, string message) => ExpectFailure(Invoke(text), message);

    [Fact]
    public void Without_a_session_in_scope_there_is_no_coprocess() => ExpectFailure(
        Invoke("iterm2.get_coprocess()", scope: Scopes.Tab), "iterm2.get_coprocess() does not apply here: it needs a session");

    [Fact]
    public void A_session_is_named_by_its_method()
    {
        var id = Method(Scopes.Session, """iterm2.set_name(name: "build")""");
        Assert.Equal(new WorkspaceProtocol.SetSessionName(_session, "build"), Workspace.ExpectMsg<WorkspaceProtocol.SetSessionName>());
        Workspace.Reply("done");

        ExpectValue(id, "null");
    }

    [Fact]
    public void A_tab_and_a_window_have_methods_of_the_same_name()
    {
        var tab = Method(Scopes.Tab, """iterm2.set_title(title: "a")""");
        Assert.Equal(new WorkspaceProtocol.SetTabTitle(new TabId(7), "a"), Workspace.ExpectMsg<WorkspaceProtocol.SetTabTitle>());
        Workspace.Reply("done");
        ExpectValue(tab, "null");

        var window = Method(Scopes.Window, """iterm2.set_title(title: "b")""");
        Assert.Equal(new WorkspaceProtocol.SetWindowTitle(_window, "b"), Workspace.ExpectMsg<WorkspaceProtocol.SetWindowTitle>());
        Workspace.Reply("done");
        ExpectValue(window, "null");
    }

    [Fact]
    public void A_pane_is_selected_by_its_direction()
    {
        var next = SessionId.New();
        var found = Method(Scopes.Tab, """iterm2.select_pane_in_direction(direction: "above")""");
        Assert.Equal(
            new WorkspaceProtocol.SelectPane(new TabId(7), WorkspaceProtocol.Direction.Above), Workspace.ExpectMsg<WorkspaceProtocol.SelectPane>());
        Workspace.Reply(new WorkspaceProtocol.PaneSelected(next));
        ExpectValue(found, $"\"{next}\"");

        var none = Method(Scopes.Tab, """iterm2.select_pane_in_direction(direction: "left")""");
        Workspace.ExpectMsg<WorkspaceProtocol.SelectPane>();
        Workspace.Reply(new WorkspaceProtocol.PaneSelected(null));
        ExpectValue(none, "null");

        ExpectFailure(
            Method(Scopes.Tab, """iterm2.select_pane_in_direction(direction: "up")"""),
            "argument \"direction\" must be left, right, above or below, not \"up\"");
    }

    [Theory]
    [InlineData("""iterm2.set_title(title: "x")""", "no function registered for iterm2.set_title(title)")]
    [InlineData("iterm2.count(array: [])", "no function registered for iterm2.count(array)")]
    [InlineData("add(a: 1, b: 2)", "no function registered for add(a,b)")]
    public void A_session_has_only_its_own_methods(string text, string message)
    {
        Register(Script("script"), "add(a,b)");

        ExpectFailure(Method(Scopes.Session, text), message);
    }

    [Fact]
    public void The_arguments_of_a_method_may_call_functions_and_read_the_receivers_variables()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Set(Scopes.Session, "user.v", "\"v\"");

        Method(Scopes.Session, "iterm2.set_name(name: f(x: user.v))");
        Return(ExpectCall(script, """f(x: "v")"""), "\"called\"");

        Assert.Equal(new WorkspaceProtocol.SetSessionName(_session, "called"), Workspace.ExpectMsg<WorkspaceProtocol.SetSessionName>());
    }

    [Fact]
    public void What_the_workspace_does_not_find_is_an_error()
    {
        var id = Method(Scopes.Session, """iterm2.set_name(name: "x")""");
        Workspace.ExpectMsg<WorkspaceProtocol.SetSessionName>();
        Workspace.Reply(new WorkspaceProtocol.NotFound("there is no such session"));

        ExpectFailure(id, "there is no such session");
    }

    [Fact]
    public void A_workspace_that_does_not_answer_is_a_timeout_and_leaves_nothing_behind()
    {
        var id = Method(Scopes.Session, """iterm2.set_name(name: "x")""");
        Workspace.ExpectMsg<WorkspaceProtocol.SetSessionName>();
        var request = Workspace.LastSender;
        Watch(request);

        Pass(5.5);

        ExpectFailure(id, "Timeout");
        ExpectTerminated(request);
    }

    [Fact]
    public void In_synchronous_mode_built_in_functions_run_to_their_value()
    {
        var id = Invoke("""iterm2.get_profile_property(key: "Name")""", within: TimeSpan.Zero);
        Workspace.ExpectMsg<WorkspaceProtocol.GetProfileProperty>();
        Workspace.Reply(new WorkspaceProtocol.ProfileValue(Value.Of("Default")));

        ExpectValue(id, "\"Default\"");
    }

    private InvocationId Method(ScopeHandle receiver, string text) => Invoke(text, scope: receiver, asMethod: true);
}
