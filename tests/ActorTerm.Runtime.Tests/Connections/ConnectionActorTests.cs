using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Tests.Connections;

/// <summary>Questions, answers, calls and news between one script and the host.</summary>
public sealed class ConnectionActorTests : ConnectionKit
{
    private readonly VariablesProtocol.ScopeHandle _scope = new(VariablesProtocol.ScopeKind.Session, "S1");

    [Fact]
    public void An_answer_keeps_its_place_among_the_events_told_before_it()
    {
        var (connection, link) = Open();
        connection.Tell(Ask(new WorkspaceProtocol.GetTree()));
        var (_, answer) = ExpectQuestion<WorkspaceProtocol.GetTree>();

        connection.Tell(new Said("an event"));
        answer("the tree");
        connection.Tell(new Said("another"));

        foreach (var said in (string[])["an event", "the tree", "another"]) ExpectSaid(link, said);
    }

    [Fact]
    public void Questions_start_in_the_order_in_which_they_were_asked_and_are_answered_in_any()
    {
        var (connection, link) = Open();
        connection.Tell(Ask(new WorkspaceProtocol.GetTree()));
        connection.Tell(Ask(new WorkspaceProtocol.GetFocus()));
        var first = ExpectQuestion<WorkspaceProtocol.GetTree>();
        var second = ExpectQuestion<WorkspaceProtocol.GetFocus>();

        second.Answer("focus");
        first.Answer("tree");

        ExpectSaid(link, "focus");
        ExpectSaid(link, "tree");
    }

    [Fact]
    public void A_question_nobody_answers_is_given_up_when_its_time_is_over_unless_it_is_patient()
    {
        Settings = new() { ReplyTimeout = TimeSpan.FromSeconds(10) };
        var (connection, link) = Open();
        connection.Tell(Ask(new WorkspaceProtocol.GetTree()));
        connection.Tell(Ask(new WorkspaceProtocol.GetFocus(), patient: true));
        ExpectQuestion<WorkspaceProtocol.GetTree>();
        var patient = ExpectQuestion<WorkspaceProtocol.GetFocus>();

        Advance(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(1), connection);
        Assert.True(link.IsQuiet);
        Advance(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), connection);
        ExpectSaid(link, new NoReply("the host did not answer in time"));

        Advance(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), connection);
        Assert.True(link.IsQuiet);
        patient.Answer("at last");
        ExpectSaid(link, "at last");
    }

    [Theory]
    [InlineData(ScriptSource.Api, InvocationsProtocol.InvocationSource.Api)]
    [InlineData(ScriptSource.Cli, InvocationsProtocol.InvocationSource.Cli)]
    public void An_invocation_says_where_it_came_from_and_which_session_it_is_about(ScriptSource source, InvocationsProtocol.InvocationSource expected)
    {
        var (connection, link) = Open(source);
        var session = SessionId.New();
        connection.Tell(Invoke(Target(VariablesProtocol.ScopeKind.Session)));

        ExpectQuestion<WorkspaceProtocol.FindScope>().Answer(new WorkspaceProtocol.ScopeFound(_scope, session));
        var invoke = Invocations.ExpectMsg<InvocationsProtocol.Invoke>();
        Invocations.Reply(new InvocationsProtocol.Succeeded(invoke.Id, Value.Of(7L)));

        Assert.Equal(("f()", _scope, TimeSpan.FromSeconds(3), expected, session), (invoke.Text, invoke.Scope, invoke.Within, invoke.Source, invoke.Session));
        ExpectSaid(link, new InvocationsProtocol.Succeeded(invoke.Id, Value.Of(7L)));
    }

    [Fact]
    public void The_first_scope_that_exists_counts_and_without_any_the_script_hears_what_is_missing()
    {
        var (connection, link) = Open();
        connection.Tell(Invoke(Target(VariablesProtocol.ScopeKind.Session), Target(VariablesProtocol.ScopeKind.Tab)));
        ExpectQuestion<WorkspaceProtocol.FindScope>().Answer(new WorkspaceProtocol.NotFound("no session"));
        ExpectQuestion<WorkspaceProtocol.FindScope>().Answer(new WorkspaceProtocol.ScopeFound(_scope, null));
        Invocations.ExpectMsg<InvocationsProtocol.Invoke>();

        connection.Tell(Invoke(Target(VariablesProtocol.ScopeKind.Session)));
        ExpectQuestion<WorkspaceProtocol.FindScope>().Answer(new WorkspaceProtocol.NotFound("no session"));
        ExpectSaid(link, new WorkspaceProtocol.NotFound("no session"));
    }

    [Fact]
    public void A_registration_names_this_connection_as_its_owner()
    {
        var (connection, link) = Open();

        connection.Tell(new RegisterFunction("f", ["a"], [new("a", "id?")], TimeSpan.FromSeconds(9), reply => new Said(reply)));
        var registration = Functions.ExpectMsg<FunctionsProtocol.Register>().Registration;
        Functions.Reply(new FunctionsProtocol.Registered(new FunctionSignature("f", "a")));

        Assert.Equal(("f", connection, "script", TimeSpan.FromSeconds(9)), (registration.FullName, registration.Owner, registration.OwnerName, registration.Timeout));
        ExpectSaid(link, new FunctionsProtocol.Registered(new FunctionSignature("f", "a")));
    }

    [Fact]
    public void A_call_is_answered_once_to_its_function_and_every_answer_is_acknowledged()
    {
        var (connection, link) = Open();
        var function = CreateTestProbe("function");
        connection.Tell(new CallScript(1, "f", [("x", Value.Of(2L))]), function.Ref);
        Assert.Equal((1L, "f"), (link.Next<CallRequested>().Call, "f"));

        connection.Tell(new ScriptReturned(1, Value.Of(3L), new Said("noted")));
        connection.Tell(new ScriptReturned(1, Value.Of(4L), new Said("noted again")));
        connection.Tell(new ScriptRaised(99, "never called", null, new Said("noted too")));

        Assert.Equal(new FunctionsProtocol.Answered(1, Value.Of(3L)), function.ExpectMsg<FunctionsProtocol.Answered>());
        foreach (var said in (string[])["noted", "noted again", "noted too"]) ExpectSaid(link, said);
        function.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Late_answers_are_counted_for_as_many_calls_as_are_remembered()
    {
        Settings = new() { MaxLateCalls = 1 };
        var (connection, link) = Open();
        var function = CreateTestProbe("function");
        for (var call = 1; call <= 2; call++)
        {
            connection.Tell(new CallScript(call, "f", []), function.Ref);
            connection.Tell(new ForgetCall(call), function.Ref);
        }

        connection.Tell(new ScriptReturned(1, Value.Null, new Said("first")));
        connection.Tell(new ScriptRaised(2, "late", "Traceback", new Said("second")));

        Assert.Equal(new FunctionsProtocol.Raised(2, "late", "Traceback"), function.ExpectMsg<FunctionsProtocol.Raised>());
        link.Next<CallRequested>();
        link.Next<CallRequested>();
        ExpectSaid(link, "first");
        ExpectSaid(link, "second");
    }

    [Fact]
    public void A_script_that_does_not_read_is_closed_with_the_setting_that_says_so()
    {
        var (connection, link) = Open();
        Watch(connection);
        link.Fill();

        connection.Tell(new Deliver(new Said("too much")));

        ExpectTerminated(connection);
        Assert.Equal("too slow: more waits than actorterm.api.max-outbound-bytes", link.Closed);
    }

    [Fact]
    public void News_come_as_asked_for_and_each_wish_replaces_the_one_before()
    {
        var (connection, link) = Open();

        connection.Tell(new SetDiary(Alerts: true, ["session.ended"], new Said("first wish")));
        Assert.Equal(connection, Alerts.ExpectMsg<AlertsProtocol.SubscribeAlerts>().Subscriber);
        ExpectSaid(link, "first wish");
        Publish("session.created");
        Publish("session.ended");
        Assert.Equal("session.ended", link.Next<EventsProtocol.HostEvent>().Kind);

        connection.Tell(new SetDiary(Alerts: false, ["*"], new Said("second wish")));
        Assert.Equal(connection, Alerts.ExpectMsg<AlertsProtocol.UnsubscribeAlerts>().Subscriber);
        ExpectSaid(link, "second wish");
        Publish("anything.at.all");
        Assert.Equal("anything.at.all", link.Next<EventsProtocol.HostEvent>().Kind);

        connection.Tell(new SetDiary(Alerts: false, [], new Said("third wish")));
        ExpectSaid(link, "third wish");
        Publish("session.ended");
        Settle(connection);
        Assert.True(link.IsQuiet);

        void Publish(string kind) => Sys.EventStream.Publish(new EventsProtocol.HostEvent(Time.Now, kind, null, Value.Null));
    }

    private static PassOn Ask(object message, bool patient = false) => new(Part.Workspace, message, reply => new Said(reply), patient);

    private static InvokeIn Invoke(params WorkspaceProtocol.ScopeTarget[] scopes) =>
        new(scopes, "f()", TimeSpan.FromSeconds(3), AsMethod: false, reply => new Said(reply));

    private static WorkspaceProtocol.ScopeTarget Target(VariablesProtocol.ScopeKind kind) => new(kind, "S1");
}
