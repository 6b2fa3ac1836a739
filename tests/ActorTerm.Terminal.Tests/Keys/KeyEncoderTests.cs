using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Tests.Keys;

public class KeyEncoderTests
{
    public static TheoryData<string, KeyModes, string> Written
    {
        get
        {
            var rows = new TheoryData<string, KeyModes, string>();
            foreach (var (direction, key, modes, bytes) in KeyTable.Rows)
                if (direction.Contains('>')) rows.Add(key, modes, bytes);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void A_key_is_written_as_the_program_asked(string name, KeyModes modes, string expected)
    {
        var bytes = KeyEncoder.Encode(KeyNames.Parse(name), modes);

        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_release_and_a_lock_key_are_not_written()
    {
        Assert.Empty(KeyEncoder.Encode(KeyEvent.Of(new Rune('a'), kind: KeyEventKind.Release), default));
        Assert.Empty(KeyEncoder.Encode(KeyEvent.Of(NamedKey.CapsLock), default));
    }

    [Fact]
    public void A_repeat_is_written_as_another_press()
    {
        Assert.Equal("\e[A"u8.ToArray(), KeyEncoder.Encode(KeyEvent.Of(NamedKey.Up, kind: KeyEventKind.Repeat), default));
    }

    [Fact]
    public void Locks_change_nothing_in_the_legacy_forms()
    {
        Assert.Equal("\e[A"u8.ToArray(), KeyEncoder.Encode(KeyEvent.Of(NamedKey.Up, KeyModifiers.NumLock), default));
        Assert.Equal("\x01"u8.ToArray(), KeyEncoder.Encode(KeyEvent.Of('a', KeyModifiers.Control | KeyModifiers.CapsLock), default));
    }

    [Fact]
    public void Every_key_with_every_modifier_fits_and_is_read_back_as_a_key_or_text_in_every_mode()
    {
        KeyModes[] modes =
        [
            default, new(ApplicationCursor: true, ApplicationKeypad: true), new(OtherKeys: ModifyOtherKeys.Ambiguous),
            new(OtherKeys: ModifyOtherKeys.All), new(Kitty: KittyKeyboardFlags.DisambiguateEscapeCodes),
        ];
        var keys = Enum.GetValues<NamedKey>().Where(name => name != NamedKey.None).Select(name => KeyEvent.Of(name))
            .Concat(Enumerable.Range(0x20, 0x60).Where(code => code != 0x7f).Select(code => KeyEvent.Of(new Rune(code)))).Append(KeyEvent.Of(new Rune(0x10fffd)));

        foreach (var key in keys)
        {
            for (var modifiers = 0; modifiers < 256; modifiers++)
            {
                foreach (var mode in modes)
                {
                    var bytes = KeyEncoder.Encode(key.With((KeyModifiers)modifiers), mode);

                    var inputs = Decoding.Of(bytes);
                    Assert.All(inputs, input => Assert.IsType<TerminalInput.KeyPressed>(input));
                }
            }
        }
    }
}
