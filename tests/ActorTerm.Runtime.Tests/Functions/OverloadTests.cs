using ActorTerm.Language;
using ActorTerm.Runtime.Tests.Invocations;

namespace ActorTerm.Runtime.Tests.Functions;

public class OverloadTests : InvocationKit
{
    private readonly TestProbe _script;

    public OverloadTests() => _script = Script("script");

    [Fact]
    public void An_argument_left_out_comes_from_its_variable()
    {
        Register(_script, "clear(session_id=id)");
        Set(Scopes.Session, "id", "\"S1\"");

        Invoke("clear()");

        ExpectCall(_script, """clear(session_id: "S1")""");
    }

    [Fact]
    public void A_default_is_looked_up_in_the_callers_scope_and_through_its_contexts()
    {
        Register(_script, "f(title=tab.title,x=iterm2.user.x)");
        Set(Scopes.Tab, "title", "\"t\"");
        Set(Scopes.App, "user.x", """{"any":["json"]}""");

        Invoke("f()");

        ExpectCall(_script, """f(title: "t", x: {"any":["json"]})""");
    }

    [Fact]
    public void An_argument_that_is_given_beats_its_default_also_when_it_is_null()
    {
        Register(_script, "f(a=id)");
        Set(Scopes.Session, "id", "\"S1\"");

        Invoke("f(a: null)");

        ExpectCall(_script, "f(a: null)");
    }

    [Fact]
    public void A_default_that_is_not_set_fails_as_unregistered_and_names_the_variable()
    {
        Register(_script, "f(a,b=user.unset)");

        var error = ExpectFailure(
            Invoke("f(a: 1)"), "no function registered for f(a): f(a,b) takes the rest from variables, but \"user.unset\" is not defined");

        Assert.Equal(ErrorCode.Unregistered, error.Code);
        ExpectNothing(_script);
    }

    [Fact]
    public void An_optional_default_that_is_not_set_is_null()
    {
        Register(_script, "f(a,b=user.unset?)");

        Invoke("f(a: 1)");

        ExpectCall(_script, "f(a: 1, b: null)");
    }

    [Fact]
    public void Defaults_are_read_when_the_call_is_made_not_when_the_invocation_begins()
    {
        Register(_script, "f(a,b=user.v)");
        Register(_script, "g()");
        Set(Scopes.Session, "user.v", "1");

        Invoke("f(a: g())");
        var inner = ExpectCall(_script, "g()");
        Set(Scopes.Session, "user.v", "2");
        Return(inner, "0");

        ExpectCall(_script, "f(a: 0, b: 2)");
    }

    [Fact]
    public void The_exact_function_goes_before_one_with_defaults()
    {
        Register(_script, "f(a,b=id)");
        Register(Script("other"), "f(a)");
        Set(Scopes.Session, "id", "\"S1\"");
        var exact = Script("exact");

        Register(exact, "g(a)");
        Register(_script, "g(a,b=id)");
        Invoke("g(a: 1)");

        ExpectCall(exact, "g(a: 1)");
    }

    [Fact]
    public void Of_several_that_fit_the_one_with_the_fewest_defaults_is_called_then_the_first_by_name()
    {
        Set(Scopes.Session, "id", "1");
        Register(_script, "f(a,b=id,c=id)");
        Register(_script, "f(a,z=id)");
        Register(_script, "f(a,y=id)");

        Invoke("f(a: 0)");

        ExpectCall(_script, "f(a: 0, y: 1)");
    }

    [Fact]
    public void One_whose_defaults_are_not_set_gives_way_to_one_that_fits()
    {
        Set(Scopes.Session, "id", "1");
        Register(_script, "f(a,b=user.unset)");
        Register(_script, "f(a,c=id,d=id)");

        Invoke("f(a: 0)");

        ExpectCall(_script, "f(a: 0, c: 1, d: 1)");
    }

    [Fact]
    public void An_argument_that_a_function_does_not_have_never_fits()
    {
        Register(_script, "f(a=user.x?,b=user.x?)");

        ExpectFailure(Invoke("f(c: 1)"), "no function registered for f(c). Did you mean f(a,b)?");
    }

    [Fact]
    public void A_name_space_is_part_of_the_name_and_stays_here()
    {
        Register(_script, "title.my_id.f(a)");

        ExpectFailure(Invoke("f(a: 1)"), "no function registered for f(a)");
        Invoke("title.my_id.f(a: 1)");

        ExpectCall(_script, "f(a: 1)");
    }
}
