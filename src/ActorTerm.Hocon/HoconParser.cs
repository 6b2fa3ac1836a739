using ActorTerm.Hocon.Parsing;
using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon;

/// <summary>
/// Reads HOCON (https://github.com/lightbend/config/blob/main/HOCON.md) into a <see cref="Config"/> whose substitutions are still to be
/// resolved. Files are UTF-8. JSON is HOCON too, so files named .json are read by the same rules.
/// </summary>
public static class HoconParser
{
    /// <param name="path">Complaints name the absolute path; relative includes are looked for beside it.</param>
    /// <exception cref="HoconException">The file cannot be read, is no HOCON, or is beyond a limit.</exception>
    public static Config ParseFile(string path, HoconLimits? limits = null)
    {
        limits ??= HoconLimits.Default;
        var root = new ParseSession(limits).ParseFile(Path.GetFullPath(path), IncludeSite.Root, Origin.Of(path));
        return Config.Parsed(root, limits);
    }

    /// <param name="name">How complaints name the text.</param>
    /// <param name="directory">Where relative includes are looked for; without it they are an error.</param>
    /// <exception cref="HoconException">The text is no HOCON, or beyond a limit.</exception>
    public static Config ParseText(string text, string name = "text", string? directory = null, HoconLimits? limits = null)
    {
        limits ??= HoconLimits.Default;
        var source = new SourceText(name, text, directory is null ? null : Path.GetFullPath(directory));
        return Config.Parsed(new DocumentParser(source, new ParseSession(limits), IncludeSite.Root).ParseDocument(), limits);
    }

    /// <summary>Reads a text that is one value, such as <c>[1, 2]</c> or <c>5 s</c>, without substitutions.</summary>
    /// <exception cref="HoconException">The text is no value, or has a substitution.</exception>
    public static HoconValue ParseValue(string text, string name = "text", HoconLimits? limits = null)
    {
        limits ??= HoconLimits.Default;
        var value = new DocumentParser(new SourceText(name, text, null), new ParseSession(limits), IncludeSite.Root).ParseValue();
        var field = new ObjectLiteral([new FieldLiteral("value", value.Origin, value)], value.Origin);
        return Resolver.Resolve([field], null, limits).Single().Value;
    }
}
