using ActorTerm.Protocol.Host;

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

    /// <summary>Called with finished lines while it runs, each ended by LF; all calls are over before the result is there.</summary>
    public Action<string>? Output { get; init; }

    internal RunRequest ToRequest()
    {
        var request = new RunRequest { Argv = { Command } };
        request.Env.AddRange(NewSession.Variables(Environment));
        if (WorkingDirectory is not null) request.Cwd = WorkingDirectory;
        if (Columns is { } columns) request.Columns = columns;
        if (Rows is { } rows) request.Rows = rows;
        if (Profile is not null) request.Profile = Profile;
        return request;
    }
}

/// <summary>What came of a command.</summary>
/// <param name="Output">Its lines as the terminal showed them, each ended by LF; lines that a wrap cut are one again.</param>
/// <param name="End">Null when time ran out before it ended.</param>
/// <param name="HasTimedOut">Its time ran out.</param>
/// <param name="IsTruncated">The beginning of the output is missing: more lines than a session's history holds.</param>
public sealed record RunResult(string SessionId, string Output, SessionEnd? End, bool HasTimedOut, bool IsTruncated)
{
    internal static RunResult Of(RunResponse run) => new(
        run.SessionId,
        run.Output,
        SessionEnd.Of(run.HasExitCode, run.ExitCode, run.HasSignal, run.Signal),
        run.TimedOut,
        run.Truncated);
}
