using ActorTerm.Language;
using ActorTerm.Runtime.Tests.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Functions;

public class ConnectionLossTests : InvocationKit
{
    [Fact]
    public void A_script_that_dies_in_mid_call_fails_its_callers_at_once()
    {
        var (dying, living) = (Script("dying"), Script("living"));
        Register(dying, "f(n)");
        Register(living, "g(n)");
        var lost = new[] { Invoke("f(n: 1)"), Invoke("g(n: f(n: 2))") };
        ExpectCall(dying, "f(n: 1)");
        ExpectCall(dying, "f(n: 2)");
        var kept = Invoke("g(n: 3)");
        var call = ExpectCall(living, "g(n: 3)");

        Sys.Stop(dying.Ref);

        var failures = new[] { Caller.ExpectMsg<Failed>(), Caller.ExpectMsg<Failed>() };
        Assert.Equal(lost.ToHashSet(), failures.Select(failed => failed.Id).ToHashSet());
        Assert.All(failures, failed => Assert.Equal("script terminated during function call", failed.Error.Reason));
        Assert.All(failures, failed => Assert.Equal(ErrorCode.Unregistered, failed.Error.Code));
        Return(call, "3");
        ExpectValue(kept, "3");
    }

    [Fact]
    public void The_names_of_a_dead_script_are_free()
    {
        var (dying, next) = (Script("dying"), Script("next"));
        Register(dying, "f(n)");
        Register(dying, "g()");
        var first = Invoke("f(n: 0)");
        var call = ExpectCall(dying, "f(n: 0)");
        Watch(call.Function);
        Sys.Stop(dying.Ref);
        ExpectTerminated(call.Function);
        ExpectFailure(first, "script terminated during function call");

        Register(next, "f(n)");
        var id = Invoke("f(n: 1)");
        Return(ExpectCall(next, "f(n: 1)"), "1");
        ExpectValue(id, "1");
        ExpectFailure(Invoke("g()"), "no function registered for g()");
    }

    [Fact]
    public void A_call_that_meets_the_death_of_its_script_is_never_left_without_an_answer()
    {
        for (var round = 0; round < 50; round++)
        {
            var script = Script($"script-{round}");
            Register(script, "f(n)");

            Sys.Stop(script.Ref);
            var ids = Enumerable.Range(0, 20).Select(n => Invoke($"f(n: {n})")).ToHashSet();

            // Whether the call came before or after, it fails at once: virtual time stands still.
            for (var n = 0; n < 20; n++) Assert.True(ids.Remove(Caller.ExpectMsg<Failed>().Id));
        }
    }
}
