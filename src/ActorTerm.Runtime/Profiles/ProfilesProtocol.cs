using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Keys;

namespace ActorTerm.Runtime.Profiles;

/// <summary>Profiles as values: what a feature may know of them.</summary>
public static partial class ProfilesProtocol
{
    /// <summary>
    /// Named settings of a session, immutable. Keys are iTerm2's. A key without a meaning here is stored and given back; a known key takes
    /// only values of its type.
    /// </summary>
    public sealed class Profile
    {
        private Profile(ImmutableSortedDictionary<string, Value> properties) => Properties = properties;

        /// <summary>The profile that applies when none is named, where the settings have no say.</summary>
        public static Profile Default { get; } = new(ProfileKeys.Defaults);

        /// <summary>That profile, with what the settings say of the terminal of a new session.</summary>
        public static Profile DefaultOf(int columns, int rows, string term, int scrollbackLines) => new(Default.Properties.SetItems(
        [
            new("Columns", Value.Of((long)columns)),
            new("Rows", Value.Of((long)rows)),
            new("Terminal Type", Value.Of(term)),
            new("Scrollback Lines", Value.Of((long)scrollbackLines)),
        ]));

        /// <summary>In ordinal order of the keys.</summary>
        public ImmutableSortedDictionary<string, Value> Properties { get; }

        public string Name => Text("Name");

        public string Guid => Text("Guid");

        /// <summary>The value of a text property; empty when it is unset or no text.</summary>
        public string Text(string key) => Properties.TryGetValue(key, out var value) && value.TryGetString(out var text) ? text : "";

        /// <summary>The value of a number property as an integer; null when it is unset or no number.</summary>
        public int? Number(string key) =>
            Properties.TryGetValue(key, out var value) && value.TryGetNumber(out var number) && number is >= int.MinValue and <= int.MaxValue
                ? (int)number
                : null;

        /// <summary>Sets properties; null removes one. All or none.</summary>
        /// <param name="error">Which property has a value of the wrong type, or which entry of its key map is wrong.</param>
        public bool TryWith(IEnumerable<KeyValuePair<string, Value>> changes, [NotNullWhen(true)] out Profile? changed, [NotNullWhen(false)] out string? error)
        {
            changed = null;
            error = null;
            var builder = Properties.ToBuilder();
            foreach (var (key, value) in changes)
            {
                if (!value.IsNull && ProfileKeys.Defaults.TryGetValue(key, out var known) && !SameType(known.Kind, value.Kind))
                {
                    error = $"profile property \"{key}\" takes a {Describe(known.Kind)}, not {value}";
                    return false;
                }

                if (key == KeysProtocol.KeyboardMap && !KeysProtocol.KeyMap.TryParse(value, out _, out var wrong))
                {
                    error = $"profile property \"{key}\": {wrong}";
                    return false;
                }

                if (value.IsNull) builder.Remove(key);
                else builder[key] = value;
            }

            changed = new Profile(builder.ToImmutable());
            return true;
        }

        // iTerm2 writes booleans as 0 and 1, so a number may stand for one and the other way round.
        private static bool SameType(JsonValueKind known, JsonValueKind given) => known == given || (IsNumeric(known) && IsNumeric(given));

        private static bool IsNumeric(JsonValueKind kind) => kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

        private static string Describe(JsonValueKind kind) => kind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => kind.ToString().ToLowerInvariant(),
        };
    }
}
