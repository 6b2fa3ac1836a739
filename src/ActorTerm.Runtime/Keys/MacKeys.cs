using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

/// <summary>
/// Keys as a Mac numbers them, which is how iTerm2's maps and notifications write them: code units of function keys (NSEvent, U+F700 and up)
/// and virtual key codes of a US keyboard (HIToolbox, Events.h).
/// </summary>
internal static class MacKeys
{
    /// <summary>
    /// For a key that a US keyboard has not: the code of the Fn key, which types nothing and which scripts know. A code they do not know
    /// breaks them, and any other would be a key that was not pressed.
    /// </summary>
    public const int UnknownKeyCode = 0x3f;

    private static readonly (NamedKey Name, int Character, int KeyCode)[] Named =
    [
        (NamedKey.Up, 0xf700, 0x7e), (NamedKey.Down, 0xf701, 0x7d), (NamedKey.Left, 0xf702, 0x7b), (NamedKey.Right, 0xf703, 0x7c),
        (NamedKey.F1, 0xf704, 0x7a), (NamedKey.F2, 0xf705, 0x78), (NamedKey.F3, 0xf706, 0x63), (NamedKey.F4, 0xf707, 0x76),
        (NamedKey.F5, 0xf708, 0x60), (NamedKey.F6, 0xf709, 0x61), (NamedKey.F7, 0xf70a, 0x62), (NamedKey.F8, 0xf70b, 0x64),
        (NamedKey.F9, 0xf70c, 0x65), (NamedKey.F10, 0xf70d, 0x6d), (NamedKey.F11, 0xf70e, 0x67), (NamedKey.F12, 0xf70f, 0x6f),
        (NamedKey.F13, 0xf710, 0x69), (NamedKey.F14, 0xf711, 0x6b), (NamedKey.F15, 0xf712, 0x71), (NamedKey.F16, 0xf713, 0x6a),
        (NamedKey.F17, 0xf714, 0x40), (NamedKey.F18, 0xf715, 0x4f), (NamedKey.F19, 0xf716, 0x50), (NamedKey.F20, 0xf717, 0x5a),
        .. Enumerable.Range(0, 15).Select(n => (NamedKey.F21 + (ushort)n, 0xf718 + n, UnknownKeyCode)),
        (NamedKey.Insert, 0xf727, 0x72), (NamedKey.Delete, 0xf728, 0x75), (NamedKey.Home, 0xf729, 0x73), (NamedKey.KeypadBegin, 0xf72a, UnknownKeyCode),
        (NamedKey.End, 0xf72b, 0x77), (NamedKey.PageUp, 0xf72c, 0x74), (NamedKey.PageDown, 0xf72d, 0x79), (NamedKey.PrintScreen, 0xf72e, UnknownKeyCode),
        (NamedKey.ScrollLock, 0xf72f, UnknownKeyCode), (NamedKey.Pause, 0xf730, UnknownKeyCode), (NamedKey.Menu, 0xf735, UnknownKeyCode),
        (NamedKey.Enter, 0x0d, 0x24), (NamedKey.Tab, 0x09, 0x30), (NamedKey.Escape, 0x1b, 0x35), (NamedKey.Backspace, 0x7f, 0x33),
        (NamedKey.KeypadEnter, 0x03, 0x4c),
    ];

    private const string KeypadCharacters = "0123456789./*-+=,";

    private static readonly NamedKey[] KeypadNames =
    [
        NamedKey.Keypad0, NamedKey.Keypad1, NamedKey.Keypad2, NamedKey.Keypad3, NamedKey.Keypad4, NamedKey.Keypad5, NamedKey.Keypad6,
        NamedKey.Keypad7, NamedKey.Keypad8, NamedKey.Keypad9, NamedKey.KeypadDecimal, NamedKey.KeypadDivide, NamedKey.KeypadMultiply,
        NamedKey.KeypadSubtract, NamedKey.KeypadAdd, NamedKey.KeypadEqual, NamedKey.KeypadSeparator,
    ];

    private static readonly int[] KeypadCodes =
        [0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5b, 0x5c, 0x41, 0x4b, 0x43, 0x4e, 0x45, 0x51, UnknownKeyCode];

    /// <summary>Keys of a US keyboard: plain characters, what Shift makes of them, key codes.</summary>
    private const string Plain = "asdfhgzxcvbqweryt123465=97-80]ou[iplj'k;\\,/nm.` ";

    private const string Shifted = "ASDFHGZXCVBQWERYT!@#$^%+(&_*)}OU{IPLJ\"K:|<?NM>~ ";

    private static readonly int[] Codes =
    [
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16,
        0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d,
        0x2e, 0x2f, 0x32, 0x31,
    ];

    private static readonly (NamedKey Name, int KeyCode)[] Silent =
    [
        (NamedKey.CapsLock, 0x39), (NamedKey.LeftShift, 0x38), (NamedKey.LeftControl, 0x3b), (NamedKey.LeftAlt, 0x3a), (NamedKey.LeftSuper, 0x37),
        (NamedKey.RightShift, 0x3c), (NamedKey.RightControl, 0x3e), (NamedKey.RightAlt, 0x3d), (NamedKey.RightSuper, 0x36),
        (NamedKey.RaiseVolume, 0x48), (NamedKey.LowerVolume, 0x49), (NamedKey.MuteVolume, 0x4a),
    ];

    private static readonly Dictionary<NamedKey, (int Character, int KeyCode)> ByName =
        Named.ToDictionary(one => one.Name, one => (one.Character, one.KeyCode));

    private static readonly Dictionary<int, NamedKey> ByCharacter = Named.ToDictionary(one => one.Character, one => one.Name);

    private static readonly Dictionary<NamedKey, int> SilentCodes = Silent.ToDictionary(one => one.Name, one => one.KeyCode);

    /// <summary>The key that a Mac reports as this code point; null when it types the code point.</summary>
    public static NamedKey? NameOf(int character) => ByCharacter.TryGetValue(character, out var name) ? name : null;

    /// <summary>The code point a Mac reports for a key that types nothing; null for one that it has not.</summary>
    public static int? CharacterOf(NamedKey name) => ByName.TryGetValue(name, out var mac) ? mac.Character : null;

    /// <summary>Whether the code point stands for a key and not for a character.</summary>
    public static bool IsFunctionKey(int character) => character is >= 0xf700 and <= 0xf8ff;

    /// <summary>The character of a key of the numeric keypad; null when it types none.</summary>
    public static char? KeypadCharacter(NamedKey name) => Array.IndexOf(KeypadNames, name) is >= 0 and var at ? KeypadCharacters[at] : null;

    /// <summary>The key of the numeric keypad that types a character; null when none does.</summary>
    public static NamedKey? KeypadKey(int character) =>
        character < 0x80 && KeypadCharacters.IndexOf((char)character, StringComparison.Ordinal) is >= 0 and var at ? KeypadNames[at] : null;

    /// <summary><see cref="UnknownKeyCode"/> for a key that a US keyboard has not.</summary>
    public static int KeyCodeOf(KeyEvent key)
    {
        if (key.Name == NamedKey.None) return CodeOf(key.Character);
        if (ByName.TryGetValue(key.Name, out var mac)) return mac.KeyCode;
        if (SilentCodes.TryGetValue(key.Name, out var silent)) return silent;
        return Array.IndexOf(KeypadNames, key.Name) is >= 0 and var at ? KeypadCodes[at] : UnknownKeyCode;
    }

    /// <summary>The key of a virtual key code; null for one that has none here.</summary>
    public static KeyEvent? KeyOf(int keyCode)
    {
        if (keyCode == UnknownKeyCode) return null;
        if (Array.IndexOf(Codes, keyCode) is >= 0 and var at) return KeyEvent.Of(Plain[at]);
        if (Array.IndexOf(KeypadCodes, keyCode) is >= 0 and var keypad) return KeyEvent.Of(KeypadNames[keypad]);
        var name = Array.Find(Named, one => one.KeyCode == keyCode).Name;
        return name == NamedKey.None ? null : KeyEvent.Of(name);
    }

    private static int CodeOf(Rune character)
    {
        if (!character.IsAscii) return UnknownKeyCode;

        var at = Plain.IndexOf((char)character.Value, StringComparison.Ordinal);
        if (at < 0) at = Shifted.IndexOf((char)character.Value, StringComparison.Ordinal);
        return at < 0 ? UnknownKeyCode : Codes[at];
    }
}
