namespace ActorTerm.House.Tests;

/// <summary>The files of the repository that these tests stand in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder of the repository, with paths relative to the repository; nothing generated.</summary>
    public static IEnumerable<SourceFile> Sources(string folder) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path)
        where !relative.Split('/').Any(part => part is "Generated" or "obj" or "bin" or "artifacts" or "node_modules")
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));

    /// <summary>Project files below a folder of the repository.</summary>
    public static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Root, folder)).SelectMany(d => Directory.EnumerateFiles(d, "*.csproj")).Order();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorTerm.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("no repository");
        return folder.FullName;
    }
}

/// <param name="Path">Relative, with '/'.</param>
internal sealed record SourceFile(string Path, string Text);
