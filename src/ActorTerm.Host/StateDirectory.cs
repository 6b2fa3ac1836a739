using System.Security.Cryptography;

namespace ActorTerm.Host;

/// <summary>Where the host keeps what outlives it: <c>$XDG_STATE_HOME/actorterm</c>, else <c>~/.local/state/actorterm</c>. The owner's alone.</summary>
internal sealed class StateDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private StateDirectory(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="StartupException">It cannot be made or written.</exception>
    public static StateDirectory Open()
    {
        var path = DefaultPath();
        try
        {
            Directory.CreateDirectory(path, OwnerOnly);
            var probe = System.IO.Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"the state directory cannot be written: {path}: {e.Message}");
        }

        return new StateDirectory(path);
    }

    /// <summary>The secret a script shows on TCP; made once and kept.</summary>
    public string Cookie()
    {
        var file = System.IO.Path.Combine(Path, "cookie");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: >= 32 } kept) return kept;

        var cookie = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        stream.Write(System.Text.Encoding.ASCII.GetBytes(cookie));
        return cookie;
    }

    private static string DefaultPath()
    {
        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state) return System.IO.Path.Combine(state, "actorterm");
        if (Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home) return System.IO.Path.Combine(home, ".local", "state", "actorterm");
        throw new StartupException("there is no place for the state directory: neither XDG_STATE_HOME nor HOME is set");
    }
}
