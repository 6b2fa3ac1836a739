using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>
/// Settings, read by path. It knows what was read and checks kinds and ranges; a value that is wrong becomes a problem with its place,
/// and the default is returned in its stead, so that one reading finds everything that is wrong.
/// </summary>
/// <param name="config">What the user said over the defaults, resolved.</param>
internal sealed class SettingsSource(SettingsCatalog catalog, Config config)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<HoconException> _problems = [];

    /// <summary>The paths that were read.</summary>
    public IReadOnlyCollection<string> Read => _read;

    public IReadOnlyList<HoconException> Problems => _problems;

    /// <summary>A whole number within the range of an int.</summary>
    public int Count(string path) => checked((int)Value(path, SettingKind.Count, c => c.GetLong(path), n => n));

    /// <summary>Bytes.</summary>
    public long Size(string path) => Value(path, SettingKind.Size, c => c.GetBytes(path), n => n);

    /// <summary>Bytes, of a setting whose range is that of an int.</summary>
    public int SmallSize(string path) => checked((int)Size(path));

    public TimeSpan Duration(string path) => Value(path, SettingKind.Duration, c => c.GetDuration(path), d => d.Ticks);

    public bool Boolean(string path) => Value(path, SettingKind.Boolean, c => c.GetBoolean(path), _ => 0);

    public string Text(string path) => Value(path, SettingKind.Text, c => c.GetString(path), _ => 0);

    public IReadOnlyList<string> Texts(string path) => Value(path, SettingKind.Texts, c => c.GetStringList(path), _ => 0);

    /// <summary>A map with keys of the user's own.</summary>
    public IReadOnlyDictionary<string, string> Map(string path)
    {
        if (!catalog.IsFreeMap(path)) throw new InvalidOperationException($"reference.conf holds no map '{path}' with free keys");

        _read.Add(path);
        return config.GetValue(path) is HoconObject map
            ? map.ToDictionary(f => f.Key, f => Caught(() => config.GetString(HoconPath.Parse(path).Then(f.Key).ToString()), () => ""))
            : new Dictionary<string, string>();     // UnknownKeys tells
    }

    /// <summary>A list or an object with a reader of its own, which adds to the problems what it finds wrong.</summary>
    /// <exception cref="InvalidOperationException">reference.conf has no such tree.</exception>
    public T Tree<T>(string path, T otherwise, Func<HoconValue, ICollection<HoconException>, T> read)
    {
        if (!catalog.IsTree(path)) throw new InvalidOperationException($"reference.conf holds no tree '{path}'");

        return config.TryGetValue(path, out var value) && value is not HoconNull ? read(value, _problems) : otherwise;
    }

    /// <summary>Complains about a setting unless it goes together with others.</summary>
    public void Require(bool condition, string path, string expected)
    {
        if (condition) return;

        var value = config.GetValue(path);
        _problems.Add(new HoconException(value.Origin, $"expected {expected} for '{path}', found {value}"));
    }

    private T Value<T>(string path, SettingKind kind, Func<Config, T> get, Func<T, long> measure)
    {
        var setting = catalog.Find(path) ?? throw new InvalidOperationException($"reference.conf holds no setting '{path}'");
        if (setting.Kind != kind)
            throw new InvalidOperationException($"'{path}' is read as {kind}, but its unit in reference.conf is {setting.Unit}");

        _read.Add(path);
        if (!config.TryGetValue(path, out var written)) return get(catalog.Defaults);     // its section is no object: UnknownKeys tells

        return Caught(
            () =>
            {
                var value = get(config);
                if (setting.Range is { } range && !range.Holds(measure(value)))
                    throw new HoconException(written.Origin, $"expected {range} for '{path}', found {written}");
                return value;
            },
            () => get(catalog.Defaults));
    }

    private T Caught<T>(Func<T> read, Func<T> otherwise)
    {
        try
        {
            return read();
        }
        catch (HoconException e)
        {
            _problems.Add(e);
            return otherwise();
        }
    }
}
