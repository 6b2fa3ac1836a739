using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>Finds the file to execute as execvp(3) does, but in the PATH that the program is going to have.</summary>
internal static unsafe class ExecutableSearch
{
    /// <summary>Where execvp(3) looks when the environment has no PATH (confstr(3), _CS_PATH).</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    private const int Execute = 1;                // X_OK of access(2)

    /// <returns>A path; not yet known to exist when the name itself contains a slash.</returns>
    /// <exception cref="PtySpawnException">No directory of PATH holds an executable file by that name.</exception>
    public static string Find(ProgramOptions options)
    {
        if (options.FileName.Contains('/')) return options.FileName;

        if (options.FileName.Length == 0) throw new PtySpawnException(PtySpawnFailure.NoSuchFile, "no program was named", "ENOENT");

        string path = options.Environment.TryGetValue("PATH", out var given) ? given : DefaultPath;
        string? refused = null;
        foreach (string directory in path.Split(':'))
        {
            // An empty entry means the working directory (environ(7)).
            string candidate = Path.Combine(options.WorkingDirectory ?? ".", directory, options.FileName);
            if (IsExecutable(candidate)) return candidate;

            if (File.Exists(candidate)) refused ??= candidate;
        }

        throw refused is null
            ? new PtySpawnException(PtySpawnFailure.NoSuchFile, $"no program \"{options.FileName}\" in PATH ({path})", "ENOENT")
            : new PtySpawnException(PtySpawnFailure.NotExecutable, $"{refused} is not executable", "EACCES");
    }

    /// <summary>Whether this process may execute the path as a program, or enter it as a directory (access(2)).</summary>
    public static bool MayExecute(string path)
    {
        using var text = new StringVector([path], "a path");
        return Libc.Access(text[0], Execute) == 0;
    }

    private static bool IsExecutable(string path) => MayExecute(path) && !Directory.Exists(path);
}
