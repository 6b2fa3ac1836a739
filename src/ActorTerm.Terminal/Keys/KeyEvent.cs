using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>One key, named or typing a character, and what was held down with it. Made by <see cref="Of(NamedKey, KeyModifiers, KeyEventKind)"/> or <see cref="Of(Rune, KeyModifiers, KeyEventKind)"/>.</summary>
/// <remarks>
/// There is one spelling for each: a capital letter is its small letter with <see cref="KeyModifiers.Shift"/>, whether a terminal
/// reported it as text or as a key. Other shifted characters stay as typed, since their key depends on a keyboard layout.
/// </remarks>
public readonly record struct KeyEvent
{
    private KeyEvent(NamedKey name, Rune character, KeyModifiers modifiers, KeyEventKind kind)
    {
        Name = name;
        Character = character;
        Modifiers = modifiers;
        Kind = kind;
    }

    /// <summary><see cref="NamedKey.None"/> when the key types <see cref="Character"/>.</summary>
    public NamedKey Name { get; }

    /// <summary>Without what Shift does to a letter, and without what Control or Alt do. U+0000 when the key has a name.</summary>
    public Rune Character { get; }

    public KeyModifiers Modifiers { get; }

    public KeyEventKind Kind { get; }

    /// <summary>The character with Shift applied, as it stands in text.</summary>
    public Rune ShiftedCharacter => Modifiers.HasFlag(KeyModifiers.Shift) ? Rune.ToUpperInvariant(Character) : Character;

    public static KeyEvent Of(NamedKey name, KeyModifiers modifiers = KeyModifiers.None, KeyEventKind kind = KeyEventKind.Press) =>
        new(name, default, modifiers, kind);

    public static KeyEvent Of(Rune character, KeyModifiers modifiers = KeyModifiers.None, KeyEventKind kind = KeyEventKind.Press)
    {
        var small = Rune.ToLowerInvariant(character);
        return small != character && Rune.ToUpperInvariant(small) == character
            ? new(NamedKey.None, small, modifiers | KeyModifiers.Shift, kind)
            : new(NamedKey.None, character, modifiers, kind);
    }

    public static KeyEvent Of(char character, KeyModifiers modifiers = KeyModifiers.None) => Of(new Rune(character), modifiers);

    /// <summary>The same key with more held down.</summary>
    public KeyEvent With(KeyModifiers more) => new(Name, Character, Modifiers | more, Kind);

    /// <summary>The spelling of <see cref="KeyNames"/>.</summary>
    public override string ToString() => KeyNames.Format(this);
}
