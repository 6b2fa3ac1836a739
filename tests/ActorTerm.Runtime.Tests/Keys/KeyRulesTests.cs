using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

public class KeyRulesTests
{
    private readonly HostKeys _host = new() { Leader = KeyChord.Of(KeyNames.Parse("C-q")), Global = Map("""{"0x61-0x40000": {"Action": 1}, "0x62-0x40000": {"Action": 2}, "0x63-0x1000000": {"Action": 3}}""") };

    [Fact]
    public void The_profile_comes_before_what_is_bound_for_all()
    {
        var rules = new KeyRules(SessionId.New(), _host) { Profile = Map("""{"0x61-0x40000": {"Action": 9}}""") };

        Assert.Equal((KeyScope.Profile, 9), Bound(rules, "C-a"));
        Assert.Equal((KeyScope.Global, 2), Bound(rules, "C-b"));
        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyNames.Parse("C-d")));
    }

    [Fact]
    public void A_bypass_of_the_profile_gives_the_key_to_the_program_whatever_is_bound_for_all()
    {
        var rules = new KeyRules(SessionId.New(), _host) { Profile = Map("""{"0x61-0x40000": {"Action": 74}}""") };

        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyNames.Parse("C-a")));
    }

    [Fact]
    public void The_leader_counts_for_the_next_key_only()
    {
        var rules = new KeyRules(SessionId.New(), _host);

        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyNames.Parse("c")));
        Assert.IsType<KeyDecision.Leads>(rules.Decide(KeyNames.Parse("C-q")));
        Assert.Equal((KeyScope.Global, 3), Bound(rules, "c"));
        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyNames.Parse("c")));
    }

    [Fact]
    public void The_leader_twice_types_it()
    {
        var rules = new KeyRules(SessionId.New(), _host);

        rules.Decide(KeyNames.Parse("C-q"));

        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyNames.Parse("C-q")));
    }

    [Fact]
    public void A_release_is_bound_to_nothing()
    {
        var rules = new KeyRules(SessionId.New(), _host);

        Assert.IsType<KeyDecision.Typed>(rules.Decide(KeyEvent.Of(new System.Text.Rune('a'), KeyModifiers.Control, KeyEventKind.Release)));
    }

    [Fact]
    public void A_binding_for_all_that_the_profile_hides_is_listed_as_shadowed()
    {
        var list = List(Map("""{"0x61-0x40000": {"Action": 9}}"""), _host.Global);

        Assert.Equal([false, true, false, false], list.Bindings.Select(one => one.Shadowed));
    }

    private static (KeyScope, int) Bound(KeyRules rules, string key) =>
        rules.Decide(KeyNames.Parse(key)) is KeyDecision.Bound bound ? (bound.Scope, bound.Binding.Action.Number) : default;

    private static KeyMap Map(string json) => KeyMap.TryParse(Value.Parse(json), out var map, out var error) ? map : throw new FormatException(error);
}
