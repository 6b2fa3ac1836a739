using ActorTerm.Language;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

public class ScopeOwnerTests
{
    private readonly Scopes _scopes = new();
    private readonly ScopeOwner _session;

    public ScopeOwnerTests() => _session = Own(_scopes.Session);

    [Fact]
    public void Sets_come_before_gets()
    {
        var answer = _session.Answer(new VariablesRequest(
            [new("user.a", Value.Of(1L)), new("user.b", Value.Parse("""{"k":[1]}"""))], ["user.b", "user.a", "user.c", "tab.user.a"]));

        Assert.Equal(["""{"k":[1]}""", "1", "null", "null"], Assert.IsType<VariableValues>(answer).Values.Select(value => value.ToString()));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("user")]
    [InlineData("user.")]
    [InlineData("user.a.b")]
    [InlineData("tab.user.a")]
    [InlineData("User.a")]
    [InlineData("")]
    public void A_name_that_scripts_may_not_set_is_refused_and_nothing_is_set(string name)
    {
        var answer = _session.Answer(new VariablesRequest([new("user.good", Value.Of(1L)), new(name, Value.Of(2L))], []));

        Assert.Equal(VariablesRefusal.InvalidName, Assert.IsType<VariablesRefused>(answer).Why);
        Assert.True(_scopes.Session.Read("user.good").IsNull);
    }

    [Fact]
    public void Null_unsets()
    {
        _session.Answer(new VariablesRequest([new("user.a", Value.Of(1L))], []));
        _session.Answer(new VariablesRequest([new("user.a", Value.Null)], []));

        Assert.Equal(0, _scopes.Session.Variables.Count);
    }

    [Fact]
    public void A_star_gets_everything_as_strings_with_what_is_current_below_and_nothing_above()
    {
        Own(_scopes.App).Set("pid", Value.Of(1L));
        var tab = Own(_scopes.Tab);
        tab.Set("title", Value.Of("t"));
        tab.TrySetUser("n", Value.Parse("[1,null,\"x\"]"), out _);
        _session.Set("rows", Value.Of(24L));
        _session.Set("isLocalhost", Value.Of(true));

        var session = Assert.Single(Assert.IsType<VariableValues>(_session.Answer(new VariablesRequest([], ["*"]))).Values);
        var ofTab = Assert.Single(Read(["*"], _scopes.Tab).Values);

        Assert.Equal("""{"isLocalhost":"1","rows":"24"}""", session.ToString());
        Assert.Equal("""{"title":"t","user.n":"[1, , x]","currentSession.isLocalhost":"1","currentSession.rows":"24"}""", ofTab.ToString());
    }

    [Fact]
    public void Names_from_a_control_sequence_may_hold_what_no_expression_can_name()
    {
        Assert.True(_session.TrySetUser("git-branch ü", Value.Of("main"), out _));
        Assert.Equal(Value.Of("main"), _scopes.Session.Read("user.git-branch ü"));
        Assert.False(_session.TrySetUser("a.b", Value.Of("x"), out var refusal));
        Assert.Equal(VariablesRefusal.InvalidName, refusal!.Why);
        Assert.False(_session.TrySetUser("", Value.Of("x"), out _));
    }

    [Fact]
    public void So_many_user_variables_and_no_more_but_those_there_can_change()
    {
        var owner = Own(_scopes.Session, new VariableSettings { MaxUserVariables = 2 });
        Assert.True(owner.TrySetUser("a", Value.Of(1L), out _));
        Assert.True(owner.TrySetUser("b", Value.Of(1L), out _));

        Assert.False(owner.TrySetUser("c", Value.Of(1L), out var refusal));
        Assert.Equal(
            "Session S1 cannot take user.c: it has 2 user variables, as many as it may (actorterm.variables.max-user-variables)", refusal!.Text);
        Assert.Equal(VariablesRefusal.TooMuch, refusal.Why);

        Assert.True(owner.TrySetUser("a", Value.Of(2L), out _));
        Assert.True(owner.TrySetUser("b", Value.Null, out _));
        Assert.True(owner.TrySetUser("c", Value.Of(1L), out _));
    }

    [Fact]
    public void So_many_bytes_in_user_variables_and_no_more()
    {
        var owner = Own(_scopes.Session, new VariableSettings { MaxUserBytes = 20 });
        Assert.True(owner.TrySetUser("a", Value.Of("12345678"), out _));   // 1 + 10 bytes

        Assert.False(owner.TrySetUser("b", Value.Of("12345678"), out var refusal));
        Assert.Equal("Session S1 cannot take user.b: its user variables would take 22 of 20 bytes (actorterm.variables.max-user-bytes)", refusal!.Text);

        Assert.True(owner.TrySetUser("a", Value.Of("1"), out _));
        Assert.True(owner.TrySetUser("b", Value.Of("12345678"), out _));
    }

    [Fact]
    public void A_request_that_has_no_room_for_one_variable_sets_none_of_them()
    {
        var owner = Own(_scopes.Session, new VariableSettings { MaxUserVariables = 2, MaxUserBytes = 20 });
        owner.TrySetUser("a", Value.Of("old"), out _);

        var tooMany = owner.Answer(new VariablesRequest([new("user.a", Value.Of("new")), new("user.b", Value.Of(1L)), new("user.c", Value.Of(1L))], []));
        var tooLarge = owner.Answer(new VariablesRequest([new("user.a", Value.Null), new("user.b", Value.Of("this is far too long")), new("user.a", Value.Of(1L))], []));

        Assert.Equal(
            "Session S1 cannot take user.c: it has 2 user variables, as many as it may (actorterm.variables.max-user-variables)",
            Assert.IsType<VariablesRefused>(tooMany).Text);
        Assert.Equal(
            "Session S1 cannot take user.b: its user variables would take 23 of 20 bytes (actorterm.variables.max-user-bytes)",
            Assert.IsType<VariablesRefused>(tooLarge).Text);
        Assert.Equal(Value.Of("old"), _scopes.Session.Read("user.a"));
        Assert.Equal(1, _scopes.Session.Variables.Count);
    }

    [Fact]
    public void Room_that_a_request_makes_can_be_used_later_in_it()
    {
        var owner = Own(_scopes.Session, new VariableSettings { MaxUserVariables = 1 });
        owner.TrySetUser("a", Value.Of(1L), out _);

        var answer = owner.Answer(new VariablesRequest([new("user.a", Value.Null), new("user.b", Value.Of(2L)), new("user.b", Value.Of(3L))], ["user.a", "user.b"]));

        Assert.Equal([Value.Null, Value.Of(3L)], Assert.IsType<VariableValues>(answer).Values);
        Assert.False(owner.TrySetUser("c", Value.Of(1L), out _));
    }

    [Fact]
    public void An_owner_made_anew_counts_what_its_predecessor_set()
    {
        var settings = new VariableSettings { MaxUserVariables = 1 };
        Own(_scopes.Session, settings).TrySetUser("a", Value.Of(1L), out _);

        var again = Own(_scopes.Session, settings);

        Assert.False(again.TrySetUser("b", Value.Of(1L), out _));
        Assert.True(again.TrySetUser("a", Value.Null, out _));
        Assert.True(again.TrySetUser("b", Value.Of(1L), out _));
    }

    private static ScopeOwner Own(ScopeHandle scope, VariableSettings? settings = null) => new(scope, ActorRefs.Nobody, settings ?? new());
}
