namespace ActorTerm.Benchmarks.Harness;

/// <summary>The clone that the benchmarks were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "ActorTerm.sln"))) return directory.FullName;
        }

        throw new InvalidOperationException($"no ActorTerm.sln above {AppContext.BaseDirectory}");
    }
}
