namespace ActorTerm.Pty;

/// <summary>What to run and where. Texts are passed as UTF-8 and must not contain NUL.</summary>
public abstract record ProgramOptions
{
    /// <summary>
    /// A path when it contains a slash (relative to <see cref="WorkingDirectory"/>), else a name looked up in the PATH of <see
    /// cref="Environment"/>.
    /// </summary>
    public required string FileName { get; init; }

    /// <summary>The arguments after the program's own name.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// What the program sees as argv[0]; null for <see cref="FileName"/>. A login shell's begins with <c>-</c> (bash(1), INVOCATION).
    /// </summary>
    public string? Argv0 { get; init; }

    /// <summary>The whole environment: nothing is inherited and nothing is added.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The directory the program starts in; null for the host's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// The soft RLIMIT_NOFILE of the program; null for <see cref="PtyHostOptions.ChildDescriptorLimit"/>. Never above the hard limit.
    /// </summary>
    public int? DescriptorLimit { get; init; }
}
