using System.Globalization;
using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>What is held down, as scripts hear of it.</summary>
    [Flags]
    public enum KeystrokeModifiers
    {
        None = 0,
        Control = 1,
        Option = 2,
        Command = 4,
        Shift = 8,

        /// <summary>The key types nothing.</summary>
        Function = 16,

        /// <summary>A key of the numeric keypad or an arrow.</summary>
        Numpad = 32,
    }

    /// <summary>One key as scripts hear of it: what it would type, and where a US Mac keyboard has it.</summary>
    /// <param name="Characters">With all modifiers: U+0001 for Control-a. Function keys are U+F700 and up. Empty for a modifier alone.</param>
    /// <param name="CharactersIgnoringModifiers">With Shift only.</param>
    /// <param name="KeyCode">A Mac's virtual key code; 0x3f, the Fn key's, for a key that a US keyboard has not.</param>
    public sealed record Keystroke(string Characters, string CharactersIgnoringModifiers, KeystrokeModifiers Modifiers, int KeyCode)
    {
        public static Keystroke Of(KeyEvent key)
        {
            var (plain, modifiers) = (PlainText(key), Held(key));
            var withControl = key.Name == NamedKey.None && key.Modifiers.HasFlag(KeyModifiers.Control) ? ControlText(key) : null;
            return new Keystroke(withControl ?? plain, plain, modifiers, MacKeys.KeyCodeOf(key));
        }

        private static string PlainText(KeyEvent key)
        {
            if (key.Name == NamedKey.None) return key.ShiftedCharacter.ToString();
            if (key.Name == NamedKey.Tab && key.Modifiers.HasFlag(KeyModifiers.Shift)) return "\x19";
            if (MacKeys.KeypadCharacter(key.Name) is { } digit) return digit.ToString(CultureInfo.InvariantCulture);
            return MacKeys.CharacterOf(key.Name) is { } character ? new Rune(character).ToString() : "";
        }

        /// <summary>Null when Control changes nothing.</summary>
        private static string? ControlText(KeyEvent key)
        {
            var bytes = KeyEncoder.Encode(KeyEvent.Of(key.Character, KeyModifiers.Control), default);
            return bytes is [< 0x20 or 0x7f] ? ((char)bytes[0]).ToString() : null;
        }

        private static KeystrokeModifiers Held(KeyEvent key)
        {
            var held = KeystrokeModifiers.None;
            if (key.Modifiers.HasFlag(KeyModifiers.Control)) held |= KeystrokeModifiers.Control;
            if ((key.Modifiers & (KeyModifiers.Alt | KeyModifiers.Meta)) != 0) held |= KeystrokeModifiers.Option;
            if (key.Modifiers.HasFlag(KeyModifiers.Super)) held |= KeystrokeModifiers.Command;
            if (key.Modifiers.HasFlag(KeyModifiers.Shift)) held |= KeystrokeModifiers.Shift;
            var isFunction = MacKeys.CharacterOf(key.Name) is { } character && MacKeys.IsFunctionKey(character);
            if (isFunction) held |= KeystrokeModifiers.Function;
            if (key.Name is NamedKey.Up or NamedKey.Down or NamedKey.Left or NamedKey.Right or NamedKey.KeypadEnter
                || MacKeys.KeypadCharacter(key.Name) is not null) held |= KeystrokeModifiers.Numpad;
            return held;
        }
    }
}
