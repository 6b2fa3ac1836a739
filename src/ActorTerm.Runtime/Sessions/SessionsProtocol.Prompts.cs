using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>Column from 0 and absolute line from 0.</summary>
    public readonly record struct Position(int X, long Y);

    /// <summary>Half open.</summary>
    public readonly record struct Area(Position Start, Position End);

    public enum PromptState
    {
        Editing,
        Running,
        Finished,
    }

    /// <summary>One shell prompt and its command, as far as the shell has told (OSC 133). Ranges are null until known.</summary>
    public sealed record PromptInfo(
        string Id, Area? Prompt, Area? Command, Area? Output, string? Directory, string CommandText, PromptState State, int? ExitStatus);

    /// <summary>The prompt of that id, or the last one. Answered by <see cref="PromptInfo"/> or <see cref="NoPrompt"/>.</summary>
    public sealed record GetPrompt(string? Id);

    public sealed record NoPrompt;

    /// <summary>Ids, oldest first, from first to last inclusive; null is an open end. Answered by <see cref="PromptIds"/>.</summary>
    public sealed record ListPrompts(string? First, string? Last);

    public sealed record PromptIds(IReadOnlyList<string> Ids);

    public sealed record PromptShown(SessionId Session, PromptInfo Prompt) : ConnectionsProtocol.ScriptEvent;

    public sealed record CommandStarted(SessionId Session, string PromptId, string Command) : ConnectionsProtocol.ScriptEvent;

    public sealed record CommandFinished(SessionId Session, string PromptId, int Status) : ConnectionsProtocol.ScriptEvent;
}
