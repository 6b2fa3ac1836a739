using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;
using WorkspaceProtocol = ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests that set and get variables.</summary>
internal static class VariableRequests
{
    public static object Access(long id, VariableRequest m)
    {
        var sets = new List<VariableAssignment>();
        foreach (var set in m.Set)
        {
            if (!Value.TryParse(set.Value, out var value, out _)) return Refused(id, VariableResponse.Types.Status.InvalidName);
            sets.Add(new VariableAssignment(set.Name, value));
        }

        var request = new VariablesRequest(sets, m.Get);
        if (Check(request) is not null) return Refused(id, VariableResponse.Types.Status.InvalidName);
        if (ToTarget(m) is not { } target) return Refused(id, VariableResponse.Types.Status.MissingScope);

        var message = new WorkspaceProtocol.AccessVariables(target, request);
        return Answers.AskWorkspace(id, message, (answer, reply) => answer.VariableResponse = ToResponse(target.Kind, reply));
    }

    private static WorkspaceProtocol.ScopeTarget? ToTarget(VariableRequest m) => m.ScopeCase switch
    {
        VariableRequest.ScopeOneofCase.SessionId => new(ScopeKind.Session, m.SessionId),
        VariableRequest.ScopeOneofCase.TabId => new(ScopeKind.Tab, m.TabId),
        VariableRequest.ScopeOneofCase.WindowId => new(ScopeKind.Window, m.WindowId),
        VariableRequest.ScopeOneofCase.App => new(ScopeKind.App, ""),
        _ => null,
    };

    private static VariableResponse ToResponse(ScopeKind kind, object reply)
    {
        switch (reply)
        {
            case VariableValues values:
                var response = new VariableResponse { Status = VariableResponse.Types.Status.Ok };
                response.Values.AddRange(values.Values.Select(value => value.ToString()));
                return response;
            case VariablesRefused { Why: VariablesRefusal.MultiGetDisallowed }:
                return new VariableResponse { Status = VariableResponse.Types.Status.MultiGetDisallowed };
            case VariablesRefused:
                return new VariableResponse { Status = VariableResponse.Types.Status.InvalidName };
            default:
                return new VariableResponse
                {
                    Status = kind switch
                    {
                        ScopeKind.Tab => VariableResponse.Types.Status.TabNotFound,
                        ScopeKind.Window => VariableResponse.Types.Status.WindowNotFound,
                        _ => VariableResponse.Types.Status.SessionNotFound,
                    },
                };
        }
    }

    private static object Refused(long id, VariableResponse.Types.Status status) =>
        Answers.Now(id, answer => answer.VariableResponse = new VariableResponse { Status = status });
}
