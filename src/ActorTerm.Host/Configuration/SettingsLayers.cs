using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>What the settings are made of: the defaults, the user's file over them, and what the command line sets over both.</summary>
internal static class SettingsLayers
{
    /// <summary><c>$XDG_CONFIG_HOME/actorterm/host.conf</c>, else <c>~/.config/actorterm/host.conf</c>; null when there is no such file.</summary>
    public static string? DefaultFile(Func<string, string?> environment)
    {
        var folder =
            environment("XDG_CONFIG_HOME") is { Length: > 0 } config ? config
            : environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".config")
            : null;
        var file = folder is null ? null : Path.Combine(folder, "actorterm", "host.conf");
        return File.Exists(file) ? file : null;
    }

    /// <param name="file">Null for none.</param>
    /// <param name="sets"><c>KEY=VALUE</c> each; the last of one key counts.</param>
    /// <returns>All layers as one, resolved.</returns>
    /// <exception cref="HoconException">The file cannot be read or resolved, or a set is no KEY=VALUE.</exception>
    public static Config Merge(SettingsCatalog catalog, string? file, IEnumerable<string> sets, Func<string, string?> environment)
    {
        var config = catalog.Defaults;
        if (file is not null) config = HoconParser.ParseFile(file).WithFallback(config);
        foreach (var set in sets) config = Set(set, catalog).WithFallback(config);
        return config.Resolve(environment);
    }

    /// <summary>
    /// The value is plain text, converted to the setting's kind when it is read; for a list it is HOCON's, or one element. In a tree, such as a
    /// profile, a list or an object is HOCON's.
    /// </summary>
    private static Config Set(string set, SettingsCatalog catalog)
    {
        var split = set.IndexOf('=', StringComparison.Ordinal);
        if (split <= 0) throw new HoconException(Origin.Of($"--set {set}"), "expected KEY=VALUE");

        var origin = Origin.Of($"--set {set[..split]}");
        var path = HoconPath.Parse(set[..split]);
        var text = set[(split + 1)..];
        var plain = new HoconString(text, origin);
        if (catalog.IsInTree(path) && text.TrimStart() is ['[' or '{', ..]) return Config.Of(path, HoconParser.ParseValue(text, origin.Source));
        if (catalog.Find(path.ToString())?.Kind != SettingKind.Texts) return Config.Of(path, plain);

        return Config.Of(path, text.TrimStart().StartsWith('[') ? HoconParser.ParseValue(text, origin.Source) : new HoconArray([plain], origin));
    }
}
