using ActorTerm.Api.Translation;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using Asked = ActorTerm.Protocol.ClientOriginatedMessage.SubmessageOneofCase;
using Frame = ActorTerm.Api.Translation.Frame;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>From the wire's requests to messages, and from replies to the wire's answers. No I/O, no actors.</summary>
public class RequestTests
{
    private static readonly HostFacts Facts = new("0", "host", DateTimeOffset.UnixEpoch, "", 0, "", null, null, "", "C-b", () => [], _ => new HostReload.Read(null, []));

    /// <summary>docs/protocol.md, section 3.</summary>
    private static readonly HashSet<Asked> Served =
    [
        Asked.ListSessionsRequest, Asked.FocusRequest, Asked.ActivateRequest, Asked.CreateTabRequest, Asked.SplitPaneRequest, Asked.CloseRequest,
        Asked.RestartSessionRequest, Asked.SendTextRequest, Asked.InjectRequest, Asked.GetBufferRequest, Asked.GetPropertyRequest,
        Asked.SetPropertyRequest, Asked.VariableRequest, Asked.NotificationRequest, Asked.GetPromptRequest, Asked.ListPromptsRequest,
        Asked.InvokeFunctionRequest, Asked.ServerOriginatedRpcResultRequest, Asked.GetBroadcastDomainsRequest, Asked.SetBroadcastDomainsRequest,
        Asked.PreferencesRequest, Asked.GetProfilePropertyRequest, Asked.SetProfilePropertyRequest, Asked.ListProfilesRequest, Asked.Actorterm,
    ];

    public static TheoryData<Asked> All => [.. Enum.GetValues<Asked>().Where(one => one != Asked.None)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_request_is_served_or_refused_with_an_error(Asked request)
    {
        var message = Requests.ToMessage(Empty(request), Facts);

        var refused = message is Deliver { Event: Frame { Message.SubmessageCase: ServerOriginatedMessage.SubmessageOneofCase.Error } };
        Assert.Equal(!Served.Contains(request), refused);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_request_that_gets_no_reply_is_answered_under_its_id(Asked request)
    {
        var message = Requests.ToMessage(Empty(request), Facts);

        var answer = message switch
        {
            PassOn ask => ask.Answer(new NoReply("nobody is there")),
            InvokeIn invoke => invoke.Answer(new NoReply("nobody is there")),
            Subscribe subscribe => subscribe.Answer(SubscribeResult.Ok),
            SetDiary diary => diary.Answer,
            ScriptReturned returned => returned.Acknowledgement,
            ScriptRaised raised => raised.Acknowledgement,
            Deliver deliver => deliver.Event,
            _ => throw new Xunit.Sdk.XunitException($"what answers a {message.GetType().Name}?"),
        };

        Assert.Equal(77, Assert.IsType<Frame>(answer).Message.Id);
    }

    [Fact]
    public void What_a_script_types_goes_to_the_session_it_names()
    {
        var message = Assert.IsType<PassOn>(Requests.ToMessage(
            new() { Id = 1, SendTextRequest = new() { Session = "active", Text = "ls\r", SuppressBroadcast = true } }, Facts));

        var type = Assert.IsType<WorkspaceProtocol.TypeText>(message.Message);
        Assert.Equal((true, "ls\r", true), (type.Target.IsActive, type.Text, type.SuppressBroadcast));
        Assert.Equal(SendTextResponse.Types.Status.Ok, Answer(message, SessionsProtocol.Accepted.Instance).SendTextResponse.Status);
        Assert.Equal(SendTextResponse.Types.Status.SessionNotFound, Answer(message, new WorkspaceProtocol.NotFound("")).SendTextResponse.Status);
    }

    [Fact]
    public void A_registration_keeps_names_defaults_and_time()
    {
        var rpc = new RPCRegistrationRequest { Name = "f", Timeout = 2.5f };
        rpc.Arguments.Add(new RPCRegistrationRequest.Types.RPCArgumentSignature { Name = "b" });
        rpc.Arguments.Add(new RPCRegistrationRequest.Types.RPCArgumentSignature { Name = "a" });
        rpc.Defaults.Add(new RPCRegistrationRequest.Types.RPCArgument { Name = "a", Path = "id?" });

        var message = Assert.IsType<RegisterFunction>(Requests.ToMessage(new()
        {
            NotificationRequest = new() { Subscribe = true, NotificationType = NotificationType.NotifyOnServerOriginatedRpc, RpcRegistrationRequest = rpc },
        }, Facts));

        Assert.Equal("f", message.FullName);
        Assert.Equal(["b", "a"], message.Arguments);
        Assert.Equal(("a", "id?"), (message.Defaults[0].Argument, message.Defaults[0].Path));
        Assert.Equal(TimeSpan.FromSeconds(2.5), message.Timeout);
    }

    private static ServerOriginatedMessage Answer(PassOn message, object reply) => Assert.IsType<Frame>(message.Answer(reply)).Message;

    /// <summary>A request of that kind with nothing in it.</summary>
    private static ClientOriginatedMessage Empty(Asked request)
    {
        var message = new ClientOriginatedMessage { Id = 77 };
        var property = typeof(ClientOriginatedMessage).GetProperty(request.ToString())!;
        property.SetValue(message, Activator.CreateInstance(property.PropertyType));
        return message;
    }
}
