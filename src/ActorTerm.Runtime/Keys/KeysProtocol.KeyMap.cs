using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>The bindings of one profile, or of all sessions. Immutable; made from the JSON object that iTerm2 stores.</summary>
    public sealed class KeyMap
    {
        private static readonly JsonDocumentOptions Deep = new() { MaxDepth = Value.MaxDepth };
        private readonly Dictionary<KeyChord, KeyBinding> _byChord = [];

        private KeyMap(Value source, IReadOnlyList<KeyBinding> bindings)
        {
            Source = source;
            Bindings = bindings;
            foreach (var binding in bindings.OrderBy(Strength))
            {
                if (binding.Chord is { } chord) _byChord.TryAdd(chord, binding);
            }
        }

        public static KeyMap Empty { get; } = new(Value.Parse("{}"), []);

        /// <summary>What it was made from, kept as it was written: members that mean nothing here come back.</summary>
        public Value Source { get; }

        /// <summary>In the order of the source.</summary>
        public IReadOnlyList<KeyBinding> Bindings { get; }

        /// <summary>The binding of a key; null when there is none. A key of the numeric keypad without one of its own has that of the main block.</summary>
        public KeyBinding? Find(KeyChord chord) =>
            _byChord.TryGetValue(chord, out var binding) || (chord.OfMainBlock() is { } main && _byChord.TryGetValue(main, out binding)) ? binding : null;

        /// <param name="source">An object from key strings to objects with <c>Action</c> and, as the action needs, <c>Text</c>, <c>Version</c>,
        /// <c>Escaping</c>, <c>Apply Mode</c> and <c>Label</c>. Null is the empty map.</param>
        /// <param name="map">The map.</param>
        /// <param name="error">What is wrong, and at which key.</param>
        public static bool TryParse(Value source, [NotNullWhen(true)] out KeyMap? map, [NotNullWhen(false)] out string? error)
        {
            (map, error) = (null, null);
            if (source.IsNull)
            {
                map = Empty;
                return true;
            }

            using var json = JsonDocument.Parse(source.Utf8, Deep);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                error = $"a key map is an object from keys to actions, not {source}";
                return false;
            }

            try
            {
                return TryRead(source, json.RootElement, out map, out error);
            }
            catch (InvalidOperationException)
            {
                error = "a text of the key map has half a surrogate pair";      // valid JSON, and no text
                return false;
            }
        }

        private static bool TryRead(Value source, JsonElement root, [NotNullWhen(true)] out KeyMap? map, [NotNullWhen(false)] out string? error)
        {
            (map, error) = (null, null);

            var bindings = new List<KeyBinding>();
            foreach (var member in root.EnumerateObject())
            {
                if (!KeyStrings.TryParse(member.Name, out var chord, out _, out error)) return false;
                if (!TryReadAction(member.Value, out var action, out var label, out error))
                {
                    error = $"{member.Name}: {error}";
                    return false;
                }

                bindings.Add(new KeyBinding(member.Name, chord, action, label));
            }

            map = new KeyMap(source, bindings);
            return true;
        }

        /// <summary>As <see cref="TryParse"/>; a map that cannot be read binds nothing.</summary>
        public static KeyMap OrEmpty(Value source) => TryParse(source, out var map, out _) ? map : Empty;

        /// <summary>Reads one action with its parameters, as it stands in a map and in a sequence.</summary>
        public static bool TryReadAction(JsonElement json, [NotNullWhen(true)] out KeyAction? action, out string? label, [NotNullWhen(false)] out string? error)
        {
            (action, label, error) = (null, null, null);
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("Action", out var number) || !TryNumber(number, out var known))
            {
                error = "an action is an object with the number \"Action\"";
                return false;
            }

            if (json.TryGetProperty("Label", out var name) && name.ValueKind == JsonValueKind.String) label = name.GetString();
            var apply = Number(json, "Apply Mode") ?? 0;
            action = new KeyAction(
                known, Text(json), Number(json, "Version") ?? 0, Number(json, "Escaping"),
                Enum.IsDefined((ApplyMode)apply) ? (ApplyMode)apply : ApplyMode.ThisSession);
            return true;
        }

        private static int Strength(KeyBinding binding) => KeyStrings.TryParse(binding.Key, out _, out var form, out _) ? form : int.MaxValue;

        private static string Text(JsonElement json)
        {
            if (!json.TryGetProperty("Text", out var text)) return "";
            return text.ValueKind == JsonValueKind.String ? text.GetString()! : text.ValueKind == JsonValueKind.Null ? "" : text.GetRawText();
        }

        private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && TryNumber(value, out var number) ? number : null;

        private static bool TryNumber(JsonElement json, out int number)
        {
            number = 0;
            return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number);
        }
    }
}
