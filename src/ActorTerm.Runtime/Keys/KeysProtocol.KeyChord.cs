using System.Diagnostics.CodeAnalysis;
using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>
    /// A key with its modifiers, in the one spelling that bindings and pressed keys share: locks do not count, Meta is Alt, a repeat is a
    /// press, keys of the numeric keypad that move the cursor are those of the main block, and Shift counts with letters and named keys
    /// only, since it is part of any other character.
    /// </summary>
    public sealed record KeyChord
    {
        private const KeyModifiers Counted = KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control | KeyModifiers.Super | KeyModifiers.Hyper;

        private KeyChord(NamedKey name, Rune character, KeyModifiers modifiers, bool leader)
        {
            Name = name;
            Character = character;
            Modifiers = modifiers;
            Leader = leader;
        }

        /// <summary><see cref="NamedKey.None"/> when the key types <see cref="Character"/>.</summary>
        public NamedKey Name { get; }

        public Rune Character { get; }

        public KeyModifiers Modifiers { get; }

        /// <summary>The leader key was pressed before.</summary>
        public bool Leader { get; }

        /// <summary>Reads a key as iTerm2's maps write it.</summary>
        /// <param name="text">Such as <c>0x61-0x40000</c>.</param>
        /// <param name="chord">Null for a key that no terminal sends.</param>
        /// <param name="error">One sentence for people, when false.</param>
        public static bool TryParse(string text, out KeyChord? chord, [NotNullWhen(false)] out string? error) =>
            KeyStrings.TryParse(text, out chord, out _, out error);

        /// <summary>As iTerm2's maps write it; false for a key that a Mac has not: Hyper, media keys and their like.</summary>
        public bool TryFormat([NotNullWhen(true)] out string? text) => KeyStrings.TryFormat(this, out text);

        public static KeyChord Of(KeyEvent key, bool leader = false)
        {
            var plain = Plain(key.Name);
            var modifiers = key.Modifiers & Counted;
            if (key.Modifiers.HasFlag(KeyModifiers.Meta)) modifiers |= KeyModifiers.Alt;
            if (plain == NamedKey.None && Rune.ToUpperInvariant(key.Character) == key.Character) modifiers &= ~KeyModifiers.Shift;
            return new KeyChord(plain, key.Character, modifiers, leader);
        }

        /// <summary>The key of the main block that a key of the numeric keypad doubles; null when there is none.</summary>
        public KeyChord? OfMainBlock() => Name is >= NamedKey.Keypad0 and <= NamedKey.KeypadSeparator
            ? Of(Double(Name) is { } character ? KeyEvent.Of(character, Modifiers) : KeyEvent.Of(NamedKey.Enter, Modifiers), Leader)
            : null;

        /// <summary>As tmux spells keys (<c>C-M-x</c>), with <c>Super-</c> and <c>Leader</c> before it where they count.</summary>
        public override string ToString()
        {
            var key = Name == NamedKey.None ? KeyEvent.Of(Character, Modifiers) : KeyEvent.Of(Name, Modifiers);
            var super = Modifiers.HasFlag(KeyModifiers.Super) ? "Super-" : "";
            return (Leader ? "Leader " : "") + super + KeyNames.Format(key);
        }

        private static NamedKey Plain(NamedKey name) => name switch
        {
            NamedKey.KeypadLeft => NamedKey.Left,
            NamedKey.KeypadRight => NamedKey.Right,
            NamedKey.KeypadUp => NamedKey.Up,
            NamedKey.KeypadDown => NamedKey.Down,
            NamedKey.KeypadPageUp => NamedKey.PageUp,
            NamedKey.KeypadPageDown => NamedKey.PageDown,
            NamedKey.KeypadHome => NamedKey.Home,
            NamedKey.KeypadEnd => NamedKey.End,
            NamedKey.KeypadInsert => NamedKey.Insert,
            NamedKey.KeypadDelete => NamedKey.Delete,
            _ => name,
        };

        private static char? Double(NamedKey name) => name == NamedKey.KeypadEnter ? null : MacKeys.KeypadCharacter(name);
    }
}
