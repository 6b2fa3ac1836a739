using ActorTerm.Language;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class CompositionTests : InvocationKit
{
    [Fact]
    public void One_plus_two_times_three_is_shown_as_seven()
    {
        var arithmetic = Script("arithmetic");
        var display = Script("display");
        Register(arithmetic, "add(a,b)");
        Register(arithmetic, "times(a,b)");
        Register(display, "show(s)");

        var id = Invoke("show(s: add(a: 1, b: times(a: 2, b: 3)))");
        Return(ExpectCall(arithmetic, "times(a: 2, b: 3)"), "6");
        Return(ExpectCall(arithmetic, "add(a: 1, b: 6)"), "7");
        Return(ExpectCall(display, "show(s: 7)"), "null");

        ExpectValue(id, "null");
        ExpectNothing(AlertsProbe);
    }

    [Fact]
    public void The_example_of_a_call_hands_over_a_variable_a_number_and_a_text()
    {
        var script = Script("script");
        Register(script, "my_function_name(session,favorite_number,nickname)");
        Set(Scopes.Session, "id", "\"S1\"");

        var id = Invoke("""my_function_name(session: id, favorite_number: 123, nickname: "Joe")""");
        Return(ExpectCall(script, """my_function_name(favorite_number: 123, nickname: "Joe", session: "S1")"""), "true");

        ExpectValue(id, "true");
    }

    [Fact]
    public void Two_independent_calls_are_both_made_before_either_is_answered()
    {
        var script = Script("script");
        Register(script, "pair(a,b)");
        Register(script, "slow(n)");

        var id = Invoke("pair(a: slow(n: 1), b: slow(n: 2))");
        var first = ExpectCall(script, "slow(n: 1)");
        var second = ExpectCall(script, "slow(n: 2)");
        Return(second, "20");
        Quiet(second.Function);
        ExpectNothing(script);
        Return(first, "10");

        Return(ExpectCall(script, "pair(a: 10, b: 20)"), "true");
        ExpectValue(id, "true");
    }

    [Fact]
    public void A_value_that_only_passes_through_stays_as_it_was_written()
    {
        var script = Script("script");
        Register(script, "same(x)");
        const string Json = """{"z":1152921504606846977,"a":0.1000000000000000055511151231257827}""";

        var id = Invoke("same(x: same(x: same(x: 1)))");
        Return(ExpectCall(script, "same(x: 1)"), Json);
        Return(ExpectCall(script, $"same(x: {Json})"), Json);
        Return(ExpectCall(script, $"same(x: {Json})"), Json);

        ExpectValue(id, Json);
    }

    [Fact]
    public void Every_argument_may_be_null()
    {
        var script = Script("script");
        Register(script, "f(a,b,c)");

        var id = Invoke("f(a: null, b: user.unset?, c: null)");
        Return(ExpectCall(script, "f(a: null, b: null, c: null)"), "null");

        ExpectValue(id, "null");
    }

    [Fact]
    public void A_sequence_runs_one_call_after_the_other_and_gives_the_last_value()
    {
        var script = Script("script");
        Register(script, "f(x)");

        var id = Invoke("f(x: 1); f(x: 2)");
        var first = ExpectCall(script, "f(x: 1)");
        Quiet(first.Function);
        ExpectNothing(script);
        Return(first, "\"first\"");
        Return(ExpectCall(script, "f(x: 2)"), "\"second\"");

        ExpectValue(id, "\"second\"");
    }

    [Fact]
    public void Each_call_of_a_sequence_reads_the_variables_anew()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Set(Scopes.Session, "user.v", "1");

        var id = Invoke("f(x: user.v); f(x: user.v)");
        var first = ExpectCall(script, "f(x: 1)");
        Set(Scopes.Session, "user.v", "2");
        Return(first, "null");

        Return(ExpectCall(script, "f(x: 2)"), "null");
        ExpectValue(id, "null");
    }

    [Fact]
    public void One_call_reads_every_variable_when_it_begins()
    {
        var script = Script("script");
        Register(script, "g()");
        Register(script, "f(x,y)");
        Set(Scopes.Session, "user.v", "1");

        var id = Invoke("f(x: g(), y: user.v)");
        var inner = ExpectCall(script, "g()");
        Set(Scopes.Session, "user.v", "2");
        Return(inner, "0");

        Return(ExpectCall(script, "f(x: 0, y: 1)"), "null");
        ExpectValue(id, "null");
    }

    [Fact]
    public void The_first_error_stops_a_sequence()
    {
        var script = Script("script");
        Register(script, "f(x)");

        var id = Invoke("f(x: 1); f(x: 2)");
        Raise(ExpectCall(script, "f(x: 1)"), "boom");

        ExpectFailure(id, "boom");
        ExpectNothing(script);
    }

    [Fact]
    public void A_frame_goes_before_the_scope()
    {
        var script = Script("script");
        Register(script, "f(a,b)");
        var frame = new ScopeFrame(
            new KeyValuePair<string, Value>("matches", Value.Parse("""["whole","part"]""")),
            new KeyValuePair<string, Value>("trigger.input", Value.Of("a line")));

        var id = Invoke("f(a: matches[1], b: trigger.input)", frame: frame);

        Return(ExpectCall(script, """f(a: "part", b: "a line")"""), "1");
        ExpectValue(id, "1");
    }

    [Fact]
    public void Ten_thousand_compositions_in_flight_are_all_answered_with_their_own_value()
    {
        const int Count = 10_000;
        var script = Script("script");
        Register(script, "add(a,b)");
        Register(script, "times(a,b)");
        var ids = Enumerable.Range(0, Count).Select(n => Invoke($"add(a: {n}, b: times(a: 2, b: {n}))")).ToList();
        Quiet();

        Answer("times", (a, b) => a * b);
        Answer("add", (a, b) => a + b);

        var values = Enumerable.Range(0, Count).Select(_ => Caller.ExpectMsg<Succeeded>()).ToDictionary(one => one.Id, one => one.Value);
        for (var n = 0; n < Count; n++) Assert.Equal(Value.Of(3L * n), values[ids[n]]);

        void Answer(string name, Func<long, long, long> compute)
        {
            for (var i = 0; i < Count; i++)
            {
                var call = script.ExpectMsg<ActorTerm.Runtime.Connections.ConnectionsProtocol.CallScript>();
                Assert.Equal(name, call.Name);
                var (a, b) = (long.Parse(call.Arguments[0].Value.ToString()), long.Parse(call.Arguments[1].Value.ToString()));
                Return(new ScriptCall(call.Call, script.LastSender, script), compute(a, b).ToString());
            }
        }
    }
}
