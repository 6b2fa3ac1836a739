using ActorTerm.Protocol;
using static ActorTerm.Protocol.ClientOriginatedMessage;

namespace ActorTerm.Api.Translation;

/// <summary>
/// What a script may ask: envelope to message, the table of contents. The message is for the script's connection actor. Spec:
/// docs/protocol.md, section 3.
/// </summary>
internal static class Requests
{
    public static object ToMessage(ClientOriginatedMessage m, HostFacts facts) => m.SubmessageCase switch
    {
        SubmessageOneofCase.ListSessionsRequest => TreeRequests.List(m.Id),
        SubmessageOneofCase.FocusRequest => TreeRequests.Focus(m.Id),
        SubmessageOneofCase.CreateTabRequest => TreeRequests.CreateTab(m.Id, m.CreateTabRequest),
        SubmessageOneofCase.SplitPaneRequest => TreeRequests.SplitPane(m.Id, m.SplitPaneRequest),
        SubmessageOneofCase.CloseRequest => TreeRequests.Close(m.Id, m.CloseRequest),
        SubmessageOneofCase.ActivateRequest => TreeRequests.Activate(m.Id, m.ActivateRequest),
        SubmessageOneofCase.RestartSessionRequest => TreeRequests.Restart(m.Id, m.RestartSessionRequest),
        SubmessageOneofCase.GetBroadcastDomainsRequest => BroadcastRequests.Get(m.Id),
        SubmessageOneofCase.SetBroadcastDomainsRequest => BroadcastRequests.Set(m.Id, m.SetBroadcastDomainsRequest),

        SubmessageOneofCase.SendTextRequest => SessionRequests.SendText(m.Id, m.SendTextRequest),
        SubmessageOneofCase.InjectRequest => SessionRequests.Inject(m.Id, m.InjectRequest),
        SubmessageOneofCase.GetPropertyRequest => SessionRequests.GetProperty(m.Id, m.GetPropertyRequest),
        SubmessageOneofCase.SetPropertyRequest => SessionRequests.SetProperty(m.Id, m.SetPropertyRequest),
        SubmessageOneofCase.GetBufferRequest => BufferRequests.Get(m.Id, m.GetBufferRequest),
        SubmessageOneofCase.GetPromptRequest => PromptRequests.Get(m.Id, m.GetPromptRequest),
        SubmessageOneofCase.ListPromptsRequest => PromptRequests.List(m.Id, m.ListPromptsRequest),

        SubmessageOneofCase.VariableRequest => VariableRequests.Access(m.Id, m.VariableRequest),
        SubmessageOneofCase.InvokeFunctionRequest => InvokeRequests.Invoke(m.Id, m.InvokeFunctionRequest),
        SubmessageOneofCase.ServerOriginatedRpcResultRequest => CallResults.Result(m.Id, m.ServerOriginatedRpcResultRequest),
        SubmessageOneofCase.NotificationRequest => NotificationRequests.ToMessage(m.Id, m.NotificationRequest),

        SubmessageOneofCase.GetProfilePropertyRequest => ProfileRequests.Get(m.Id, m.GetProfilePropertyRequest),
        SubmessageOneofCase.SetProfilePropertyRequest => ProfileRequests.Set(m.Id, m.SetProfilePropertyRequest),
        SubmessageOneofCase.ListProfilesRequest => ProfileRequests.List(m.Id, m.ListProfilesRequest),

        SubmessageOneofCase.PreferencesRequest => PreferenceRequests.Access(m.Id, m.PreferencesRequest),

        SubmessageOneofCase.Actorterm => HostRequests.ToMessage(m.Id, m.Actorterm, facts),

        SubmessageOneofCase.None => Answers.Refuse(m.Id, "invalid request: the message holds no request this host knows; it may need a newer version"),
        var other => Answers.Refuse(m.Id, $"{other} is not served by this host"),
    };
}
