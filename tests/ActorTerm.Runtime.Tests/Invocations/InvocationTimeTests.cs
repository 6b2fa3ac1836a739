using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class InvocationTimeTests : InvocationKit
{
    [Fact]
    public void A_function_that_takes_seven_seconds_is_given_up_at_five_and_runs_on()
    {
        var script = Script("script");
        Register(script, "slow()");

        var id = Invoke("slow()");
        var call = ExpectCall(script, "slow()");
        Pass(4.5);
        ExpectNothing(Caller);
        Pass(0.5, call.Function);

        ExpectFailure(id, "Timeout");
        Assert.Equal(new ConnectionsProtocol.ForgetCall(call.Number), script.ExpectMsg<ConnectionsProtocol.ForgetCall>());
        Return(call, "\"late\"");
        Quiet(call.Function);
        ExpectNothing(Caller);
        var info = InfoOf("slow()");
        Assert.Equal((0, 1, 1, 1), (info.InFlight, info.Calls, info.Timeouts, info.LateAnswers));
    }

    [Fact]
    public void A_function_with_nine_seconds_of_its_own_may_take_seven()
    {
        var script = Script("script");
        Register(script, "slow()", TimeSpan.FromSeconds(9));

        var id = Invoke("slow()");
        var call = ExpectCall(script, "slow()");
        Pass(7);
        Return(call, "\"in time\"");

        ExpectValue(id, "\"in time\"");
    }

    [Fact]
    public void A_function_with_nine_seconds_of_its_own_is_given_up_at_nine()
    {
        var script = Script("script");
        Register(script, "slow()", TimeSpan.FromSeconds(9));

        var id = Invoke("slow()");
        ExpectCall(script, "slow()");
        Pass(8.5);
        ExpectNothing(Caller);
        Pass(0.5);

        ExpectFailure(id, "Timeout");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_function_without_time_is_called_and_times_out_at_once(int seconds)
    {
        var script = Script("script");
        Register(script, "f()", TimeSpan.FromSeconds(seconds));

        var id = Invoke("f()");

        ExpectCall(script, "f()");
        ExpectFailure(id, "Timeout");
    }

    [Fact]
    public void A_timeout_deep_in_a_composition_names_the_calls_around_it()
    {
        var script = Script("script");
        Register(script, "show(s)");
        Register(script, "add(a)");
        Register(script, "slow()");

        var id = Invoke("show(s: add(a: slow()))");
        ExpectCall(script, "slow()");
        Pass(5);

        var error = ExpectFailure(id, "In call to add: In call to slow: Timeout");
        Assert.Equal("show add slow", string.Join(" ", error.Chain));
    }

    [Fact]
    public void The_outer_limit_ends_it_once_and_nothing_more_is_called()
    {
        var script = Script("script");
        Register(script, "outer(x,y)", TimeSpan.FromSeconds(60));
        Register(script, "inner(n)", TimeSpan.FromSeconds(60));

        var id = Invoke("outer(x: inner(n: 1), y: inner(n: 2))", within: TimeSpan.FromSeconds(3));
        var first = ExpectCall(script, "inner(n: 1)");
        var second = ExpectCall(script, "inner(n: 2)");
        Return(first, "1");
        Pass(3, second.Function);

        var expired = Caller.ExpectMsg<Expired>();
        Assert.Equal(id, expired.Id);
        Assert.Equal(["inner"], expired.Unfinished);
        var alert = ExpectAlert();
        Assert.Equal("In call to outer: out of time while waiting for inner", alert.Message);
        Assert.Equal(["outer"], alert.Chain);
        Assert.Equal(new ConnectionsProtocol.ForgetCall(second.Number), script.ExpectMsg<ConnectionsProtocol.ForgetCall>());
        Return(second, "2");
        Pass(60, second.Function);
        ExpectNothing(script);
        ExpectNothing(Caller);
    }

    [Fact]
    public void Each_call_of_a_sequence_has_the_whole_outer_limit()
    {
        var script = Script("script");
        Register(script, "f(n)", TimeSpan.FromSeconds(60));

        var id = Invoke("f(n: 1); f(n: 2)", within: TimeSpan.FromSeconds(3));
        var first = ExpectCall(script, "f(n: 1)");
        Pass(2.5);
        Return(first, "1");
        var second = ExpectCall(script, "f(n: 2)");
        Pass(2.5);
        ExpectNothing(Caller);
        Return(second, "2");

        ExpectValue(id, "2");
    }

    [Fact]
    public void Without_an_outer_limit_only_the_functions_have_one()
    {
        var script = Script("script");
        Register(script, "f(n)", TimeSpan.FromHours(2));

        var id = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");
        Advance(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10), Invocations);
        Return(call, "1");

        ExpectValue(id, "1");
    }

    [Fact]
    public void Synchronous_mode_calls_no_script_and_yields_null()
    {
        var script = Script("script");
        Register(script, "f(n)");

        var alone = Invoke("f(n: 1)", within: TimeSpan.Zero);
        ExpectValue(alone, "null");
        var counted = Invoke("iterm2.count(array: [f(n: 1), 2])", within: TimeSpan.Zero);
        ExpectValue(counted, "2");

        ExpectNothing(script);
    }

    [Fact]
    public void Cancelling_ends_it_without_an_alert_and_only_once()
    {
        var script = Script("script");
        Register(script, "f(n)");
        var id = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        Invocations.Tell(new Cancel(id), Caller.Ref);
        Invocations.Tell(new Cancel(id), Caller.Ref);

        Assert.Equal(["f"], Caller.ExpectMsg<Expired>().Unfinished);
        Return(call, "1");
        Quiet(call.Function);
        ExpectNothing(Caller);
        ExpectNothing(AlertsProbe);
    }

    [Fact]
    public void Many_calls_that_time_out_together_each_say_so_once()
    {
        const int Count = 2_000;
        var script = Script("script");
        Register(script, "f(n)");
        Register(script, "g(n)", TimeSpan.FromSeconds(2));
        var ids = Enumerable.Range(0, Count).Select(n => Invoke(n % 2 == 0 ? $"f(n: {n})" : $"g(n: f(n: {n}))")).ToHashSet();

        Pass(10);

        for (var i = 0; i < Count; i++) Assert.True(ids.Remove(Caller.ExpectMsg<Failed>().Id));
        Quiet();
        ExpectNothing(Caller);
    }
}
