namespace ActorTerm.Terminal.Keys;

/// <summary>
/// xterm's keyboard: ctlseqs, "PC-Style Function Keys" and "VT220-Style", with modifyOtherKeys (modified-keys.html) and Alt sent as an ESC
/// before the key (metaSendsEscape). F13 to F35 are what terminfo's xterm-256color calls so: F1 to F12 with Shift, then with Control.
/// </summary>
internal static class LegacyKeys
{
    private const KeyModifiers AltLike = KeyModifiers.Alt | KeyModifiers.Meta;

    public static void Encode(KeyEvent key, KeyModes modes, ref KeySequence to)
    {
        key = Fold(key);
        if (modes.ApplicationKeypad && KeypadKey.TryFindFinal(key.Name, out var final))
        {
            if ((key.Modifiers & AltLike) != 0) to.Byte(0x1b);
            to.Text("\eO"u8);
            to.Byte(final);
            return;
        }

        key = KeypadKey.Plain(key);
        if (SentAsOther(key, modes.OtherKeys)) EncodeOther(key, ref to);
        else if (key.Name == NamedKey.None) EncodeCharacter(key, ref to);
        else if (FunctionalKey.TryFind(key.Name, out var form)) EncodeFunctional(form, key.Modifiers, modes, ref to);
        else EncodeControl(key, modes, ref to);
    }

    /// <summary>Drops what a legacy keyboard has not, and names F13 and up as it does.</summary>
    private static KeyEvent Fold(KeyEvent key)
    {
        var modifiers = key.Modifiers & ~KeyModifiers.Locks;
        return key.Name switch
        {
            NamedKey.None => KeyEvent.Of(key.Character, modifiers),
            >= NamedKey.F25 and <= NamedKey.F35 => KeyEvent.Of(key.Name - 24, modifiers | KeyModifiers.Control),
            >= NamedKey.F13 and <= NamedKey.F24 => KeyEvent.Of(key.Name - 12, modifiers | KeyModifiers.Shift),
            _ => KeyEvent.Of(key.Name, modifiers),
        };
    }

    private static void EncodeCharacter(KeyEvent key, ref KeySequence to)
    {
        if ((key.Modifiers & AltLike) != 0) to.Byte(0x1b);
        if (key.Modifiers.HasFlag(KeyModifiers.Control) && ControlCharacter.TryEncode(key.Character, out var control)) to.Byte(control);
        else to.Character(key.ShiftedCharacter);
    }

    private static void EncodeFunctional(FunctionalKey form, KeyModifiers modifiers, KeyModes modes, ref KeySequence to)
    {
        if (modifiers == KeyModifiers.None && (form.IsProgrammableFunctionKey || (form.IsCursorKey && modes.ApplicationCursor)))
        {
            to.Text("\eO"u8);
            to.Byte(form.Final);
            return;
        }

        to.Csi(form.Number, modifiers, form.Final);
    }

    private static void EncodeControl(KeyEvent key, KeyModes modes, ref KeySequence to)
    {
        var control = key.Modifiers.HasFlag(KeyModifiers.Control);
        ReadOnlySpan<byte> bytes = key.Name switch
        {
            NamedKey.Enter when modes.NewLine => "\r\n"u8,
            NamedKey.Enter => "\r"u8,
            NamedKey.Escape => "\e"u8,
            NamedKey.Tab when key.Modifiers.HasFlag(KeyModifiers.Shift) => "\e[Z"u8,
            NamedKey.Tab => "\t"u8,
            NamedKey.Backspace when control != modes.BackarrowIsBackspace => "\b"u8,
            NamedKey.Backspace => "\x7f"u8,
            _ => [],
        };
        if (bytes.Length > 0 && (key.Modifiers & AltLike) != 0) to.Byte(0x1b);
        to.Text(bytes);
    }

    /// <summary>Whether modifyOtherKeys takes the key. Meta is Alt here, as everywhere in the legacy forms.</summary>
    private static bool SentAsOther(KeyEvent key, ModifyOtherKeys level)
    {
        var modifiers = key.Modifiers;
        if (level == ModifyOtherKeys.Off || modifiers == KeyModifiers.None) return false;
        switch (key.Name)
        {
            case NamedKey.Enter: return true;
            case NamedKey.Tab: return modifiers != KeyModifiers.Shift;
            case NamedKey.Escape: return level == ModifyOtherKeys.All;
            case NamedKey.Backspace: return level == ModifyOtherKeys.All && (modifiers & ~KeyModifiers.Control) != KeyModifiers.None;
            case NamedKey.None: break;
            default: return false;
        }

        if (level == ModifyOtherKeys.All) return modifiers != KeyModifiers.Shift || key.Character.Value == ' ';
        var withoutAlt = modifiers & ~AltLike;
        if (withoutAlt is KeyModifiers.None or KeyModifiers.Shift) return false;
        return withoutAlt != KeyModifiers.Control || !ControlCharacter.TryEncode(key.Character, out _);
    }

    private static void EncodeOther(KeyEvent key, ref KeySequence to)
    {
        to.Text("\e[27;"u8);
        to.Number((int)key.Modifiers + 1);
        to.Byte((byte)';');
        to.Number(key.Name switch
        {
            NamedKey.Enter => '\r',
            NamedKey.Tab => '\t',
            NamedKey.Escape => 0x1b,
            NamedKey.Backspace => 0x7f,
            _ => key.ShiftedCharacter.Value,
        });
        to.Byte((byte)'~');
    }
}
