using ActorTerm.Protocol;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using InvocationsProtocol = ActorTerm.Runtime.Invocations.InvocationsProtocol;
using WorkspaceProtocol = ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests that invoke a function by a text.</summary>
internal static class InvokeRequests
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);      // of a request that names none: docs/protocol.md, section 3

    public static object Invoke(long id, InvokeFunctionRequest m)
    {
        if (ToScope(m) is not { } scope)
            return Answers.Now(id, answer => answer.InvokeFunctionResponse = Failure(InvokeFunctionResponse.Types.Status.RequestMalformed, "the request names no context"));

        var within = m.Timeout < 0 ? DefaultTimeout : Seconds.ToTime(m.Timeout) ?? DefaultTimeout;
        var asMethod = m.ContextCase == InvokeFunctionRequest.ContextOneofCase.Method;
        return new InvokeIn(scope, m.Invocation, within, asMethod, reply =>
            new Frame(new ServerOriginatedMessage { Id = id, InvokeFunctionResponse = ToResponse(reply, asMethod) }));
    }

    private static IReadOnlyList<WorkspaceProtocol.ScopeTarget>? ToScope(InvokeFunctionRequest m) => m.ContextCase switch
    {
        InvokeFunctionRequest.ContextOneofCase.App => [new(VariablesProtocol.ScopeKind.App, "")],
        InvokeFunctionRequest.ContextOneofCase.Session => [new(VariablesProtocol.ScopeKind.Session, m.Session.SessionId)],
        InvokeFunctionRequest.ContextOneofCase.Tab => [new(VariablesProtocol.ScopeKind.Tab, m.Tab.TabId)],
        InvokeFunctionRequest.ContextOneofCase.Window => [new(VariablesProtocol.ScopeKind.Window, m.Window.WindowId)],
        InvokeFunctionRequest.ContextOneofCase.Method when m.Method.HasReceiver =>
        [
            new(VariablesProtocol.ScopeKind.Session, m.Method.Receiver),
            new(VariablesProtocol.ScopeKind.Tab, m.Method.Receiver),
            new(VariablesProtocol.ScopeKind.Window, m.Method.Receiver),
        ],
        _ => null,
    };

    private static InvokeFunctionResponse ToResponse(object reply, bool asMethod) => reply switch
    {
        InvocationsProtocol.Succeeded done => new() { Success = new() { JsonResult = done.Value.ToString() } },
        InvocationsProtocol.Failed failed => Failure(InvokeFunctionResponse.Types.Status.Failed, failed.Error.Message),
        InvocationsProtocol.Expired => Failure(InvokeFunctionResponse.Types.Status.Timeout, null),       // the alert names what did not finish
        WorkspaceProtocol.NotFound missing => Failure(asMethod ? InvokeFunctionResponse.Types.Status.Failed : InvokeFunctionResponse.Types.Status.InvalidId, missing.Text),
        NoReply none => Failure(InvokeFunctionResponse.Types.Status.Failed, none.Reason),
        _ => Failure(InvokeFunctionResponse.Types.Status.Failed, $"unexpected reply: {reply.GetType().Name}"),
    };

    private static InvokeFunctionResponse Failure(InvokeFunctionResponse.Types.Status status, string? reason)
    {
        var error = new InvokeFunctionResponse.Types.Error { Status = status };
        if (reason is not null) error.ErrorReason = reason;
        return new() { Error = error };
    }
}
