namespace ActorTerm.Pty.Tests.Probe;

/// <summary>A temporary folder that goes away with its test.</summary>
internal sealed class Folder : IAsyncDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pty-").FullName;

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="mode">Executable by its owner unless said otherwise.</param>
    /// <returns>Its path.</returns>
    public string AddProgram(string name, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, mode);
        return path;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
