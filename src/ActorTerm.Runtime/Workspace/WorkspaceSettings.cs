namespace ActorTerm.Runtime.Workspace;

/// <summary>The bounds of the tree; <c>actorterm.sessions</c> in reference.conf, where each has its reason.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>Sessions per host, ended ones too. At the bound a creation is refused.</summary>
    public int MaxSessions { get; init; } = 4096;

    /// <summary>Preferences that scripts have set. At the bound a further one is refused as an invalid value.</summary>
    public int MaxPreferences { get; init; } = 1000;

    /// <summary>How long a session whose program ended keeps its screen and exit code.</summary>
    public TimeSpan EndedKeep { get; init; } = TimeSpan.FromMinutes(10);
}
