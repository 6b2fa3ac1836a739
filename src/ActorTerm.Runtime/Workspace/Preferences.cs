using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Workspace;

/// <summary>
/// The application's preferences as scripts know them: values by key, in memory. The bindings of all sessions are one of them; the others
/// are kept and given back.
/// </summary>
/// <param name="max">Bound: preferences that are set. At the bound a further one is refused as an invalid value.</param>
internal sealed class Preferences(KeysProtocol.HostKeys keys, int max)
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    public Value Get(string key) => key == KeysProtocol.GlobalKeyMap ? keys.Global.Source : _values.GetValueOrDefault(key);

    public PreferenceOutcome Set(string key, string json)
    {
        if (!Value.TryParse(json, out var value, out _)) return PreferenceOutcome.BadJson;
        if (key == KeysProtocol.GlobalKeyMap)
        {
            if (!KeysProtocol.KeyMap.TryParse(value, out var map, out _)) return PreferenceOutcome.InvalidValue;

            keys.Global = map;
            return PreferenceOutcome.Ok;
        }

        if (value.IsNull) _values.Remove(key);
        else if (_values.Count >= max && !_values.ContainsKey(key)) return PreferenceOutcome.InvalidValue;
        else _values[key] = value;
        return PreferenceOutcome.Ok;
    }

    public void Toggle(string key) => Set(key, Get(key).TryGetBoolean(out var on) && on ? "false" : "true");
}
