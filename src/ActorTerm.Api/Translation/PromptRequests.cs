using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests about shell prompts, and prompts as the wire shows them.</summary>
internal static class PromptRequests
{
    public static object Get(long id, GetPromptRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target) || target.IsAll) return Answers.Now(id, answer => answer.GetPromptResponse = NoSession());

        return Answers.AskWorkspace(id, new ToSession(target, new SessionsProtocol.GetPrompt(m.HasUniquePromptId ? m.UniquePromptId : null)), (answer, reply) =>
            answer.GetPromptResponse = reply switch
            {
                SessionsProtocol.PromptInfo prompt => ToResponse(prompt),
                SessionsProtocol.NoPrompt => new GetPromptResponse { Status = GetPromptResponse.Types.Status.PromptUnavailable },
                _ => NoSession(),
            });

        static GetPromptResponse NoSession() => new() { Status = GetPromptResponse.Types.Status.SessionNotFound };
    }

    public static object List(long id, ListPromptsRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target) || target.IsAll) return Answers.Now(id, answer => answer.ListPromptsResponse = NoSession());

        var message = new SessionsProtocol.ListPrompts(m.HasFirstUniqueId ? m.FirstUniqueId : null, m.HasLastUniqueId ? m.LastUniqueId : null);
        return Answers.AskWorkspace(id, new ToSession(target, message), (answer, reply) =>
        {
            if (reply is SessionsProtocol.PromptIds ids)
            {
                answer.ListPromptsResponse = new ListPromptsResponse { Status = ListPromptsResponse.Types.Status.Ok };
                answer.ListPromptsResponse.UniquePromptId.AddRange(ids.Ids);
            }
            else
            {
                answer.ListPromptsResponse = NoSession();
            }
        });

        static ListPromptsResponse NoSession() => new() { Status = ListPromptsResponse.Types.Status.SessionNotFound };
    }

    public static GetPromptResponse ToResponse(SessionsProtocol.PromptInfo prompt)
    {
        var response = new GetPromptResponse
        {
            Status = GetPromptResponse.Types.Status.Ok,
            Command = prompt.CommandText,
            UniquePromptId = prompt.Id,
            PromptState = prompt.State switch
            {
                SessionsProtocol.PromptState.Editing => GetPromptResponse.Types.State.Editing,
                SessionsProtocol.PromptState.Running => GetPromptResponse.Types.State.Running,
                _ => GetPromptResponse.Types.State.Finished,
            },
        };
        if (prompt.Directory is { } directory) response.WorkingDirectory = directory;
        if (prompt.ExitStatus is { } status) response.ExitStatus = (uint)status;
        if (prompt.Prompt is { } shown) response.PromptRange = ToRange(shown);
        if (prompt.Command is { } command) response.CommandRange = ToRange(command);
        if (prompt.Output is { } output) response.OutputRange = ToRange(output);
        return response;
    }

    private static CoordRange ToRange(SessionsProtocol.Area area) => new() { Start = ToCoord(area.Start), End = ToCoord(area.End) };

    private static Coord ToCoord(SessionsProtocol.Position position) => new() { X = position.X, Y = position.Y };
}
