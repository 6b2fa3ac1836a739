namespace ActorTerm.Client;

/// <summary>A command to be run in a session of its own.</summary>
public sealed record RunOptions
{
    /// <summary>The program and its arguments, run without a shell.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Laid over the environment that every session gets. Null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Default: the profile's, else the home directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>1 to 4096; default 80.</summary>
    public int? Columns { get; init; }

    /// <summary>1 to 4096; default 24.</summary>
    public int? Rows { get; init; }

    /// <summary>Name of a profile. Default: the default profile.</summary>
    public string? Profile { get; init; }

    /// <summary>Then the program is ended. Default: none.</summary>
    public TimeSpan? Timeout { get; init; }

    internal NewSession ToSession() => new()
    {
        Command = Command,
        Environment = Environment,
        WorkingDirectory = WorkingDirectory,
        Columns = Columns,
        Rows = Rows,
        Profile = Profile,
        Hold = true,
        Select = false,
    };
}
