using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>What a configuration says that the catalog does not know: a misspelt setting must not be a setting silently not made.</summary>
internal static class UnknownKeys
{
    public static IEnumerable<HoconException> In(Config config, SettingsCatalog catalog) => In(config.Root, HoconPath.Root, catalog);

    private static IEnumerable<HoconException> In(HoconObject section, HoconPath at, SettingsCatalog catalog)
    {
        foreach (var field in section)
        {
            var path = at.Then(field.Key);
            var name = path.ToString();
            if (catalog.IsTree(name)) continue;
            if (catalog.IsSection(name) && field.Value is HoconObject inner)
            {
                foreach (var problem in In(inner, path, catalog)) yield return problem;
            }
            else if ((catalog.IsSection(name) || catalog.IsFreeMap(name)) && field.Value is not HoconObject)
            {
                yield return new HoconException(field.Value.Origin, $"expected an object for '{name}', found {field.Value.Kind}");
            }
            else if (catalog.Find(name) is null && !catalog.IsFreeMap(name))
            {
                yield return new HoconException(
                    field.KeyOrigin, $"expected a setting that exists, found '{name}': the nearest is '{catalog.Nearest(name)}'");
            }
        }
    }
}
