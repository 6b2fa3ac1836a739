using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// Starts programs by posix_spawn(3): a managed process must not fork, since only the forking thread lives on in the child. The call
/// returns when the program has replaced the child, so a refused start is known here.
/// </summary>
internal static unsafe class Spawner
{
    /// <summary>Runs a program with a terminal as its standard streams and controlling terminal. Blocks until the program runs.</summary>
    /// <returns>Its process id. Until it is reaped, nobody else can get that number.</returns>
    /// <exception cref="PtySpawnException">The start was refused.</exception>
    public static int StartOnTerminal(ProgramOptions options, string terminal)
    {
        using var path = new StringVector([terminal], "a path");
        using var actions = new SpawnFileActions();
        actions.OpenTerminal(path[0]);
        return Start(options, actions);
    }

    /// <summary>Runs a program with these descriptors as its standard streams. Blocks until the program runs.</summary>
    /// <returns>As <see cref="StartOnTerminal"/>.</returns>
    /// <exception cref="PtySpawnException">The start was refused.</exception>
    public static int StartOnPipes(ProgramOptions options, int input, int output, int errors)
    {
        using var actions = new SpawnFileActions();
        actions.TakeStreams(input, output, errors);
        return Start(options, actions);
    }

    private static int Start(ProgramOptions options, SpawnFileActions actions)
    {
        string file = ExecutableSearch.Find(options);
        using var arguments = new StringVector([options.Argv0 ?? options.FileName, .. options.Arguments], "an argument");
        using var environment = new StringVector(Assignments(options.Environment), "an environment variable");
        using var paths = new StringVector([file, options.WorkingDirectory ?? ""], "a path");
        if (options.WorkingDirectory is not null) actions.ChangeDirectory(paths[1]);
        actions.CloseOthers();

        int error = Libc.PosixSpawn(out int pid, paths[0], actions.Pointer, SpawnAttributes.OfEveryChild, arguments.Pointer, environment.Pointer);
        return error == 0 ? pid : throw SpawnRefusal.Explain(error, file, options.WorkingDirectory);
    }

    private static string[] Assignments(IReadOnlyDictionary<string, string> environment)
    {
        var assignments = new string[environment.Count];
        int index = 0;
        foreach (var (name, value) in environment)
        {
            if (name.Length == 0 || name.Contains('=')) throw new ArgumentException($"an environment variable cannot be named \"{name}\"");

            assignments[index++] = $"{name}={value}";
        }

        return assignments;
    }
}
