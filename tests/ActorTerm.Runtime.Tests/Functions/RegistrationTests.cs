using ActorTerm.Language;
using ActorTerm.Runtime.Tests.Invocations;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Functions;

public class RegistrationTests : InvocationKit
{
    [Theory]
    [InlineData("", "\"\" is no function name: ASCII letters, digits and _ only")]
    [InlineData("a-b()", "\"a-b\" is no function name: ASCII letters, digits and _ only")]
    [InlineData("a..b()", "\"a..b\" is no function name: ASCII letters, digits and _ only")]
    [InlineData("iterm2.f()", "\"iterm2.f\": the name space iterm2 belongs to the host")]
    [InlineData("f(a,a)", "argument \"a\" is named twice")]
    [InlineData("f(é)", "\"é\" is no argument name: ASCII letters, digits and _ only")]
    [InlineData("f(a=user.x[0])", "\"user.x[0]\", the default of \"a\", is no variable's path")]
    public void A_malformed_registration_is_refused_with_the_reason(string function, string reason)
    {
        var refused = Assert.IsType<RegistrationRefused>(TryRegister(Script("script"), function.Length == 0 ? "()" : function));

        Assert.Equal((RegistrationRefusal.Malformed, reason), (refused.Why, refused.Text));
    }

    [Fact]
    public void A_default_for_no_argument_or_a_second_one_is_malformed()
    {
        var script = Script("script");

        Assert.Equal("there is a default for \"b\", which is no argument", Refusal("a", "b"));
        Assert.Equal("argument \"a\" has two defaults", Refusal("a", "a", "a"));

        string Refusal(string argument, params string[] defaults)
        {
            Functions.Tell(
                new Register(new Registration("f", [argument], [.. defaults.Select(name => new FunctionDefault(name, "id"))], null, script.Ref, "script")),
                Caller.Ref);
            return Caller.ExpectMsg<RegistrationRefused>().Text;
        }
    }

    [Fact]
    public void The_same_name_and_arguments_in_any_order_are_the_same_function_whoever_registers_it()
    {
        var first = Script("first");
        Register(first, "f(a,b)");

        var refused = Assert.IsType<RegistrationRefused>(TryRegister(Script("second"), "f(b,a=id)"));
        Assert.Equal((RegistrationRefusal.Duplicate, "f(a,b) is registered already, by first"), (refused.Why, refused.Text));
        Assert.IsType<RegistrationRefused>(TryRegister(first, "f(a,b)"));

        var id = Invoke("f(a: 1, b: 2)");
        Return(ExpectCall(first, "f(a: 1, b: 2)"), "0");
        ExpectValue(id, "0");
    }

    [Fact]
    public void The_same_name_with_other_arguments_is_another_function()
    {
        var (one, two) = (Script("one"), Script("two"));
        Register(one, "f(a)");
        Register(two, "f(a,b)");

        Invoke("f(a: 1, b: 2)");
        ExpectCall(two, "f(a: 1, b: 2)");
        Invoke("f(a: 1)");
        ExpectCall(one, "f(a: 1)");
    }

    [Fact]
    public void A_connection_may_register_so_many_functions_and_no_more()
    {
        FunctionSettings = new() { MaxPerConnection = 2 };
        var script = Script("script");
        Register(script, "a()");
        Register(script, "b()");

        var refused = Assert.IsType<RegistrationRefused>(TryRegister(script, "c()"));

        Assert.Equal(
            (RegistrationRefusal.TooMany, "this connection has 2 functions, as many as it may (actorterm.functions.max-registrations-per-connection)"),
            (refused.Why, refused.Text));
        Register(Script("other"), "c()");
    }

    [Fact]
    public void A_function_may_have_so_many_arguments_and_no_more()
    {
        FunctionSettings = new() { MaxArguments = 2 };

        var refused = Assert.IsType<RegistrationRefused>(TryRegister(Script("script"), "f(a,b,c)"));

        Assert.Equal("3 arguments, at most 2 are allowed (actorterm.functions.max-arguments)", refused.Text);
    }

    [Fact]
    public void Only_its_owner_can_unregister_a_function_and_calls_in_flight_go_on()
    {
        var (owner, other) = (Script("owner"), Script("other"));
        Register(owner, "f()");
        var signature = new FunctionSignature("f");
        var id = Invoke("f()");
        var call = ExpectCall(owner, "f()");

        Functions.Tell(new Unregister(signature, other.Ref), Caller.Ref);
        Caller.ExpectMsg<NotRegistered>();
        Functions.Tell(new Unregister(signature, owner.Ref), Caller.Ref);
        Caller.ExpectMsg<Unregistered>();
        Functions.Tell(new Unregister(signature, owner.Ref), Caller.Ref);
        Caller.ExpectMsg<NotRegistered>();

        ExpectFailure(Invoke("f()"), "no function registered for f()");
        Return(call, "1");
        ExpectValue(id, "1");
        Register(other, "f()");
    }

    [Fact]
    public void An_unregistered_function_ends_when_its_last_call_has_ended()
    {
        var script = Script("script");
        Register(script, "f()");
        Invoke("f()");
        var call = ExpectCall(script, "f()");
        Watch(call.Function);

        Functions.Tell(new Unregister(new FunctionSignature("f"), script.Ref), Caller.Ref);
        Caller.ExpectMsg<Unregistered>();
        Quiet(call.Function);
        ExpectNoMsg(TimeSpan.Zero);
        Return(call, "1");

        ExpectTerminated(call.Function);
    }

    [Fact]
    public void A_call_made_after_the_registration_was_answered_always_finds_the_function()
    {
        var script = Script("script");
        for (var n = 0; n < 200; n++)
        {
            Register(script, $"f{n}(x)");
            Invoke($"f{n}(x: {n})");
            ExpectCall(script, $"f{n}(x: {n})");
        }
    }

    [Fact]
    public void The_list_tells_what_each_function_did()
    {
        var script = Script("script");
        Register(script, "g(x)", TimeSpan.FromSeconds(9));
        Register(script, "f()");
        var first = Invoke("f()");
        Return(ExpectCall(script, "f()"), "1");
        ExpectValue(first, "1");
        var second = Invoke("f()");
        Raise(ExpectCall(script, "f()"), "boom");
        ExpectFailure(second, "boom");
        Invoke("f()");
        ExpectCall(script, "f()");

        Functions.Tell(new ListFunctions(), Caller.Ref);

        Assert.Equal(
            [
                ("f()", "script", TimeSpan.FromSeconds(5), 1, 3L, 1L, 0L, 0L),
                ("g(x)", "script", TimeSpan.FromSeconds(9), 0, 0L, 0L, 0L, 0L),
            ],
            Caller.ExpectMsg<FunctionList>().Functions.Select(one =>
                (one.Signature.ToString(), one.OwnerName, one.Timeout, one.InFlight, one.Calls, one.Failures, one.Timeouts, one.LateAnswers)));
    }

    [Fact]
    public void Who_waits_for_a_function_is_told_once_when_it_appears_or_at_once_when_it_did_already()
    {
        var waiting = CreateTestProbe();
        var seen = 0L;
        Functions.Tell(new AwaitFunction(waiting.Ref, "f", seen), waiting.Ref);
        Quiet();
        ExpectNothing(waiting);

        var script = Script("script");
        Register(script, "f(a)");
        Assert.Equal(new FunctionAppeared("f"), waiting.ExpectMsg<FunctionAppeared>());
        Register(script, "f(b)");
        Quiet();
        ExpectNothing(waiting);

        Functions.Tell(new AwaitFunction(waiting.Ref, "f", seen), waiting.Ref);
        waiting.ExpectMsg<FunctionAppeared>();
        Functions.Tell(new AwaitFunction(waiting.Ref, "f", long.MaxValue), waiting.Ref);
        Quiet();
        ExpectNothing(waiting);
    }

    [Fact]
    public void Ten_thousand_functions_of_one_script_are_registered_and_gone_with_it()
    {
        const int Count = 10_000;
        var script = Script("script");
        for (var n = 0; n < Count; n++)
            Functions.Tell(new Register(new Registration($"f{n}", ["x"], [], null, script.Ref, "script")), Caller.Ref);
        for (var n = 0; n < Count; n++) Caller.ExpectMsg<Registered>();

        Invoke($"f{Count - 1}(x: 1)");
        ExpectCall(script, $"f{Count - 1}(x: 1)");
        Watch(script.Ref);
        Sys.Stop(script.Ref);
        ExpectTerminated(script.Ref);

        Caller.ExpectMsg<Failed>();
        Functions.Tell(new ListFunctions(), Caller.Ref);
        Assert.Empty(Caller.ExpectMsg<FunctionList>().Functions);
    }
}
