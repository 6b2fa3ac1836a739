namespace ActorTerm.Terminal.Events;

/// <summary>A mark of shell integration (OSC 133, "semantic prompts"), where the cursor stood.</summary>
/// <param name="AbsoluteLine">The line of the cursor.</param>
/// <param name="Column">Its column, 0-based.</param>
/// <param name="Id">The <c>aid</c> parameter: which shell, when they nest; null when it was not given.</param>
public abstract record PromptMark(long AbsoluteLine, int Column, string? Id)
{
    /// <summary>A, N or P: the prompt starts.</summary>
    public sealed record PromptStart(long AbsoluteLine, int Column, string? Id, PromptKind Kind) : PromptMark(AbsoluteLine, Column, Id);

    /// <summary>B: the prompt has ended, and what is typed follows.</summary>
    public sealed record CommandStart(long AbsoluteLine, int Column, string? Id) : PromptMark(AbsoluteLine, Column, Id);

    /// <summary>C, after a B: the command runs, and its output follows.</summary>
    public sealed record OutputStart(long AbsoluteLine, int Column, string? Id) : PromptMark(AbsoluteLine, Column, Id);

    /// <summary>D: the command has ended.</summary>
    /// <param name="ExitCode">0 when no number was given; null for a command that never ran (a D between B and C).</param>
    public sealed record CommandEnd(long AbsoluteLine, int Column, string? Id, int? ExitCode) : PromptMark(AbsoluteLine, Column, Id);
}

/// <summary>The <c>k</c> parameter of a prompt's start.</summary>
public enum PromptKind
{
    Initial,
    Continuation,
    Secondary,
    Right,
}
