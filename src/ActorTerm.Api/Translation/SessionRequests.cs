using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests that act on one session: text, injected output, properties.</summary>
internal static class SessionRequests
{
    public static object SendText(long id, SendTextRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target))
            return Answers.Now(id, answer => answer.SendTextResponse = new SendTextResponse { Status = SendTextResponse.Types.Status.SessionNotFound });

        return Answers.AskWorkspace(id, new TypeText(target, m.Text, m.SuppressBroadcast), (answer, reply) =>
        {
            if (reply is SessionsProtocol.Rejected { Why: SessionsProtocol.Rejection.Backpressure or SessionsProtocol.Rejection.Busy } rejected) answer.Error = rejected.Text;
            else answer.SendTextResponse = new SendTextResponse
            {
                Status = reply is Done or SessionsProtocol.Accepted ? SendTextResponse.Types.Status.Ok : SendTextResponse.Types.Status.SessionNotFound,
            };
        });
    }

    public static object Inject(long id, InjectRequest m) =>
        Answers.AskWorkspace(id, new InjectBytes([.. m.SessionId.Select(Ids.Target)], m.Data.Memory), (answer, reply) =>
        {
            answer.InjectResponse = new InjectResponse();
            answer.InjectResponse.Status.AddRange(((InjectDone)reply).Found.Select(found =>
                found ? InjectResponse.Types.Status.Ok : InjectResponse.Types.Status.SessionNotFound));
        });

    public static object GetProperty(long id, GetPropertyRequest m)
    {
        if (!m.HasSessionId || !SessionTarget.TryParse(m.SessionId, out var target) || target.IsAll) return Refused(GetPropertyResponse.Types.Status.InvalidTarget);

        object question = m.Name == "number_of_lines" ? new SessionsProtocol.CountLines() : new SessionsProtocol.GetInfo();
        return Answers.AskWorkspace(id, new ToSession(target, question), (answer, reply) => answer.GetPropertyResponse = reply switch
        {
            SessionsProtocol.SessionInfo when m.Name == "buried" => Property("false"),
            SessionsProtocol.SessionInfo info when m.Name == "grid_size" => Property($$"""{"width":{{info.Columns}},"height":{{info.Rows}}}"""),
            SessionsProtocol.LineCounts count => Property(
                $$"""{"overflow":{{count.Overflow}},"grid":{{count.Grid}},"history":{{count.History}},"first_visible":{{count.FirstVisible}}}"""),
            SessionsProtocol.SessionInfo => new GetPropertyResponse { Status = GetPropertyResponse.Types.Status.UnrecognizedName },
            _ => new GetPropertyResponse { Status = GetPropertyResponse.Types.Status.InvalidTarget },
        });

        object Refused(GetPropertyResponse.Types.Status status) =>
            Answers.Now(id, answer => answer.GetPropertyResponse = new GetPropertyResponse { Status = status });
    }

    public static object SetProperty(long id, SetPropertyRequest m)
    {
        if (!Value.TryParse(m.JsonValue, out var value, out _)) return Refused(SetPropertyResponse.Types.Status.InvalidValue);
        if (!m.HasSessionId || !SessionTarget.TryParse(m.SessionId, out var target) || target.IsAll) return Refused(SetPropertyResponse.Types.Status.InvalidTarget);
        object? message = m.Name == "grid_size" ? Size(value) : new SessionsProtocol.GetInfo();      // another name: only whether the session is there
        if (message is null) return Refused(SetPropertyResponse.Types.Status.InvalidValue);

        return Answers.AskWorkspace(id, new ToSession(target, message), (answer, reply) => answer.SetPropertyResponse = new SetPropertyResponse
        {
            Status = reply switch
            {
                SessionsProtocol.SessionInfo => SetPropertyResponse.Types.Status.UnrecognizedName,
                SessionsProtocol.Accepted => SetPropertyResponse.Types.Status.Ok,
                NotFound => SetPropertyResponse.Types.Status.InvalidTarget,
                _ => SetPropertyResponse.Types.Status.Impossible,
            },
        });

        object Refused(SetPropertyResponse.Types.Status status) =>
            Answers.Now(id, answer => answer.SetPropertyResponse = new SetPropertyResponse { Status = status });
    }

    private static GetPropertyResponse Property(string json) => new() { Status = GetPropertyResponse.Types.Status.Ok, JsonValue = json };

    private static SessionsProtocol.Resize? Size(Value value)
    {
        using var json = JsonDocument.Parse(value.Utf8);
        return json.RootElement is { ValueKind: JsonValueKind.Object } size
            && size.TryGetProperty("width", out var width) && width.TryGetInt32(out var columns)
            && size.TryGetProperty("height", out var height) && height.TryGetInt32(out var rows)
                ? new SessionsProtocol.Resize(columns, rows)
                : null;
    }
}
