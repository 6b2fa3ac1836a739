namespace ActorTerm.Host.Tests.Configuration;

/// <summary>A file of one test, gone with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actorterm-settings-");

    public TemporaryFile(string text, string name = "host.conf")
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text);
    }

    public string Folder => _folder.FullName;

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
