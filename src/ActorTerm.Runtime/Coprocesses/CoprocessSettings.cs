namespace ActorTerm.Runtime.Coprocesses;

/// <summary>The bounds of coprocesses; <c>actorterm.coprocesses</c> in reference.conf, where each has its reason.</summary>
public sealed record CoprocessSettings
{
    /// <summary>Bytes a coprocess may leave unread, beyond what its pipe holds. At the bound its session's program blocks.</summary>
    public int RelayBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes read of what it prints at a time.</summary>
    public int ReadBytes { get; init; } = 1024;

    /// <summary>It may type while fewer bytes than these wait for the session's program. At the bound it blocks.</summary>
    public int TypingBytes { get; init; } = 10 * 1024;

    /// <summary>Characters kept of its standard error. At the bound the rest is read and dropped, with a note.</summary>
    public int StderrCharacters { get; init; } = 100_000;

    /// <summary>How long it may neither read nor be read, before it is ended as stalled.</summary>
    public TimeSpan CycleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long its relay may be full, before it is ended as stalled.</summary>
    public TimeSpan FullTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From SIGTERM to SIGKILL.</summary>
    public TimeSpan KillGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the end of the session's program to SIGTERM: the time to read the rest.</summary>
    public TimeSpan EndGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long what a process left behind may hold its standard output in silence, once it is gone itself.</summary>
    public TimeSpan ReleaseTime { get; init; } = TimeSpan.FromSeconds(5);
}
