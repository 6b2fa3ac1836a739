using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

public class KeystrokeTests
{
    [Theory]
    [InlineData("a", "a", "a", KeystrokeModifiers.None, 0x00)]
    [InlineData("A", "A", "A", KeystrokeModifiers.Shift, 0x00)]
    [InlineData("C-a", "\x01", "a", KeystrokeModifiers.Control, 0x00)]
    [InlineData("C-S-a", "\x01", "A", KeystrokeModifiers.Control | KeystrokeModifiers.Shift, 0x00)]
    [InlineData("M-x", "x", "x", KeystrokeModifiers.Option, 0x07)]
    [InlineData("?", "?", "?", KeystrokeModifiers.None, 0x2c)]
    [InlineData("1", "1", "1", KeystrokeModifiers.None, 0x12)]
    [InlineData("!", "!", "!", KeystrokeModifiers.None, 0x12)]
    [InlineData("Space", " ", " ", KeystrokeModifiers.None, 0x31)]
    [InlineData("C-,", ",", ",", KeystrokeModifiers.Control, 0x2b)]
    [InlineData("Enter", "\r", "\r", KeystrokeModifiers.None, 0x24)]
    [InlineData("Tab", "\t", "\t", KeystrokeModifiers.None, 0x30)]
    [InlineData("BTab", "\x19", "\x19", KeystrokeModifiers.Shift, 0x30)]
    [InlineData("Escape", "\e", "\e", KeystrokeModifiers.None, 0x35)]
    [InlineData("BSpace", "\x7f", "\x7f", KeystrokeModifiers.None, 0x33)]
    [InlineData("Up", "\uf700", "\uf700", KeystrokeModifiers.Function | KeystrokeModifiers.Numpad, 0x7e)]
    [InlineData("C-Right", "\uf703", "\uf703", KeystrokeModifiers.Function | KeystrokeModifiers.Numpad | KeystrokeModifiers.Control, 0x7c)]
    [InlineData("F1", "\uf704", "\uf704", KeystrokeModifiers.Function, 0x7a)]
    [InlineData("F12", "\uf70f", "\uf70f", KeystrokeModifiers.Function, 0x6f)]
    [InlineData("PgDn", "\uf72d", "\uf72d", KeystrokeModifiers.Function, 0x79)]
    [InlineData("KP5", "5", "5", KeystrokeModifiers.Numpad, 0x57)]
    [InlineData("KPEnter", "\x03", "\x03", KeystrokeModifiers.Numpad, 0x4c)]
    [InlineData("é", "é", "é", KeystrokeModifiers.None, 0x3f)]
    public void A_key_is_told_as_a_Mac_has_it(string name, string characters, string ignoring, KeystrokeModifiers modifiers, int keyCode) =>
        Assert.Equal(new Keystroke(characters, ignoring, modifiers, keyCode), Keystroke.Of(KeyNames.Parse(name)));

    [Theory]
    [InlineData("C-a", true)]
    [InlineData("C-M-a", false)]
    [InlineData("a", false)]
    [InlineData("C-b", false)]
    [InlineData("C-F1", true)]
    [InlineData("C-z", true)]
    public void A_pattern_holds_when_all_it_requires_is_held_nothing_it_forbids_and_one_of_its_keys_is_pressed(string name, bool holds)
    {
        var pattern = new KeyPattern(KeystrokeModifiers.Control, KeystrokeModifiers.Option, [0x7a], ["\x01"], ["z"]);

        Assert.Equal(holds, pattern.Matches(Keystroke.Of(KeyNames.Parse(name))));
    }

    [Fact]
    public void A_pattern_without_keys_holds_for_none() =>
        Assert.False(new KeyPattern(KeystrokeModifiers.None, KeystrokeModifiers.None, [], [], []).Matches(Keystroke.Of(KeyNames.Parse("a"))));

    [Fact]
    public void A_key_code_is_one_that_scripts_know()
    {
        int[] unknown = [0x0a, 0x34, 0x42, 0x44, 0x46, 0x4d, 0x5d, 0x5e, 0x5f, 0x66, 0x68, 0x6c, 0x6e, 0x70];
        var keys = Enum.GetValues<NamedKey>().Skip(1).Select(name => KeyEvent.Of(name))
            .Concat(Enumerable.Range(0x20, 0x300).Select(value => KeyEvent.Of(new System.Text.Rune(value))));

        Assert.All(keys, key => Assert.True(Keystroke.Of(key).KeyCode is >= 0 and < 0x7f and var code && !unknown.Contains(code), $"{key} has the code {Keystroke.Of(key).KeyCode:x}"));
    }

    [Fact]
    public void Filters_hold_in_their_session_and_end_with_their_owner()
    {
        var (mine, other) = (SessionId.New(), SessionId.New());
        var pattern = new KeyPattern(KeystrokeModifiers.None, KeystrokeModifiers.None, [], ["a"], []);
        var keys = new HostKeys();
        var owner = ActorRefs.Nobody;

        Assert.True(keys.TryAdd(new KeyFilter(owner, "one", SessionTarget.Of(mine), [pattern])));
        Assert.False(keys.TryAdd(new KeyFilter(owner, "one", SessionTarget.All, [pattern])));
        var pressed = KeyNames.Parse("a");
        Assert.IsType<KeyDecision.Filtered>(new KeyRules(mine, keys).Decide(pressed));
        Assert.IsType<KeyDecision.Typed>(new KeyRules(other, keys).Decide(pressed));
        keys.Remove(owner, null);

        Assert.IsType<KeyDecision.Typed>(new KeyRules(mine, keys).Decide(pressed));
    }
}
