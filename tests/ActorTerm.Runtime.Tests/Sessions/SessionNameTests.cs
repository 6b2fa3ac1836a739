using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Root;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Invocations;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>Names and badges of sessions, which are interpolated strings kept true, in a host with everything they may read.</summary>
public sealed class SessionNameTests : InvocationKit
{
    private readonly FakePtyHost _ptys = new();
    private readonly IActorRef _monitors;
    private readonly IActorRef _tree;
    private readonly TestProbe _events;

    public SessionNameTests()
    {
        _monitors = Sys.ActorOf(Actor.Of(() => new MonitorsActor(new VariableSettings())), "monitors");
        _events = CreateTestProbe("events");
        Sys.EventStream.Subscribe(_events.Ref, typeof(EventsProtocol.HostEvent));
        _tree = Sys.ActorOf(
            Actor.Of(() => new WorkspaceActor(
                new SessionMaker(_ptys, _monitors, AlertsProbe.Ref, ActorRefs.Nobody, new(), LiveStrings, new RuntimeSettings { Sessions = new() { ReportableVariables = ["badge"] } }, new(new())),
                new WorkspaceSettings(),
                _monitors,
                AlertsProbe.Ref,
                new(),
                scope => new ScopeOwner(scope, _monitors, new VariableSettings()),
                LiveStrings)),
            "tree");
    }

    [Fact]
    public void A_name_is_a_format_that_follows_the_variables_it_reads()
    {
        var (session, _) = Open(name: @"\(user.task?) at \(columns)");
        ExpectEvent("session.created", """{"name":" at 80"}""");

        SetUser(session, "task", "build");
        ExpectEvent("session.renamed", """{"name":"build at 80"}""");
        Ask<Accepted>(session, new Resize(100, 24));
        ExpectEvent("session.renamed", """{"name":"build at 100"}""");

        Assert.Equal(
            [@"\(user.task?) at \(columns)", "build at 100", "build at 100", "build at 100"],
            Read(session, "autoNameFormat", "autoName", "name", "presentationName"));
        Assert.Equal("build at 100", Ask<SessionInfo>(session, new GetInfo()).Name);
    }

    [Fact]
    public void A_name_follows_the_place_of_its_session_and_what_functions_say()
    {
        var script = Script("script");
        var (session, _) = Open();
        Ask<Done>(session, new Rename(@"\(tab.id):\(branch(of: path))"));
        ExpectEvent("session.renamed", """{"name":"1:"}""");
        ExpectEvent("session.renamed", """{"name":""}""");          // there is no such function

        Register(script, "branch(of)");
        Return(ExpectCall(script, $"branch(of: {Value.Of(Read(session, "path")[0])})"), "\"main\"");

        ExpectEvent("session.renamed", """{"name":"1:main"}""");
    }

    [Fact]
    public void A_name_is_the_profiles_until_the_program_gives_one_and_a_persons_goes_before_both()
    {
        var (session, pty) = Open();
        Assert.Equal("Default", Read(session, "name")[0]);

        pty.Print("\e]1;by program\a");
        ExpectEvent("session.renamed", """{"name":"by program"}""");
        Ask<Done>(session, new Rename("by person"));
        ExpectEvent("session.renamed", """{"name":"by person"}""");
        pty.Print("\e]1;later\a");
        Ask<Done>(session, new Rename(null));

        ExpectEvent("session.renamed", """{"name":"later"}""");
    }

    [Theory]
    [InlineData(@"C:\new")]
    [InlineData(@"\")]
    [InlineData(@"a\\b")]
    public void What_a_program_calls_its_icon_is_text_and_no_format(string icon)
    {
        var (session, pty) = Open();

        pty.Print($"\e]1;{icon}\a");
        Ask<SessionInfo>(session, new GetInfo());

        Assert.Equal(icon, Read(session, "name")[0]);
    }

    [Fact]
    public void A_name_has_no_control_characters_whatever_a_variable_holds()
    {
        var (session, _) = Open(name: @"<\(user.a?)>");

        SetUser(session, "a", "x\e]2;y\a\n");

        ExpectEvent("session.renamed", """{"name":"<x]2;y>"}""");
    }

    [Theory]
    [InlineData(@"\(name)!")]
    [InlineData(@"\(presentationName)!")]
    [InlineData(@"\(tab.title)!")]
    [InlineData(@"\(tab.window.title)!")]
    public void A_name_that_depends_on_itself_says_so(string format)
    {
        var (session, _) = Open();
        ExpectEvent("session.created", null);

        Ask<Done>(session, new Rename(format));

        AwaitCondition(() => Read(session, "name")[0].Contains(InvocationsProtocol.LiveString.Cycle, StringComparison.Ordinal));
        Settle([_tree, _monitors, _tree]);
        Assert.InRange(Read(session, "name")[0].Length, 1, 2 * InvocationsProtocol.LiveString.Cycle.Length);
    }

    [Fact]
    public void A_badge_is_the_profiles_format_and_follows_its_variables()
    {
        var (session, _) = Open(badge: @"\(user.task?)");
        Assert.Equal("", Read(session, "badge")[0]);

        SetUser(session, "task", "build");
        AwaitCondition(() => Read(session, "badge")[0] == "build");
        Ask<Accepted>(session, new SetProfile([new("Badge Text", Value.Of(@"\(columns) wide"))]));

        Assert.Equal("80 wide", Read(session, "badge")[0]);
    }

    [Fact]
    public void A_programs_badge_reads_variables_and_calls_nothing()
    {
        var script = Script("script");
        Register(script, "danger()");
        var (session, pty) = Open();

        pty.Print(Badge(@"on \(columns)"));
        Ask<SessionInfo>(session, new GetInfo());
        Assert.Equal("on 80", Read(session, "badge")[0]);
        pty.Print(Badge(@"\(danger())"));
        Ask<SessionInfo>(session, new GetInfo());

        Assert.Equal("on 80", Read(session, "badge")[0]);
        Settle([_tree, Functions, Invocations]);
        ExpectNothing(script);
    }

    [Fact]
    public void A_program_is_not_told_what_its_own_badge_reads()
    {
        var (session, pty) = Open(badge: "of the profile");
        var report = $"\e]1337;ReportVariable={Convert.ToBase64String("badge"u8)}\a";

        pty.Print(report);
        Ask<SessionInfo>(session, new GetInfo());
        Assert.Contains(Convert.ToBase64String("of the profile"u8), pty.Input);
        pty.Print(Badge(@"\(user.secret)") + report);
        Ask<SessionInfo>(session, new GetInfo());

        Assert.EndsWith("ReportVariable=\a", pty.Input);
    }

    [Fact]
    public void Nothing_is_told_of_a_session_before_its_creation_is()
    {
        _ptys.Greeting = "\a\e]2;hello\a";

        Open(name: "first");

        ExpectEvent("session.created", """{"name":"first"}""");
        Assert.Equal("session.bell", _events.ExpectMsg<EventsProtocol.HostEvent>().Kind);
        Assert.Equal("session.title", _events.ExpectMsg<EventsProtocol.HostEvent>().Kind);
    }

    private static string Badge(string format) => $"\e]1337;SetBadgeFormat={Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(format))}\a";

    private InvocationsProtocol.LiveStrings LiveStrings(IActorRef owner, ILoggingAdapter log) =>
        new(new InvocationsProtocol.LiveStringHost(owner, Invocations, _monitors, Functions, log, InvocationSettings, new ParseCache()));

    private (SessionId Session, FakePty Pty) Open(string? name = null, string? badge = null)
    {
        var profile = badge is null ? null : new KeyValuePair<string, Value>[] { new("Badge Text", Value.Of(badge)) };
        var made = Ask<Created>(new CreateTab(null, null, true, new SessionStart(Argv: ["cat"], Name: name, ProfileOverrides: profile)));
        return (made.Session, _ptys.Spawned.Take());
    }

    private void SetUser(SessionId session, string name, string text) =>
        Ask<VariableValues>(session, new SessionsProtocol.AccessVariables(new VariablesRequest([new("user." + name, Value.Of(text))], [])));

    private string[] Read(SessionId session, params string[] names) =>
        [.. Ask<VariableValues>(session, new SessionsProtocol.AccessVariables(new VariablesRequest([], names))).Values.Select(value => value.ToDisplayString())];

    private T Ask<T>(SessionId session, object message) => Ask<T>(new ToSession(SessionTarget.Of(session), message));

    private T Ask<T>(object message)
    {
        var asker = CreateTestProbe();
        _tree.Tell(message, asker.Ref);
        return asker.ExpectMsg<T>(TimeSpan.FromSeconds(20));
    }

    /// <summary>The next event of that kind; of its data, what is asked for.</summary>
    private void ExpectEvent(string kind, string? name)
    {
        var happened = _events.FishForMessage<EventsProtocol.HostEvent>(one => one.Kind == kind);
        if (name is not null) Assert.Contains(name[1..^1], happened.Data.ToString());
    }
}
