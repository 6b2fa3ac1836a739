using System.Text;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

public class KeyTextTests
{
    [Theory]
    [InlineData(0, @"a\nb\e", @"a\nb\e")]
    [InlineData(1, @"a\nb\e\a\t", "a\nb\e\a\t")]
    [InlineData(1, @"\x41\r\\", @"\x41\r\\")]
    [InlineData(2, @"\a\b\e\n\r\t\\\x41\x4", "\a\b\e\n\r\t\\A\\x4")]
    [InlineData(2, @"\\n", @"\n")]
    [InlineData(2, @"\q\", @"\q\")]
    [InlineData(3, @"\x41\x4z\101\7\u00e9\f\""", "A\u0004zA\aé\f\"")]
    [InlineData(3, @"\<C-w>\<M-x>\<CR>\<Up>\<nothing>\<", "\x17\ex\r\e[A\\<nothing>\\<")]
    [InlineData(4, @"\x41\\n", "A\n")]
    public void A_text_is_read_as_its_escaping_says(int escaping, string text, string expected) =>
        Assert.Equal(expected, KeyText.Unescape(text, escaping));

    [Theory]
    [InlineData(12, 0, null, @"\n\x41", "\n\\x41")]
    [InlineData(12, 1, null, @"\n\x41", "\nA")]
    [InlineData(12, 2, 0, @"\n", @"\n")]
    [InlineData(38, 0, null, @"\x41\\n", "A\n")]
    [InlineData(38, 1, null, @"\x41\\n", @"A\n")]
    [InlineData(76, 2, 3, @"\<C-c>", "\x03")]
    [InlineData(10, 0, null, "[1;5A", "\e[1;5A")]
    [InlineData(11, 0, null, "0x1b 5b 41 zz 100 0x", "\e[A")]
    [InlineData(16, 0, null, "", "\b")]
    [InlineData(17, 0, null, "", "\x7f")]
    public void Each_action_types_its_bytes(int action, int version, int? escaping, string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(KeyText.BytesOf(new KeyAction(action, text, version, escaping))!));

    [Fact]
    public void Hex_codes_are_bytes_and_not_characters() => Assert.Equal([0xff, 0x00], KeyText.BytesOf(new KeyAction(11, "ff 0x00"))!);

    [Fact]
    public void An_action_that_types_nothing_has_no_bytes() => Assert.Null(KeyText.BytesOf(new KeyAction(60, "f()")));
}
