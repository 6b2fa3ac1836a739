using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>The byte that Control makes of a character, ECMA-48 C0 by way of the VT100 keyboard, digits and / as xterm has them.</summary>
internal static class ControlCharacter
{
    /// <summary>False when Control changes nothing, as with a comma or a letter beyond ASCII.</summary>
    public static bool TryEncode(Rune character, out byte control)
    {
        var value = character.Value;
        control = value switch
        {
            >= '@' and <= '_' => (byte)(value & 0x1f),
            >= 'a' and <= '~' => (byte)(value & 0x1f),
            ' ' or '`' or '2' => 0x00,
            >= '3' and <= '7' => (byte)(value - '3' + 0x1b),
            '/' => 0x1f,
            '8' or '?' => 0x7f,
            _ => 0xff,
        };
        return control != 0xff;
    }

    /// <summary>The key that a control byte came from. DEL, CR, HT and ESC are keys of their own.</summary>
    public static KeyEvent Decode(byte control) => control switch
    {
        0x00 => KeyEvent.Of(' ', KeyModifiers.Control),
        0x09 => KeyEvent.Of(NamedKey.Tab),
        0x0d => KeyEvent.Of(NamedKey.Enter),
        0x1b => KeyEvent.Of(NamedKey.Escape),
        0x7f => KeyEvent.Of(NamedKey.Backspace),
        <= 0x1a => KeyEvent.Of((char)(control + 'a' - 1), KeyModifiers.Control),
        _ => KeyEvent.Of((char)(control + '@'), KeyModifiers.Control),
    };
}
