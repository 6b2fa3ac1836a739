namespace ActorTerm.Terminal.Keys;

/// <summary>Level 1 of the kitty keyboard protocol, "disambiguate escape codes" (https://sw.kovidgoyal.net/kitty/keyboard-protocol/).</summary>
internal static class KittyKeys
{
    private const NamedKey First = NamedKey.Escape;
    private const NamedKey Last = NamedKey.IsoLevel5Shift;

    public static void Encode(KeyEvent key, ref KeySequence to)
    {
        if (KeypadKey.IsText(key.Name) && TypesText(key.Modifiers)) key = KeypadKey.Plain(key);
        if (key.Name == NamedKey.None)
        {
            if (TypesText(key.Modifiers)) to.Character(key.ShiftedCharacter);
            else to.Csi(key.Character.Value, key.Modifiers, (byte)'u');
            return;
        }

        switch (key.Name)
        {
            // Without modifiers these stay bytes, so that a shell can be used after a program that left the mode set.
            case NamedKey.Enter or NamedKey.Tab or NamedKey.Backspace when (key.Modifiers & ~KeyModifiers.Locks) == KeyModifiers.None:
                to.Byte((byte)CodeOf(key.Name));
                break;
            case NamedKey.F3:                                          // CSI 1 ; m R would be a cursor position report
                to.Csi(13, key.Modifiers, (byte)'~');
                break;
            case NamedKey.Menu:
                to.Csi((int)NamedKey.Menu, key.Modifiers, (byte)'u');
                break;
            default:
                if (FunctionalKey.TryFind(key.Name, out var form)) to.Csi(form.Number, key.Modifiers, form.Final);
                else to.Csi(CodeOf(key.Name), key.Modifiers, (byte)'u');
                break;
        }
    }

    /// <summary>The key of CSI code u; false when the code is neither a character nor a functional key.</summary>
    public static bool TryDecode(int code, KeyModifiers modifiers, KeyEventKind kind, out KeyEvent key)
    {
        var name = code switch
        {
            9 => NamedKey.Tab,
            13 => NamedKey.Enter,
            27 => NamedKey.Escape,
            127 => NamedKey.Backspace,
            >= (int)First and <= (int)Last => (NamedKey)code,
            _ => NamedKey.None,
        };
        var isCharacter = name == NamedKey.None && code >= 0x20 && System.Text.Rune.IsValid(code) && code is not (>= 57344 and <= 63743);
        key = name != NamedKey.None ? KeyEvent.Of(name, modifiers, kind)
            : isCharacter ? KeyEvent.Of(new System.Text.Rune(code), modifiers, kind)
            : default;
        return name != NamedKey.None || isCharacter;
    }

    private static bool TypesText(KeyModifiers modifiers) => (modifiers & ~(KeyModifiers.Locks | KeyModifiers.Shift)) == KeyModifiers.None;

    private static int CodeOf(NamedKey name) => name switch
    {
        NamedKey.Tab => 9,
        NamedKey.Enter => 13,
        NamedKey.Escape => 27,
        NamedKey.Backspace => 127,
        _ => (int)name,
    };
}
