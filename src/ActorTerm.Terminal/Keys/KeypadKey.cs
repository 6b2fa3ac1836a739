using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>What the keys of the numeric keypad stand for: their character, the key they double, and the final byte of their SS3 form (DECKPAM).</summary>
internal static class KeypadKey
{
    /// <summary>In the order of <see cref="NamedKey.Keypad0"/> to <see cref="NamedKey.KeypadSeparator"/>; Enter types CR.</summary>
    private static ReadOnlySpan<byte> Characters => "0123456789./*-+\r=,"u8;

    private static ReadOnlySpan<byte> Finals => "pqrstuvwxynojmkMXl"u8;

    private static readonly NamedKey[] Doubles =
    [
        NamedKey.Left, NamedKey.Right, NamedKey.Up, NamedKey.Down, NamedKey.PageUp, NamedKey.PageDown,
        NamedKey.Home, NamedKey.End, NamedKey.Insert, NamedKey.Delete,
    ];

    public static bool IsText(NamedKey name) => name is >= NamedKey.Keypad0 and <= NamedKey.KeypadSeparator && name != NamedKey.KeypadEnter;

    /// <summary>The key as the main block has it, or itself when it is no keypad key or has no double.</summary>
    public static KeyEvent Plain(KeyEvent key) => key.Name switch
    {
        NamedKey.KeypadEnter => KeyEvent.Of(NamedKey.Enter, key.Modifiers, key.Kind),
        >= NamedKey.Keypad0 and <= NamedKey.KeypadSeparator => KeyEvent.Of(Character(key.Name), key.Modifiers, key.Kind),
        >= NamedKey.KeypadLeft and <= NamedKey.KeypadDelete => KeyEvent.Of(Doubles[key.Name - NamedKey.KeypadLeft], key.Modifiers, key.Kind),
        _ => key,
    };

    public static Rune Character(NamedKey name) => new((char)Characters[name - NamedKey.Keypad0]);

    public static bool TryFindFinal(NamedKey name, out byte final)
    {
        var known = name is >= NamedKey.Keypad0 and <= NamedKey.KeypadSeparator;
        final = known ? Finals[name - NamedKey.Keypad0] : (byte)0;
        return known;
    }

    public static bool TryFindName(byte final, out NamedKey name)
    {
        var index = Finals.IndexOf(final);
        name = index < 0 ? NamedKey.None : NamedKey.Keypad0 + (ushort)index;
        return index >= 0;
    }
}
