using System.Globalization;
using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>
    /// One trigger as it is stored: a JSON object with iTerm2's names. What is not known here is kept and given back. iTerm2 writes booleans as 0 and
    /// 1 and HOCON has texts for everything, so each kind is read from any of them.
    /// </summary>
    public sealed class StoredTrigger
    {
        private readonly List<KeyValuePair<string, Value>> _members;

        private StoredTrigger(List<KeyValuePair<string, Value>> members) => _members = members;

        /// <param name="stored">An object.</param>
        public StoredTrigger(Value stored)
            : this([.. JsonParts.Members(stored)])
        {
        }

        /// <summary>The object again, its members in the order they had.</summary>
        public Value Json => Value.Object(_members);

        public string Action => Text("action") ?? "";

        public string Regex => Text("regex") ?? "";

        public string? Name => Text("name") is { Length: > 0 } name ? name : null;

        public bool IsDisabled => Flag("disabled");

        /// <summary>It also looks at lines that are not finished.</summary>
        public bool IsInstant => Flag("partial");

        /// <summary>The parameter as text; null when there is none.</summary>
        public string? Parameter => Text("parameter");

        internal IEnumerable<string> Names => _members.Select(member => member.Key);

        /// <summary>The same trigger, enabled or disabled.</summary>
        public StoredTrigger Disabled(bool disabled)
        {
            var members = _members.Where(member => member.Key != "disabled").ToList();
            if (disabled) members.Add(new("disabled", Value.Of(true)));
            return new StoredTrigger(members);
        }

        internal StoredTrigger With(string name, Value value)
        {
            var members = _members.ToList();
            var at = members.FindIndex(member => member.Key == name);
            if (at < 0) members.Add(new(name, value));
            else members[at] = new(name, value);
            return new StoredTrigger(members);
        }

        internal Value Find(string name) => _members.FindLast(member => member.Key == name).Value;

        /// <summary>Null when it is not there, or neither text nor number.</summary>
        internal string? Text(string name)
        {
            var value = Find(name);
            if (value.TryGetString(out var text)) return text;
            return value.TryGetNumber(out _) ? value.ToString() : null;
        }

        internal bool Flag(string name)
        {
            var value = Find(name);
            if (value.TryGetBoolean(out var flag)) return flag;
            return Text(name) is "1" or "true" or "yes" or "on" or "YES";
        }

        /// <summary>Null when it is not there or no number.</summary>
        internal double? Number(string name) =>
            double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

        internal StoredTrigger? Object(string name) => Find(name) is { Kind: JsonValueKind.Object } inner ? new StoredTrigger(inner) : null;

        /// <summary>What it is, but for being enabled and for statistics: equal for triggers that are alike.</summary>
        internal Value Essence => field.IsNull
            ? field = Value.Object(_members.Where(member => member.Key is not ("disabled" or "performance")).OrderBy(member => member.Key, StringComparer.Ordinal))
            : field;
    }
}
