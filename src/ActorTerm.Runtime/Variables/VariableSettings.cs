namespace ActorTerm.Runtime.Variables;

/// <summary>Settings under <c>actorterm.variables</c>.</summary>
public sealed record VariableSettings
{
    /// <summary>
    /// User variables of one scope, 1 to 100,000; default 1,024: scripts keep a handful each, shell integration about ten. At the bound a new
    /// one is refused (API) or ignored with a line in the log (control sequence); those that exist can still change.
    /// </summary>
    public int MaxUserVariables { get; init; } = 1_024;

    /// <summary>
    /// Bytes in the user variables of one scope, names and JSON texts together as UTF-8, 1 KiB to 64 MiB; default 1 MiB: a control sequence
    /// sets them unasked, so a program must not fill the host's memory. At the bound as <see cref="MaxUserVariables"/>.
    /// </summary>
    public int MaxUserBytes { get; init; } = 1_048_576;

    /// <summary>
    /// Monitors on the host, 1 to 10,000,000; default 65,536: 1,000 sessions with a few dozen references in titles and scripts. At the bound a
    /// new one is refused.
    /// </summary>
    public int MaxMonitors { get; init; } = 65_536;
}
