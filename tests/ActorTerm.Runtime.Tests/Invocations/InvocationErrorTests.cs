using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class InvocationErrorTests : InvocationKit
{
    [Theory]
    [InlineData("nope()", "no function registered for nope()")]
    [InlineData("add(a: 1)", "no function registered for add(a). Did you mean add(a,b)?")]
    [InlineData("add(a: 1, b: 2, c: 3)", "no function registered for add(a,b,c). Did you mean add(a,b)?")]
    [InlineData("iterm2.nope()", "no function registered for iterm2.nope()")]
    [InlineData("iterm2.count(list: [])", "no function registered for iterm2.count(list). Did you mean iterm2.count(array)?")]
    public void A_function_that_is_not_there_is_named(string text, string message)
    {
        var script = Script("script");
        Register(script, "add(a,b)");

        var error = ExpectFailure(Invoke(text), message);

        Assert.Equal(ErrorCode.Unregistered, error.Code);
        ExpectNothing(script);
    }

    [Fact]
    public void An_argument_given_twice_is_an_error_of_the_text()
    {
        var id = Invoke("f(a: 1, a: 2)");

        var failed = Caller.ExpectMsg<Failed>();
        Assert.Equal(id, failed.Id);
        Assert.Equal(ErrorCode.Syntax, failed.Error.Code);
        Assert.Contains("given twice", failed.Error.Message);
    }

    [Fact]
    public void An_undefined_variable_is_named_and_nothing_runs()
    {
        var script = Script("script");
        Register(script, "f(a,b)");
        Register(script, "g()");

        var id = Invoke("f(a: g(), b: user.unset)");

        var error = ExpectFailure(id, "variable \"user.unset\" is not defined. Write \"user.unset?\" if it may be unset");
        Assert.Equal(ErrorCode.Undefined, error.Code);
        Quiet();
        ExpectNothing(script);
    }

    [Fact]
    public void A_function_that_raises_deep_in_a_composition_is_reported_with_its_chain_and_traceback()
    {
        var script = Script("script");
        Register(script, "show(s)");
        Register(script, "add(a,b)");
        Register(script, "times(a,b)");

        var id = Invoke("show(s: add(a: 1, b: times(a: 2, b: 3)))", source: InvocationSource.Key);
        Raise(ExpectCall(script, "times(a: 2, b: 3)"), "boom", "Traceback (most recent call last): ...");

        var error = ExpectFailure(id, "In call to add: In call to times: boom");
        Assert.Equal("boom", error.Reason);
        var alert = ExpectAlert();
        Assert.Equal(AlertsProtocol.AlertSource.Key, alert.Source);
        Assert.Equal(id, alert.Invocation);
        Assert.Equal("In call to show: in call to add: in call to times: boom", alert.Message);
        Assert.Equal(["show", "add", "times"], alert.Chain);
        Assert.Equal("Traceback (most recent call last): ...", alert.Traceback);
        ExpectNothing(script);
    }

    [Theory]
    [InlineData("nope()", "no function registered for nope()", "nope")]
    [InlineData("f(x: nope(y: 1))", "In call to f: no function registered for nope(y)", "f nope")]
    [InlineData("f(x: f(x: user.unset))", "In call to f: in call to f: variable \"user.unset\" is not defined. Write \"user.unset?\" if it may be unset", "f f")]
    [InlineData("f(x: 1 + \"a\" * 2)", "In call to f: * cannot take a string and a number", "f")]
    public void An_alert_names_every_call_on_the_way_the_outermost_too(string text, string message, string chain)
    {
        Register(Script("script"), "f(x)");

        Invoke(text);

        var alert = ExpectAlert();
        Assert.Equal(message, alert.Message);
        Assert.Equal(chain, string.Join(' ', alert.Chain));
    }

    [Fact]
    public void A_failing_argument_is_reported_when_its_siblings_have_ended_too()
    {
        var script = Script("script");
        Register(script, "f(a,b)");
        Register(script, "g(n)");

        var id = Invoke("f(a: g(n: 1), b: g(n: 2))");
        var first = ExpectCall(script, "g(n: 1)");
        var second = ExpectCall(script, "g(n: 2)");
        Raise(second, "second broke");
        Quiet(second.Function);
        ExpectNothing(Caller);
        Raise(first, "first broke");

        var error = ExpectFailure(id, "In call to g: second broke");
        Assert.Equal("In call to g: first broke", Assert.Single(error.Details).Message);
    }

    [Theory]
    [InlineData(InvocationSource.Key, AlertsProtocol.AlertSource.Key)]
    [InlineData(InvocationSource.Trigger, AlertsProtocol.AlertSource.Trigger)]
    [InlineData(InvocationSource.Api, AlertsProtocol.AlertSource.Api)]
    [InlineData(InvocationSource.Cli, AlertsProtocol.AlertSource.Cli)]
    [InlineData(InvocationSource.Script, AlertsProtocol.AlertSource.Script)]
    public void Every_failure_raises_one_alert_that_says_where_it_came_from(InvocationSource source, AlertsProtocol.AlertSource expected)
    {
        Invoke("nope()", source: source);

        Caller.ExpectMsg<Failed>();
        Assert.Equal(expected, ExpectAlert().Source);
        ExpectNothing(AlertsProbe);
    }

    [Fact]
    public void A_variable_by_reference_cannot_be_sent_to_a_script()
    {
        var script = Script("script");
        Register(script, "f(x)");

        var id = Invoke("f(x: &user.v)");

        var error = ExpectFailure(id, "argument \"x\" is &user.v, which cannot be sent to a function");
        Assert.Equal(ErrorCode.NotEncodable, error.Code);
        ExpectNothing(script);
    }

    [Fact]
    public void A_text_that_is_too_long_or_too_deep_is_refused_as_such()
    {
        InvocationSettings = new() { MaxTextLength = 40, MaxDepth = 3 };

        Invoke("f(x: \"" + new string('x', 50) + "\")");
        Assert.Equal(ErrorCode.TextTooLong, Caller.ExpectMsg<Failed>().Error.Code);
        Invoke("f(x: f(x: f(x: f(x: f(x: 1)))))");
        Assert.Equal(ErrorCode.TooDeep, Caller.ExpectMsg<Failed>().Error.Code);
    }

    [Fact]
    public void A_value_that_a_text_makes_too_large_is_refused_as_such()
    {
        InvocationSettings = new() { MaxValueBytes = 2_000 };
        var script = Script("script");
        Register(script, "f(x)");
        Set(Scopes.Session, "user.long", $"\"{new string('x', 1_500)}\"");

        Invoke(@"f(x: ""\(user.long)"")");
        script.ExpectMsg<ActorTerm.Runtime.Connections.ConnectionsProtocol.CallScript>();
        Invoke(@"f(x: ""\(user.long)\(user.long)"")");

        Assert.Equal(ErrorCode.ValueTooLong, Caller.ExpectMsg<Failed>().Error.Code);
    }

    [Fact]
    public void More_invocations_than_the_host_admits_fail_at_once_as_busy()
    {
        InvocationSettings = new() { MaxOpen = 2 };
        var script = Script("script");
        Register(script, "f(n)");
        Invoke("f(n: 1)");
        var second = Invoke("f(n: 2)");
        ExpectCall(script, "f(n: 1)");
        var call = ExpectCall(script, "f(n: 2)");

        var third = Invoke("f(n: 3)");

        var error = ExpectFailure(third, "this host has 2 invocations in flight, as many as it admits (actorterm.invocations.max-open)");
        Assert.Equal(InvocationErrors.Busy, error.Code);
        Return(call, "2");
        ExpectValue(second, "2");
        Invoke("f(n: 4)");
        ExpectCall(script, "f(n: 4)");
    }

    [Fact]
    public void More_calls_than_the_host_admits_fail_at_once_as_busy()
    {
        InvocationSettings = new() { MaxCallsInFlight = 2 };
        var script = Script("script");
        Register(script, "pair(a,b)");
        Register(script, "f(n)");
        var first = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        var second = Invoke("pair(a: f(n: 2), b: f(n: 3))");
        Return(ExpectCall(script, "f(n: 2)"), "2");

        var error = ExpectFailure(
            second, "In call to f: this host has 2 calls in flight, as many as it admits (actorterm.functions.max-in-flight)");
        Assert.Equal("f", error.Chain[^1]);
        Return(call, "1");
        ExpectValue(first, "1");
    }

    [Fact]
    public void More_calls_of_one_function_than_it_may_have_fail_at_once_as_busy()
    {
        FunctionSettings = new() { MaxCallsInFlight = 1 };
        var script = Script("script");
        Register(script, "f(n)");
        Register(script, "g(n)");
        var first = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        ExpectFailure(Invoke("f(n: 2)"), "f(n) has 1 calls in flight, as many as it may have (actorterm.functions.max-in-flight-per-function)");

        Invoke("g(n: 3)");
        ExpectCall(script, "g(n: 3)");
        Return(call, "1");
        ExpectValue(first, "1");
        Invoke("f(n: 4)");
        ExpectCall(script, "f(n: 4)");
    }

    [Fact]
    public void An_identity_in_flight_cannot_be_used_again()
    {
        var script = Script("script");
        Register(script, "f(n)");
        var id = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        Invocations.Tell(new Invoke(id, "f(n: 2)", Scopes.Session), Caller.Ref);

        ExpectFailure(id, $"{id} is in flight already");
        Return(call, "1");
        ExpectValue(id, "1");
    }

    [Fact]
    public void A_supervisor_that_fails_tells_everyone_who_waits_and_still_knows_the_functions()
    {
        var script = Script("script");
        Register(script, "f(n)");
        var id = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        Invocations.Tell(new Invoke(InvocationId.Next(), null!, Scopes.Session), Caller.Ref);

        Assert.Equal(id, FailedAmong(id).Id);
        Return(call, "\"of before\"");
        var next = Invoke("f(n: 3)");
        Return(ExpectCall(script, "f(n: 3)"), "3");
        ExpectValue(next, "3");

        Failed FailedAmong(InvocationId wanted) => Caller.FishForMessage<Failed>(failed => failed.Id == wanted);
    }
}
