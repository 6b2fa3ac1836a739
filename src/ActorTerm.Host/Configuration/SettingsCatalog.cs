using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>What reference.conf holds: the settings, the sections they stand in, and the maps with keys of the user's own.</summary>
internal sealed class SettingsCatalog
{
    private readonly Dictionary<string, Setting> _settings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _freeMaps = new(StringComparer.Ordinal);
    private readonly HashSet<string> _trees = new(StringComparer.Ordinal);

    /// <param name="reference">Resolved; its values are the defaults.</param>
    /// <exception cref="HoconException">A setting is not described as it should be.</exception>
    public SettingsCatalog(Config reference)
    {
        Defaults = reference;
        Describe(reference.Root, HoconPath.Root);
    }

    /// <summary>The catalog of the reference.conf that this program carries.</summary>
    public static SettingsCatalog Reference { get; } = OfEmbedded();

    public Config Defaults { get; }

    public IReadOnlyCollection<Setting> Settings => _settings.Values;

    public Setting? Find(string path) => _settings.GetValueOrDefault(path);

    public bool IsSection(string path) => _sections.Contains(path);

    public bool IsFreeMap(string path) => _freeMaps.Contains(path);

    /// <summary>A list or an object with a reader of its own.</summary>
    public bool IsTree(string path) => _trees.Contains(path);

    /// <summary>A tree itself, or a part of one.</summary>
    public bool IsInTree(HoconPath path) => Enumerable.Range(1, path.Keys.Count).Any(length => IsTree(new HoconPath([.. path.Keys.Take(length)]).ToString()));

    /// <summary>The known path that is most like an unknown one.</summary>
    public string Nearest(string path) =>
        _settings.Keys.Concat(_sections).Concat(_freeMaps).Concat(_trees).MinBy(known => (EditDistance.Between(path, known), known))!;

    private void Describe(HoconObject section, HoconPath at)
    {
        foreach (var field in section)
        {
            var path = at.Then(field.Key);
            if (SettingDescription.HasOwnReader(field))
            {
                _trees.Add(path.ToString());
            }
            else if (SettingDescription.HasFreeKeys(field))
            {
                _freeMaps.Add(path.ToString());
            }
            else if (field.Value is HoconObject inner)
            {
                _sections.Add(path.ToString());
                Describe(inner, path);
            }
            else
            {
                _settings.Add(path.ToString(), SettingDescription.Read(path, field));
            }
        }
    }

    private static SettingsCatalog OfEmbedded()
    {
        using var stream = typeof(SettingsCatalog).Assembly.GetManifestResourceStream("reference.conf")!;
        using var reader = new StreamReader(stream);
        return new SettingsCatalog(HoconParser.ParseText(reader.ReadToEnd(), "reference.conf").Resolve());
    }
}
