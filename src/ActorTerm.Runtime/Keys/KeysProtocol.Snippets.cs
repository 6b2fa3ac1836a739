using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>The preference that holds the texts of <see cref="KeyActions.SendSnippet"/>.</summary>
    public const string SnippetsPreference = "Snippets";

    /// <summary>Texts that keys send by name. Immutable; made from the JSON array that iTerm2 stores.</summary>
    public sealed class Snippets
    {
        private readonly Dictionary<string, KeyAction> _texts;      // by guid, and by title

        private Snippets(Dictionary<string, KeyAction> texts) => _texts = texts;

        public static Snippets None { get; } = new([]);

        /// <param name="name">A title or a guid; or as iTerm2 names one in a key map, <c>{"guid": ...}</c>.</param>
        /// <returns>What sends its text; null when there is no such snippet.</returns>
        public KeyAction? Find(string name)
        {
            if (_texts.TryGetValue(name, out var action)) return action;
            return Value.TryParse(name, out var json, out _) && Text(JsonParts.Members(json), "guid") is { Length: > 0 } guid ? _texts.GetValueOrDefault(guid) : null;
        }

        /// <param name="source">An array of objects with <c>title</c>, <c>guid</c> or both, <c>value</c>, <c>version</c> and, from version 2, <c>escaping</c>.
        /// Null is none. Of several with one name the first counts.</param>
        /// <param name="snippets">Them.</param>
        /// <param name="error">What is wrong, and with which.</param>
        public static bool TryParse(Value source, [NotNullWhen(true)] out Snippets? snippets, [NotNullWhen(false)] out string? error)
        {
            (snippets, error) = (null, null);
            if (!source.IsNull && source.Kind != JsonValueKind.Array)
            {
                error = $"snippets are a list of objects, not {source}";
                return false;
            }

            var texts = new Dictionary<string, KeyAction>(StringComparer.Ordinal);
            var items = JsonParts.Items(source);
            for (var i = 0; i < items.Count; i++)
            {
                var members = JsonParts.Members(items[i]);
                var (title, guid, text) = (Text(members, "title"), Text(members, "guid"), Text(members, "value"));
                if (text is null || (title ?? guid) is not { Length: > 0 })
                {
                    error = $"[{i}]: a snippet is an object with the texts \"title\" and \"value\", not {items[i]}";
                    return false;
                }

                var version = Number(members, "version") ?? 0;
                var action = new KeyAction(KeyActions.SendText, text, version, version < 2 ? null : Number(members, "escaping") ?? 0);
                foreach (var name in (string?[])[guid, title])
                {
                    if (name is { Length: > 0 }) texts.TryAdd(name, action);
                }
            }

            snippets = new Snippets(texts);
            return true;
        }

        private static string? Text(IReadOnlyList<KeyValuePair<string, Value>> members, string name) =>
            members.LastOrDefault(member => member.Key == name).Value.TryGetString(out var text) ? text : null;

        private static int? Number(IReadOnlyList<KeyValuePair<string, Value>> members, string name) =>
            members.LastOrDefault(member => member.Key == name).Value.TryGetNumber(out var number) && number is >= 0 and <= int.MaxValue ? (int)number : null;
    }
}
