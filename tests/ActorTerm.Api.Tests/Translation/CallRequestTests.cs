using ActorTerm.Api.Tests.Rig;
using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using InvokeStatus = ActorTerm.Protocol.InvokeFunctionResponse.Types.Status;
using Status = ActorTerm.Protocol.NotificationResponse.Types.Status;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>Requests that call, answer calls, register and subscribe.</summary>
public class CallRequestTests
{
    [Fact]
    public void An_invocation_names_its_scope_and_a_method_may_have_any_receiver()
    {
        var session = Invoke(new() { Session = new() { SessionId = "S" }, Invocation = "f()", Timeout = 2 });
        Assert.Equal(("f()", TimeSpan.FromSeconds(2), false), (session.Text, session.Within, session.AsMethod));
        Assert.Equal([new(VariablesProtocol.ScopeKind.Session, "S")], session.Scopes);
        Assert.Equal([new(VariablesProtocol.ScopeKind.Tab, "7")], Invoke(new() { Tab = new() { TabId = "7" } }).Scopes);
        Assert.Equal([new(VariablesProtocol.ScopeKind.Window, "W")], Invoke(new() { Window = new() { WindowId = "W" } }).Scopes);
        var app = Invoke(new() { App = new() });
        Assert.Equal([new(VariablesProtocol.ScopeKind.App, "")], app.Scopes);
        Assert.Equal(TimeSpan.FromSeconds(30), app.Within);

        var method = Invoke(new() { Method = new() { Receiver = "X" } });
        Assert.True(method.AsMethod);
        Assert.Equal(
            [VariablesProtocol.ScopeKind.Session, VariablesProtocol.ScopeKind.Tab, VariablesProtocol.ScopeKind.Window], method.Scopes.Select(scope => scope.Kind));

        foreach (var bad in new InvokeFunctionRequest[] { new() { Invocation = "f()" }, new() { Method = new() } })
            Assert.Equal(InvokeStatus.RequestMalformed, Wire.Now(new ClientOriginatedMessage { InvokeFunctionRequest = bad }).InvokeFunctionResponse.Error.Status);

        static InvokeIn Invoke(InvokeFunctionRequest request) => Assert.IsType<InvokeIn>(Wire.ToMessage(new ClientOriginatedMessage { InvokeFunctionRequest = request }));
    }

    [Fact]
    public void What_came_of_it_is_told_as_JSON_or_as_status_and_reason()
    {
        var id = InvocationId.Next();
        Assert.Equal("null", Answer(new Succeeded(id, Value.Null)).Success.JsonResult);
        Assert.Equal((InvokeStatus.Failed, "boom"), Error(new Failed(id, new EvaluationError(ErrorCode.Raised, "boom"))));
        Assert.Equal((InvokeStatus.Timeout, null), Error(new Expired(id, ["f"])));
        Assert.Equal((InvokeStatus.InvalidId, "no"), Error(new WorkspaceProtocol.NotFound("no")));
        Assert.Equal((InvokeStatus.Failed, "no"), Error(new WorkspaceProtocol.NotFound("no"), new() { Method = new() { Receiver = "X" } }));

        static (InvokeStatus, string?) Error(object reply, InvokeFunctionRequest? request = null) =>
            Answer(reply, request).Error is { } error ? (error.Status, error.HasErrorReason ? error.ErrorReason : null) : default;

        static InvokeFunctionResponse Answer(object reply, InvokeFunctionRequest? request = null) => Wire.Answer(Assert.IsType<InvokeIn>(
            Wire.ToMessage(new ClientOriginatedMessage { InvokeFunctionRequest = request ?? new() { App = new() } })).Answer(reply)).InvokeFunctionResponse;
    }

    [Fact]
    public void A_script_answers_a_call_with_JSON_or_with_an_exception_that_has_a_traceback()
    {
        var returned = Assert.IsType<ScriptReturned>(Result(new() { RequestId = "rpc-12", JsonValue = "[1]" }));
        Assert.Equal((12L, "[1]"), (returned.Call, returned.Value.ToString()));
        Assert.NotNull(Wire.Answer(returned.Acknowledgement).ServerOriginatedRpcResultResponse);

        Assert.Equal((12L, "boom", "at x"), Raised("""{"reason":"boom","traceback":"at x"}"""));
        Assert.Equal((12L, "the script gave no reason", null), Raised("""{"traceback":7}"""));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public void An_exception_that_is_no_object_is_told_as_it_came(string json) =>
        Assert.Equal((12L, $"the script's exception is no JSON object: {json}", null), Raised(json));

    [Fact]
    public void An_answer_without_sense_is_a_failure_of_the_call_and_one_to_no_call_is_only_acknowledged()
    {
        Assert.StartsWith("the script's result is not JSON: ", Assert.IsType<ScriptRaised>(Result(new() { RequestId = "rpc-12", JsonValue = "{" })).Reason, StringComparison.Ordinal);
        Assert.Equal("the script answered with neither a value nor an exception", Assert.IsType<ScriptRaised>(Result(new() { RequestId = "rpc-12" })).Reason);
        foreach (var unknown in new[] { "", "12", "rpc-", "rpc--1", "rpc-x", "rpc-99999999999999999999" })
            Assert.NotNull(Wire.Now(new ClientOriginatedMessage { ServerOriginatedRpcResultRequest = new() { RequestId = unknown, JsonValue = "1" } }).ServerOriginatedRpcResultResponse);
    }

    [Fact]
    public void A_call_to_a_script_leaves_out_the_value_of_an_argument_that_is_null()
    {
        var notification = Events(new CallRequested(12, "f", [("a", Value.Null), ("b", Value.Of("x"))])).ServerOriginatedRpcNotification;

        Assert.Equal(("rpc-12", "f"), (notification.RequestId, notification.Rpc.Name));
        Assert.Equal([("a", false, ""), ("b", true, "\"x\"")], notification.Rpc.Arguments.Select(one => (one.Name, one.HasJsonValue, one.JsonValue)));

        static Notification Events(ScriptEvent e) => Api.Translation.Events.ToEnvelope(e).Notification;
    }

    [Theory]
    [InlineData(NotificationType.NotifyOnNewSession, WorkspaceProtocol.TreeEvents.Added)]
    [InlineData(NotificationType.NotifyOnTerminateSession, WorkspaceProtocol.TreeEvents.Terminated)]
    [InlineData(NotificationType.NotifyOnLayoutChange, WorkspaceProtocol.TreeEvents.Layout)]
    [InlineData(NotificationType.NotifyOnFocusChange, WorkspaceProtocol.TreeEvents.Focus)]
    [InlineData(NotificationType.NotifyOnBroadcastChange, WorkspaceProtocol.TreeEvents.Broadcast)]
    public void The_tree_is_subscribed_to_and_given_up(NotificationType type, WorkspaceProtocol.TreeEvents events)
    {
        Assert.Equal(new TreeTopic(events), Subscribe(new() { NotificationType = type, Session = "all" }));
        Assert.Equal(
            new TreeTopic(events),
            Assert.IsType<Unsubscribe>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = new() { NotificationType = type, Subscribe = false } })).From);
    }

    [Fact]
    public void A_profile_is_subscribed_to_by_its_guid_and_its_change_names_it()
    {
        Assert.Equal(new ProfileTopic("g"), Subscribe(new() { NotificationType = NotificationType.NotifyOnProfileChange, ProfileChangeRequest = new() { Guid = "g" } }));

        Assert.Equal("g", Api.Translation.Events.ToEnvelope(new WorkspaceProtocol.ProfileChanged("g")).Notification.ProfileChangedNotification.Guid);
    }

    [Fact]
    public void A_session_is_subscribed_to_by_topic_and_prompts_by_mode()
    {
        Assert.Equal(SessionsProtocol.SessionEvents.Screen, Events(new() { NotificationType = NotificationType.NotifyOnScreenUpdate }));
        Assert.Equal(SessionsProtocol.SessionEvents.CustomSequence, Events(new() { NotificationType = NotificationType.NotifyOnCustomEscapeSequence }));
        Assert.Equal(SessionsProtocol.SessionEvents.PromptStart, Events(new() { NotificationType = NotificationType.NotifyOnPrompt }));
        Assert.Equal(SessionsProtocol.SessionEvents.None, Events(new() { NotificationType = NotificationType.NotifyOnPrompt, PromptMonitorRequest = new() }));
        var modes = new PromptMonitorRequest { Modes = { PromptMonitorMode.CommandStart, PromptMonitorMode.CommandEnd } };
        Assert.Equal(
            SessionsProtocol.SessionEvents.CommandStart | SessionsProtocol.SessionEvents.CommandEnd,
            Events(new() { NotificationType = NotificationType.NotifyOnPrompt, PromptMonitorRequest = modes }));

        static SessionsProtocol.SessionEvents Events(NotificationRequest request)
        {
            request.Session = "active";
            var topic = Assert.IsType<SessionTopic>(Subscribe(request));
            Assert.Equal("active", topic.Target);
            return topic.Events;
        }
    }

    [Theory]
    [InlineData(VariableScope.Session, VariablesProtocol.ScopeKind.Session)]
    [InlineData(VariableScope.Tab, VariablesProtocol.ScopeKind.Tab)]
    [InlineData(VariableScope.Window, VariablesProtocol.ScopeKind.Window)]
    [InlineData(VariableScope.App, VariablesProtocol.ScopeKind.App)]
    public void A_variable_is_subscribed_to_by_scope_identifier_and_name(VariableScope scope, VariablesProtocol.ScopeKind kind) => Assert.Equal(
        new VariableTopic(kind, "X", "user.v"),
        Subscribe(new()
        {
            NotificationType = NotificationType.NotifyOnVariableChange,
            VariableMonitorRequest = new() { Scope = scope, Identifier = "X", Name = "user.v" },
        }));

    [Fact]
    public void Each_result_of_a_subscription_has_its_status()
    {
        var subscribe = Assert.IsType<Subscribe>(Wire.ToMessage(
            new ClientOriginatedMessage { NotificationRequest = new() { Subscribe = true, NotificationType = NotificationType.NotifyOnNewSession } }));

        Assert.Equal(
            [Status.Ok, Status.AlreadySubscribed, Status.NotSubscribed, Status.SessionNotFound, Status.InvalidIdentifier],
            new[] { SubscribeResult.Ok, SubscribeResult.Already, SubscribeResult.NotSubscribed, SubscribeResult.NoSuchSession, SubscribeResult.BadIdentifier }
                .Select(result => Wire.Answer(subscribe.Answer(result)).NotificationResponse.Status));
    }

    [Fact]
    public void A_subscription_without_sense_is_malformed()
    {
        var bad = new NotificationRequest[]
        {
            new() { NotificationType = NotificationType.NotifyOnNewSession },
            new() { Subscribe = true },
            new() { Subscribe = true, NotificationType = NotificationType.NotifyOnVariableChange },
            new() { Subscribe = true, NotificationType = NotificationType.NotifyOnServerOriginatedRpc },
            new() { Subscribe = true, NotificationType = NotificationType.NotifyOnProfileChange },
            new() { Subscribe = true, NotificationType = NotificationType.NotifyOnProfileChange, ProfileChangeRequest = new() },
#pragma warning disable CS0612 // Deprecated in the schema; old scripts still ask.
            new() { Subscribe = true, NotificationType = NotificationType.NotifyOnLocationChange },
#pragma warning restore CS0612
        };

        Assert.All(bad, request => Assert.Equal(
            Status.RequestMalformed, Wire.Now(new ClientOriginatedMessage { NotificationRequest = request }).NotificationResponse.Status));
    }

    [Theory]
    [InlineData(RPCRegistrationRequest.Types.Role.SessionTitle)]
    [InlineData(RPCRegistrationRequest.Types.Role.StatusBarComponent)]
    [InlineData(RPCRegistrationRequest.Types.Role.ContextMenu)]
    public void A_function_of_another_role_is_an_error(RPCRegistrationRequest.Types.Role role)
    {
        var request = Registration(new() { Name = "f", Role = role });

        Assert.Equal($"functions of the role {role} are not served by this host", Wire.Now(request).Error);
    }

    [Fact]
    public void A_registration_has_a_status_for_each_refusal()
    {
        var register = Assert.IsType<RegisterFunction>(Wire.ToMessage(Registration(new() { Name = "f" })));
        var signature = new FunctionSignature("f");

        Assert.Equal(Status.Ok, StatusOf(new FunctionsProtocol.Registered(signature)));
        Assert.Equal(Status.DuplicateServerOriginatedRpc, StatusOf(Refused(FunctionsProtocol.RegistrationRefusal.Duplicate)));
        Assert.Equal(Status.RequestMalformed, StatusOf(Refused(FunctionsProtocol.RegistrationRefusal.Malformed)));
        Assert.Equal(Status.RequestMalformed, StatusOf(Refused(FunctionsProtocol.RegistrationRefusal.TooMany)));

        var twice = new RPCRegistrationRequest { Name = "f" };
        for (var i = 0; i < 2; i++) twice.Arguments.Add(new RPCRegistrationRequest.Types.RPCArgumentSignature { Name = "a" });
        Assert.Equal(Status.RequestMalformed, Wire.Now(Registration(twice)).NotificationResponse.Status);
        var unregister = Registration(new() { Name = "f" });
        unregister.NotificationRequest.Subscribe = false;
        var gone = Assert.IsType<UnregisterFunction>(Wire.ToMessage(unregister));
        Assert.Equal(signature, gone.Signature);
        Assert.Equal(Status.NotSubscribed, Wire.Answer(gone.Answer(new FunctionsProtocol.NotRegistered(signature))).NotificationResponse.Status);

        Status StatusOf(object reply) => Wire.Answer(register.Answer(reply)).NotificationResponse.Status;

        static FunctionsProtocol.RegistrationRefused Refused(FunctionsProtocol.RegistrationRefusal why) => new(why, "no");
    }

    private static (long, string, string?) Raised(string json)
    {
        var raised = Assert.IsType<ScriptRaised>(Result(new() { RequestId = "rpc-12", JsonException = json }));
        return (raised.Call, raised.Reason, raised.Traceback);
    }

    private static object Result(ServerOriginatedRPCResultRequest result) => Wire.ToMessage(new ClientOriginatedMessage { ServerOriginatedRpcResultRequest = result });

    private static Subscription Subscribe(NotificationRequest request)
    {
        request.Subscribe = true;
        return Assert.IsType<Subscribe>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = request })).To;
    }

    private static ClientOriginatedMessage Registration(RPCRegistrationRequest rpc) => new()
    {
        NotificationRequest = new() { Subscribe = true, NotificationType = NotificationType.NotifyOnServerOriginatedRpc, RpcRegistrationRequest = rpc },
    };
}
