using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon.Parsing;

/// <summary>What the files of one configuration share: the limits, the count of files, and the chain of those being read.</summary>
internal sealed class ParseSession(HoconLimits limits)
{
    private readonly List<string> _open = [];
    private int _files;

    public HoconLimits Limits { get; } = limits;

    /// <param name="path">An absolute path.</param>
    /// <param name="askedBy">Where the file was asked for, for complaints about the file as a whole.</param>
    public ObjectLiteral ParseFile(string path, IncludeSite site, Origin askedBy)
    {
        if (_open.Contains(path))
            throw new HoconException(askedBy, $"expected no file that includes itself: {string.Join(" includes ", [.. _open, path])}");
        if (_open.Count > Limits.MaxIncludeDepth)
            throw new HoconException(askedBy, $"expected at most {Limits.MaxIncludeDepth} files that include one another");
        if (++_files > Limits.MaxFiles) throw new HoconException(askedBy, $"expected at most {Limits.MaxFiles} files in one configuration");

        _open.Add(path);
        var parsed = new DocumentParser(FileReader.Read(path, Limits.MaxFileSize, askedBy), this, site).ParseDocument();
        _open.RemoveAt(_open.Count - 1);
        return parsed;
    }
}

/// <summary>Where in the whole configuration a document's root lands.</summary>
/// <param name="Path">Null inside a list, which no path leads into.</param>
/// <param name="Depth">Objects and lists around it.</param>
internal readonly record struct IncludeSite(HoconPath? Path, int Depth)
{
    public static readonly IncludeSite Root = new(HoconPath.Root, 0);
}
