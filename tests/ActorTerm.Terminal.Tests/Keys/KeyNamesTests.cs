using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Tests.Keys;

public class KeyNamesTests
{
    [Theory]
    [InlineData("C-c", "C-c")]
    [InlineData("c-c", "C-c")]
    [InlineData("^c", "C-c")]
    [InlineData("^C", "C-c")]
    [InlineData("M-x", "M-x")]
    [InlineData("m-X", "M-X")]
    [InlineData("C-M-S-Left", "C-M-S-Left")]
    [InlineData("S-M-C-left", "C-M-S-Left")]
    [InlineData("Up", "Up")]
    [InlineData("UP", "Up")]
    [InlineData("F5", "F5")]
    [InlineData("f35", "F35")]
    [InlineData("Enter", "Enter")]
    [InlineData("Return", "Enter")]
    [InlineData("Space", "Space")]
    [InlineData(" ", "Space")]
    [InlineData("C-Space", "C-Space")]
    [InlineData("BTab", "BTab")]
    [InlineData("C-BTab", "C-S-Tab")]
    [InlineData("BSpace", "BSpace")]
    [InlineData("PPage", "PageUp")]
    [InlineData("PgUp", "PageUp")]
    [InlineData("NPage", "PageDown")]
    [InlineData("IC", "Insert")]
    [InlineData("DC", "Delete")]
    [InlineData("KP/", "KP/")]
    [InlineData("KP7", "KP7")]
    [InlineData("KPEnter", "KPEnter")]
    [InlineData("-", "-")]
    [InlineData("C--", "C--")]
    [InlineData("^", "^")]
    [InlineData("C-^", "C-^")]
    [InlineData("A", "A")]
    [InlineData("S-a", "A")]
    [InlineData("S-1", "S-1")]
    [InlineData("é", "é")]
    [InlineData("🙂", "🙂")]
    [InlineData("0x41", "A")]
    [InlineData("0x1b", "Escape")]
    [InlineData("0x3", "C-c")]
    [InlineData("0x1F642", "🙂")]
    public void A_key_is_spelled_as_tmux_spells_it(string text, string expected)
    {
        var key = KeyNames.Parse(text);

        Assert.Equal(expected, KeyNames.Format(key));
        Assert.Equal(key, KeyNames.Parse(KeyNames.Format(key)));
    }

    [Theory]
    [InlineData("", "a key cannot be empty")]
    [InlineData("Upp", "\"Upp\" is no key; did you mean Up?")]
    [InlineData("C-Lefft", "\"C-Lefft\" is no key; did you mean C-Left?")]
    [InlineData("pageupp", "\"pageupp\" is no key; did you mean PageUp?")]
    [InlineData("X-a", "\"X-a\" is no key: X- is no modifier (C- Control, M- Alt, S- Shift)")]
    [InlineData("nonsense", "\"nonsense\" is no key: one character, or a name as Up, PgDn, F5, Enter, each after any of C- M- S-")]
    public void An_unknown_name_is_said_to_be_one_and_the_nearest_is_named(string text, string expected)
    {
        var error = Assert.Throws<FormatException>(() => KeyNames.Parse(text));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("C-")]
    [InlineData("0x110000")]
    [InlineData("0xd800")]
    [InlineData("\x01")]
    [InlineData("ab")]
    public void What_is_no_single_key_is_refused(string text)
    {
        Assert.False(KeyNames.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Every_name_is_read_and_written_back()
    {
        Assert.All(KeyNames.All, name => Assert.Equal(KeyNames.Parse(name), KeyNames.Parse(KeyNames.Format(KeyNames.Parse(name)))));
    }

    [Fact]
    public void A_capital_letter_is_its_small_letter_with_Shift_however_it_was_typed()
    {
        Assert.Equal(KeyEvent.Of('a', KeyModifiers.Shift), KeyEvent.Of('A'));
        Assert.Equal(KeyEvent.Of('a', KeyModifiers.Shift | KeyModifiers.Control), KeyEvent.Of('A', KeyModifiers.Control));
        Assert.Equal(new Rune('A'), KeyEvent.Of('A').ShiftedCharacter);
    }
}
