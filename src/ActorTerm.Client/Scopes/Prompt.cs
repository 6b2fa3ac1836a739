using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>A prompt, the command typed at it, and what came of that.</summary>
/// <param name="Command">The command line, or what is typed of it so far.</param>
/// <param name="PromptRange">Where the prompt stands; null while that is not known, as for the other ranges.</param>
/// <param name="ExitStatus">Null until the command has ended.</param>
public sealed record Prompt(
    string Id,
    PromptState State,
    string Command,
    string? WorkingDirectory,
    CellRange? PromptRange,
    CellRange? CommandRange,
    CellRange? OutputRange,
    int? ExitStatus)
{
    internal static Prompt Of(GetPromptResponse prompt) => new(
        prompt.UniquePromptId,
        prompt.PromptState switch
        {
            GetPromptResponse.Types.State.Running => PromptState.Running,
            GetPromptResponse.Types.State.Finished => PromptState.Finished,
            _ => PromptState.Editing,
        },
        prompt.Command,
        prompt.HasWorkingDirectory ? prompt.WorkingDirectory : null,
        CellRange.Of(prompt.PromptRange),
        CellRange.Of(prompt.CommandRange),
        CellRange.Of(prompt.OutputRange),
        prompt.HasExitStatus ? (int)prompt.ExitStatus : null);
}

public enum PromptState
{
    Editing,
    Running,
    Finished,
}

/// <summary>From one cell to another, which is not part of it any more.</summary>
public readonly record struct CellRange(Cursor Start, Cursor End)
{
    internal static CellRange? Of(CoordRange? range) =>
        range is null ? null : new CellRange(new(range.Start.X, range.Start.Y), new(range.End.X, range.End.Y));
}

/// <summary>Something happened at a prompt.</summary>
public abstract record PromptEvent(Session Session, string PromptId)
{
    /// <summary>A prompt is complete and waits for a command.</summary>
    public sealed record Shown(Session Session, string PromptId, Prompt Prompt) : PromptEvent(Session, PromptId);

    public sealed record CommandStarted(Session Session, string PromptId, string Command) : PromptEvent(Session, PromptId);

    public sealed record CommandEnded(Session Session, string PromptId, int ExitStatus) : PromptEvent(Session, PromptId);

    internal static PromptEvent? Of(Connection connection, PromptNotification it)
    {
        var session = connection.App.Session(it.Session);
        return it.EventCase switch
        {
            PromptNotification.EventOneofCase.Prompt => new Shown(session, it.UniquePromptId, Prompt.Of(it.Prompt.Prompt ?? new())),
            PromptNotification.EventOneofCase.CommandStart => new CommandStarted(session, it.UniquePromptId, it.CommandStart.Command),
            PromptNotification.EventOneofCase.CommandEnd => new CommandEnded(session, it.UniquePromptId, it.CommandEnd.Status),
            _ => null,                                             // a mode of a newer host
        };
    }
}
