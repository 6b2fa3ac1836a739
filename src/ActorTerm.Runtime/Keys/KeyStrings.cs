using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Keys;

/// <summary>
/// Keys as iTerm2's maps write them. Four forms, strongest first: <c>0xCHARACTER-0xMODIFIERS-0xKEYCODE</c>, the same without key code,
/// <c>:0xCHARACTER:0xMODIFIERS</c> where the character has Shift in it, and <c>*-0xMODIFIERS-0xKEYCODE</c> for the key itself, read as a
/// US keyboard has it.
/// </summary>
internal static class KeyStrings
{
    private const int Shift = 0x20000;
    private const int Control = 0x40000;
    private const int Option = 0x80000;
    private const int Command = 0x100000;
    private const int Keypad = 0x200000;
    private const int Leader = 0x1000000;

    /// <summary>Which form: 0 is the strongest.</summary>
    public static bool TryParse(string text, out KeyChord? chord, out int form, [NotNullWhen(false)] out string? error)
    {
        (chord, form, error) = (null, 0, null);
        var modified = text.StartsWith(':');
        var parts = (modified ? text[1..] : text).Split(modified ? ':' : '-');
        if (parts is ["*", var held, var code] && !modified && TryHex(held, out var modifiers) && TryHex(code, out var keyCode))
        {
            (form, chord) = (3, MacKeys.KeyOf(keyCode) is { } key ? KeyChord.Of(key.With(Modifiers(modifiers)), Has(modifiers, Leader)) : null);
            return true;
        }

        if (parts.Length is 2 or 3 && (!modified || parts.Length == 2)
            && TryHex(parts[0], out var character) && TryHex(parts[1], out modifiers) && (parts.Length == 2 || TryHex(parts[2], out _)))
        {
            form = modified ? 2 : parts.Length == 3 ? 0 : 1;
            chord = ChordOf(character, modifiers);
            return true;
        }

        error = $"\"{text}\" is no key of a key map: 0xCHARACTER-0xMODIFIERS or 0xCHARACTER-0xMODIFIERS-0xKEYCODE, as in 0x61-0x40000";
        return false;
    }

    /// <summary>The form without key code. False for a key that a Mac has not: Hyper, media keys and their like.</summary>
    public static bool TryFormat(KeyChord chord, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (chord.Modifiers.HasFlag(KeyModifiers.Hyper)) return false;

        var modifiers = (chord.Modifiers.HasFlag(KeyModifiers.Shift) ? Shift : 0) | (chord.Modifiers.HasFlag(KeyModifiers.Control) ? Control : 0)
            | (chord.Modifiers.HasFlag(KeyModifiers.Alt) ? Option : 0) | (chord.Modifiers.HasFlag(KeyModifiers.Super) ? Command : 0)
            | (chord.Leader ? Leader : 0);
        int? character = chord switch
        {
            { Name: NamedKey.None } => chord.Character.Value,
            { Name: NamedKey.Tab } when chord.Modifiers.HasFlag(KeyModifiers.Shift) => 0x19,
            _ when MacKeys.KeypadCharacter(chord.Name) is { } digit => digit,
            _ => MacKeys.CharacterOf(chord.Name),
        };
        if (character is not { } known) return false;

        var upper = Rune.ToUpperInvariant(chord.Character);
        if (chord.Modifiers.HasFlag(KeyModifiers.Shift) && chord.Name == NamedKey.None && Rune.ToLowerInvariant(upper) == chord.Character) known = upper.Value;
        if (known is >= 0xf700 and <= 0xf703 || MacKeys.KeypadCharacter(chord.Name) is not null || chord.Name == NamedKey.KeypadEnter) modifiers |= Keypad;
        text = string.Create(CultureInfo.InvariantCulture, $"0x{known:x}-0x{modifiers:x}");
        return true;
    }

    private static KeyChord? ChordOf(int character, int modifiers)
    {
        var held = Modifiers(modifiers);
        var leader = Has(modifiers, Leader);
        if (Has(modifiers, Keypad) && MacKeys.KeypadKey(character) is { } keypad) return KeyChord.Of(KeyEvent.Of(keypad, held), leader);
        if (Has(modifiers, Keypad) && character == '\r') return KeyChord.Of(KeyEvent.Of(NamedKey.KeypadEnter, held), leader);
        if (character == 0x19) return KeyChord.Of(KeyEvent.Of(NamedKey.Tab, held | KeyModifiers.Shift), leader);
        if (character == 0xf746) return KeyChord.Of(KeyEvent.Of(NamedKey.Insert, held), leader);           // Help, where a PC has Insert
        if (MacKeys.NameOf(character) is { } name) return KeyChord.Of(KeyEvent.Of(name, held), leader);
        if (MacKeys.IsFunctionKey(character) || !Rune.IsValid(character)) return null;
        if (character < 0x20) return KeyChord.Of(KeyEvent.Of(new Rune(character | (character is > 0 and <= 0x1a ? 0x60 : 0x40)), held | KeyModifiers.Control), leader);
        return KeyChord.Of(KeyEvent.Of(new Rune(character), held), leader);
    }

    private static KeyModifiers Modifiers(int mask) =>
        (Has(mask, Shift) ? KeyModifiers.Shift : 0) | (Has(mask, Control) ? KeyModifiers.Control : 0)
        | (Has(mask, Option) ? KeyModifiers.Alt : 0) | (Has(mask, Command) ? KeyModifiers.Super : 0);

    private static bool Has(int mask, int bit) => (mask & bit) != 0;

    private static bool TryHex(string text, out int value)
    {
        value = 0;
        return text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
    }
}
