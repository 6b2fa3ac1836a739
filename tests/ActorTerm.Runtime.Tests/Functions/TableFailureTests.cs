using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Tests.Invocations;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Functions;

/// <summary>What is left when the table, or one function, meets a message it cannot handle.</summary>
public class TableFailureTests : InvocationKit
{
    [Fact]
    public void A_table_that_fails_keeps_every_registration_and_the_calls_in_flight()
    {
        var script = Script("script");
        Register(script, "f(n)");
        Register(script, "g(n)");
        var id = Invoke("g(n: f(n: 1))");
        var call = ExpectCall(script, "f(n: 1)");

        FailTable();

        Return(call, "2");
        Return(ExpectCall(script, "g(n: 2)"), "3");
        ExpectValue(id, "3");
        Assert.Equal((1L, 0), (InfoOf("f(n)").Calls, InfoOf("f(n)").InFlight));
        Assert.Equal(RegistrationRefusal.Duplicate, Assert.IsType<RegistrationRefused>(TryRegister(Script("other"), "f(n)")).Why);
    }

    [Fact]
    public void A_table_that_failed_goes_on_registering_and_forgetting()
    {
        var (dying, next) = (Script("dying"), Script("next"));
        var waiting = CreateTestProbe("waiting");
        Register(dying, "f()");
        Functions.Tell(new AwaitFunction(waiting.Ref, "later", long.MaxValue), waiting.Ref);

        FailTable();
        Register(next, "later()");
        Assert.Equal(new FunctionAppeared("later"), waiting.ExpectMsg<FunctionAppeared>());
        Watch(dying.Ref);
        Sys.Stop(dying.Ref);
        ExpectTerminated(dying.Ref);
        Quiet();

        Register(next, "f()");
        var id = Invoke("f()");
        Return(ExpectCall(next, "f()"), "1");
        ExpectValue(id, "1");
    }

    [Fact]
    public void Built_in_functions_of_the_workspace_work_after_a_failure()
    {
        Quiet();
        FailTable();

        Set(Scopes.Session, "id", $"\"{SessionId.New()}\"");
        Invoke("iterm2.get_profile_property(key: \"Name\")");

        Workspace.ExpectMsg<WorkspaceProtocol.GetProfileProperty>();
    }

    [Fact]
    public void A_function_that_fails_at_one_call_says_so_and_keeps_the_others()
    {
        var script = Script("script");
        Register(script, "f(n)");
        var id = Invoke("f(n: 1)");
        var call = ExpectCall(script, "f(n: 1)");

        call.Function.Tell(new Call(long.MaxValue, default(ImmutableArray<Value>)), Caller.Ref);

        var threw = Caller.ExpectMsg<Threw>();
        Assert.Equal((long.MaxValue, CallFailure.Raised), (threw.Call, threw.Failure));
        Assert.StartsWith("the host failed while it called f(n): ", threw.Reason, StringComparison.Ordinal);
        Return(call, "2");
        ExpectValue(id, "2");
        var next = Invoke("f(n: 3)");
        Return(ExpectCall(script, "f(n: 3)"), "4");
        ExpectValue(next, "4");
    }

    /// <summary>A registration without arguments is one that no edge makes.</summary>
    private void FailTable()
    {
        Functions.Tell(new Register(new Registration("bad", null!, [], null, Caller.Ref, "bad")), Caller.Ref);
        Quiet();
    }
}
