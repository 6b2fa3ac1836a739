using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>
/// The application's preferences as scripts know them: values by key, in memory. The bindings of all sessions and the snippets are two of
/// them; the others are kept and given back.
/// </summary>
/// <param name="max">Bound: preferences that are set. At the bound a further one is refused as an invalid value.</param>
internal sealed class Preferences(KeysProtocol.HostKeys keys, int max)
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    public Value Get(string key) => key == KeysProtocol.GlobalKeyMap ? keys.Global.Source : _values.GetValueOrDefault(key);

    public PreferenceSet Set(string key, string json)
    {
        if (!Value.TryParse(json, out var value, out var error)) return new PreferenceSet(PreferenceOutcome.BadJson, $"preference \"{key}\" is not JSON: {error}");
        if (key == KeysProtocol.GlobalKeyMap)
        {
            if (!KeysProtocol.KeyMap.TryParse(value, out var map, out error)) return Refused(key, error);

            keys.Global = map;
            return PreferenceSet.Ok;
        }

        if (!value.IsNull && _values.Count >= max && !_values.ContainsKey(key)) return Refused(key, $"{max} preferences are set, as many as actorterm.api.max-preferences allows");
        if (key == KeysProtocol.SnippetsPreference)
        {
            if (!KeysProtocol.Snippets.TryParse(value, out var snippets, out error)) return Refused(key, error);

            keys.Snippets = snippets;
        }

        if (value.IsNull) _values.Remove(key);
        else _values[key] = value;
        return PreferenceSet.Ok;
    }

    private static PreferenceSet Refused(string key, string why) => new(PreferenceOutcome.InvalidValue, $"preference \"{key}\": {why}");

    public void Toggle(string key) => Set(key, Get(key).TryGetBoolean(out var on) && on ? "false" : "true");
}
