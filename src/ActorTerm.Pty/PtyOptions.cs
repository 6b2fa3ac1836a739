namespace ActorTerm.Pty;

/// <summary>What to run on a new pseudo-terminal.</summary>
public sealed record PtyOptions : ProgramOptions
{
    /// <summary>Character cells per line, 1..65,535 (default 80).</summary>
    public int Columns { get; init; } = 80;

    /// <summary>Lines on the screen, 1..65,535 (default 24).</summary>
    public int Rows { get; init; } = 24;
}
