using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>The bindings of one profile, or of all sessions. Immutable; made from the JSON object that iTerm2 stores.</summary>
    public sealed class KeyMap
    {
        /// <summary>Sequences within sequences; people write one.</summary>
        private const int MaxSequenceDepth = 8;

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
                if (!TryReadAction(member.Value, 0, out var action, out var label, out error))
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
        /// <param name="depth">In so many sequences.</param>
        /// <param name="error">Which member is wrong, and why.</param>
        private static bool TryReadAction(JsonElement json, int depth, [NotNullWhen(true)] out KeyAction? action, out string? label, [NotNullWhen(false)] out string? error)
        {
            (action, label) = (null, null);
            if (!TryReadNumber(json, out var number, out error)
                || !TryReadOption(json, "Version", int.MaxValue, out var version, out error)
                || !TryReadOption(json, "Escaping", KeyText.MaxEscaping, out var escaping, out error)
                || !TryReadOption(json, "Apply Mode", (int)ApplyMode.BroadcastGroup, out var apply, out error)) return false;

            IReadOnlyList<KeyAction> steps = [];
            if (number == KeyActions.Sequence && !TryReadSteps(Text(json), depth + 1, out steps, out error)) return false;

            if (json.TryGetProperty("Label", out var name) && name.ValueKind == JsonValueKind.String) label = name.GetString();
            action = new KeyAction(number, Text(json), version ?? 0, escaping, (ApplyMode)(apply ?? 0)) { Steps = steps };
            return true;
        }

        private static bool TryReadSteps(string text, int depth, out IReadOnlyList<KeyAction> steps, [NotNullWhen(false)] out string? error)
        {
            var read = new List<KeyAction>();
            (steps, error) = (read, depth > MaxSequenceDepth ? $"sequences are nested deeper than {MaxSequenceDepth}" : null);
            if (error is not null) return false;

            try
            {
                using var json = JsonDocument.Parse(text, Deep);
                foreach (var item in json.RootElement.EnumerateArray())
                {
                    if (TryReadAction(item, depth, out var step, out _, out error)) read.Add(step);
                    else break;
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                error = "the \"Text\" of a sequence is a list of actions as JSON";
                return false;
            }

            if (error is not null) error = $"step {read.Count + 1} of the sequence: {error}";
            return error is null;
        }

        private static bool TryReadNumber(JsonElement json, out int number, [NotNullWhen(false)] out string? error)
        {
            (number, error) = (0, null);
            if (json.ValueKind != JsonValueKind.Object) error = $"expected an object with the number \"Action\", found {json.GetRawText()}";
            else if (!json.TryGetProperty("Action", out var action)) error = $"there is no \"Action\", the number of what the key does{Misspelt(json)}";
            else if (!TryNumber(action, out number)) error = $"\"Action\" is the number of what the key does, not {action.GetRawText()}";
            return error is null;
        }

        private static string Misspelt(JsonElement json)
        {
            var near = json.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => name.Equals("Action", StringComparison.OrdinalIgnoreCase));
            return near is null ? "" : $"; \"{near}\" is another name";
        }

        /// <summary>A number that may be left out, or be null.</summary>
        private static bool TryReadOption(JsonElement json, string name, int most, out int? number, [NotNullWhen(false)] out string? error)
        {
            (number, error) = (null, null);
            if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;

            if (TryNumber(value, out var read) && read >= 0 && read <= most) number = read;
            else error = $"\"{name}\" is a number{(most == int.MaxValue ? "" : $" from 0 to {most}")}, not {value.GetRawText()}";
            return error is null;
        }

        private static int Strength(KeyBinding binding) => KeyStrings.TryParse(binding.Key, out _, out var form, out _) ? form : int.MaxValue;

        private static string Text(JsonElement json)
        {
            if (!json.TryGetProperty("Text", out var text)) return "";
            return text.ValueKind == JsonValueKind.String ? text.GetString()! : text.ValueKind == JsonValueKind.Null ? "" : text.GetRawText();
        }

        private static bool TryNumber(JsonElement json, out int number)
        {
            number = 0;
            return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number);
        }
    }
}
