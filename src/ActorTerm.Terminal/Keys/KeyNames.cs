using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>
/// Keys as tmux's send-keys spells them (tmux(1), KEY BINDINGS): one character, or a name as <c>Up</c>, <c>F5</c>, <c>PgDn</c>, <c>BSpace</c>,
/// each after any of <c>C-</c>, <c>M-</c>, <c>S-</c>; <c>^a</c> is <c>C-a</c>; <c>0x1b</c> is a character by number. Names and prefixes are
/// read in any case. Beyond tmux: F13 to F35, and the names people type for the same keys (Esc, Return, Backspace, Del, Ins).
/// </summary>
public static class KeyNames
{
    /// <summary>The first name of a key is the one written.</summary>
    private static readonly (string Name, KeyEvent Key)[] Table =
    [
        ("Up", KeyEvent.Of(NamedKey.Up)),
        ("Down", KeyEvent.Of(NamedKey.Down)),
        ("Left", KeyEvent.Of(NamedKey.Left)),
        ("Right", KeyEvent.Of(NamedKey.Right)),
        ("Enter", KeyEvent.Of(NamedKey.Enter)),
        ("Return", KeyEvent.Of(NamedKey.Enter)),
        ("Escape", KeyEvent.Of(NamedKey.Escape)),
        ("Esc", KeyEvent.Of(NamedKey.Escape)),
        ("Space", KeyEvent.Of(' ')),
        ("Tab", KeyEvent.Of(NamedKey.Tab)),
        ("BTab", KeyEvent.Of(NamedKey.Tab, KeyModifiers.Shift)),
        ("BSpace", KeyEvent.Of(NamedKey.Backspace)),
        ("Backspace", KeyEvent.Of(NamedKey.Backspace)),
        ("Delete", KeyEvent.Of(NamedKey.Delete)),
        ("DC", KeyEvent.Of(NamedKey.Delete)),
        ("Del", KeyEvent.Of(NamedKey.Delete)),
        ("Insert", KeyEvent.Of(NamedKey.Insert)),
        ("IC", KeyEvent.Of(NamedKey.Insert)),
        ("Ins", KeyEvent.Of(NamedKey.Insert)),
        ("Home", KeyEvent.Of(NamedKey.Home)),
        ("End", KeyEvent.Of(NamedKey.End)),
        ("PageUp", KeyEvent.Of(NamedKey.PageUp)),
        ("PgUp", KeyEvent.Of(NamedKey.PageUp)),
        ("PPage", KeyEvent.Of(NamedKey.PageUp)),
        ("PageDown", KeyEvent.Of(NamedKey.PageDown)),
        ("PgDn", KeyEvent.Of(NamedKey.PageDown)),
        ("NPage", KeyEvent.Of(NamedKey.PageDown)),
        ("Menu", KeyEvent.Of(NamedKey.Menu)),
        .. Enumerable.Range(1, 35).Select(n => ($"F{n}", KeyEvent.Of(NamedKey.F1 + (ushort)(n - 1)))),
        .. Enumerable.Range(0, 10).Select(n => ($"KP{n}", KeyEvent.Of(NamedKey.Keypad0 + (ushort)n))),
        ("KP/", KeyEvent.Of(NamedKey.KeypadDivide)),
        ("KP*", KeyEvent.Of(NamedKey.KeypadMultiply)),
        ("KP-", KeyEvent.Of(NamedKey.KeypadSubtract)),
        ("KP+", KeyEvent.Of(NamedKey.KeypadAdd)),
        ("KP.", KeyEvent.Of(NamedKey.KeypadDecimal)),
        ("KPEnter", KeyEvent.Of(NamedKey.KeypadEnter)),
    ];

    private static readonly Dictionary<string, KeyEvent> ByName = Table.ToDictionary(row => row.Name, row => row.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<NamedKey, string> ByKey =
        Table.Where(row => row.Key is { Name: not NamedKey.None, Modifiers: KeyModifiers.None }).DistinctBy(row => row.Key.Name)
            .ToDictionary(row => row.Key.Name, row => row.Name);

    /// <summary>Every name that is read, in the order of the manual; for completion and help.</summary>
    public static IEnumerable<string> All => Table.Select(row => row.Name);

    /// <exception cref="FormatException">No key is spelled so; the message names the nearest that is.</exception>
    public static KeyEvent Parse(string text) => TryParse(text, out var key, out var error) ? key : throw new FormatException(error);

    /// <param name="text">One key.</param>
    /// <param name="key">The key pressed, when true.</param>
    /// <param name="error">One sentence for people, when false.</param>
    public static bool TryParse(string text, out KeyEvent key, [NotNullWhen(false)] out string? error)
    {
        var rest = text.AsSpan();
        var modifiers = KeyModifiers.None;
        if (rest.Length > 1 && rest[0] == '^')
        {
            modifiers |= KeyModifiers.Control;
            rest = rest[1..];
        }

        while (rest.Length > 2 && rest[1] == '-' && ModifierOf(rest[0]) is { } modifier)
        {
            modifiers |= modifier;
            rest = rest[2..];
        }

        if (TryFind(rest, out key))
        {
            // ^C is what a terminal echoes for C-c; nobody means Shift by it.
            key = text.Length == 2 && modifiers == KeyModifiers.Control ? KeyEvent.Of(key.Character, modifiers) : key.With(modifiers);
            error = null;
            return true;
        }

        error = Complaint(text, rest.ToString());
        return false;
    }

    /// <summary>The spelling <see cref="Parse"/> reads. Keys that have none there are written by their name in <see cref="NamedKey"/>.</summary>
    public static string Format(KeyEvent key)
    {
        var modifiers = key.Modifiers & ~KeyModifiers.Locks;
        if (key.Name == NamedKey.Tab && modifiers == KeyModifiers.Shift) return "BTab";
        var asCapital = key.Name == NamedKey.None && !modifiers.HasFlag(KeyModifiers.Control) && key.ShiftedCharacter != key.Character;
        var text = new StringBuilder();
        if (modifiers.HasFlag(KeyModifiers.Control)) text.Append("C-");
        if ((modifiers & (KeyModifiers.Alt | KeyModifiers.Meta)) != 0) text.Append("M-");
        if (modifiers.HasFlag(KeyModifiers.Shift) && !asCapital) text.Append("S-");
        if (key.Name != NamedKey.None) text.Append(ByKey.TryGetValue(key.Name, out var name) ? name : key.Name.ToString());
        else if (key.Character.Value == ' ') text.Append("Space");
        else text.Append(asCapital ? key.ShiftedCharacter : key.Character);
        return text.ToString();
    }

    private static bool TryFind(ReadOnlySpan<char> text, out KeyEvent key)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == text.Length)
        {
            key = KeyEvent.Of(rune);
            return rune.Value >= 0x20;
        }

        if (text.StartsWith("0x", StringComparison.Ordinal)
            && int.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value))
        {
            key = value is < 0x20 or 0x7f ? ControlCharacter.Decode((byte)value) : KeyEvent.Of(new Rune(value));
            return true;
        }

        return ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out key);
    }

    private static KeyModifiers? ModifierOf(char letter) => letter switch
    {
        'C' or 'c' => KeyModifiers.Control,
        'M' or 'm' => KeyModifiers.Alt,
        'S' or 's' => KeyModifiers.Shift,
        _ => null,
    };

    private static string Complaint(string text, string unknown)
    {
        if (text.Length == 0) return "a key cannot be empty";
        if (unknown.Length > 2 && unknown[1] == '-') return $"\"{text}\" is no key: {unknown[..2]} is no modifier (C- Control, M- Alt, S- Shift)";
        var nearest = All.MinBy(name => Distance(name.ToUpperInvariant(), unknown.ToUpperInvariant()))!;
        return Distance(nearest.ToUpperInvariant(), unknown.ToUpperInvariant()) <= 1 + unknown.Length / 4
            ? $"\"{text}\" is no key; did you mean {text[..^unknown.Length]}{nearest}?"
            : $"\"{text}\" is no key: one character, or a name as Up, PgDn, F5, Enter, each after any of C- M- S-";
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
