using Microsoft.Extensions.Configuration;

namespace ActorTerm.Hocon.Configuration;

/// <summary>
/// The tree as flat keys: <c>a:b</c> for fields, <c>a:0</c> for list elements, null for null and for what is empty. Such keys are not
/// case-sensitive, so two keys that differ in case only, or that hold ':' and so collide, are an error here.
/// </summary>
public sealed class HoconConfigurationProvider(Config config) : ConfigurationProvider
{
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="HoconException">Two keys of the tree have one name here.</exception>
    public override void Load()
    {
        Data.Clear();
        _origins.Clear();
        foreach (var field in config.Root) Add(field.Key, field.Value, field.KeyOrigin);
    }

    private void Add(string key, HoconValue value, Origin origin)
    {
        if (!_origins.TryAdd(key, origin))
            throw new HoconException(origin, $"expected keys that differ in more than case: '{key}' also stands at {_origins[key]}");

        switch (value)
        {
            case HoconObject { Count: > 0 } o:
                foreach (var field in o) Add(ConfigurationPath.Combine(key, field.Key), field.Value, field.KeyOrigin);
                break;
            case HoconArray { Count: > 0 } array:
                for (var i = 0; i < array.Count; i++) Add(ConfigurationPath.Combine(key, $"{i}"), array[i], array[i].Origin);
                break;
            default:
                Data[key] = value is HoconScalar and not HoconNull ? ((HoconScalar)value).Text : null;
                break;
        }
    }
}
