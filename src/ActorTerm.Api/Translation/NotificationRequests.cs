using ActorTerm.Language;
using ActorTerm.Protocol;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using Status = ActorTerm.Protocol.NotificationResponse.Types.Status;

namespace ActorTerm.Api.Translation;

/// <summary>Requests to be told of something, registering functions among them.</summary>
internal static class NotificationRequests
{
    public static object ToMessage(long id, NotificationRequest m)
    {
        if (!m.HasSubscribe || !m.HasNotificationType) return Malformed(id);
        if (m.NotificationType == NotificationType.NotifyOnServerOriginatedRpc) return Registration(id, m);
        if (ToSubscription(m) is not { } subscription) return Malformed(id);

        return m.Subscribe
            ? new Subscribe(subscription, result => Answer(id, result))
            : new Unsubscribe(subscription, result => Answer(id, result));
    }

    private static Subscription? ToSubscription(NotificationRequest m) => m.NotificationType switch
    {
        NotificationType.NotifyOnNewSession => new TreeTopic(WorkspaceProtocol.TreeEvents.Added),
        NotificationType.NotifyOnTerminateSession => new TreeTopic(WorkspaceProtocol.TreeEvents.Terminated),
        NotificationType.NotifyOnLayoutChange => new TreeTopic(WorkspaceProtocol.TreeEvents.Layout),
        NotificationType.NotifyOnFocusChange => new TreeTopic(WorkspaceProtocol.TreeEvents.Focus),
        NotificationType.NotifyOnBroadcastChange => new TreeTopic(WorkspaceProtocol.TreeEvents.Broadcast),
        NotificationType.NotifyOnScreenUpdate => new SessionTopic(m.Session, SessionTopicKind.Screen, SessionsProtocol.SessionEvents.Screen),
        NotificationType.NotifyOnCustomEscapeSequence => new SessionTopic(m.Session, SessionTopicKind.CustomSequence, SessionsProtocol.SessionEvents.CustomSequence),
        NotificationType.NotifyOnPrompt => new SessionTopic(m.Session, SessionTopicKind.Prompt, PromptEvents(m.PromptMonitorRequest)),
        NotificationType.NotifyOnKeystroke => new SessionTopic(m.Session, SessionTopicKind.Keystroke, Keystrokes.ToEvents(m.KeystrokeMonitorRequest)),
        NotificationType.KeystrokeFilter => new KeyFilterTopic(m.Session, Keystrokes.ToPatterns(m.KeystrokeFilterRequest)),
        NotificationType.NotifyOnProfileChange => m.ProfileChangeRequest is { HasGuid: true } profile ? new ProfileTopic(profile.Guid) : null,
        NotificationType.NotifyOnVariableChange => ToVariable(m.VariableMonitorRequest),
        _ => null,
    };

    /// <summary>Without the member: prompts only. With an empty list: nothing.</summary>
    private static SessionsProtocol.SessionEvents PromptEvents(PromptMonitorRequest? m) => m is null
        ? SessionsProtocol.SessionEvents.PromptStart
        : m.Modes.Aggregate(SessionsProtocol.SessionEvents.None, (sum, mode) => sum | mode switch
        {
            PromptMonitorMode.CommandStart => SessionsProtocol.SessionEvents.CommandStart,
            PromptMonitorMode.CommandEnd => SessionsProtocol.SessionEvents.CommandEnd,
            _ => SessionsProtocol.SessionEvents.PromptStart,
        });

    private static VariableTopic? ToVariable(VariableMonitorRequest? m)
    {
        VariablesProtocol.ScopeKind? kind = m?.Scope switch
        {
            VariableScope.Session => VariablesProtocol.ScopeKind.Session,
            VariableScope.Tab => VariablesProtocol.ScopeKind.Tab,
            VariableScope.Window => VariablesProtocol.ScopeKind.Window,
            VariableScope.App => VariablesProtocol.ScopeKind.App,
            _ => null,
        };
        return kind is { } known ? new VariableTopic(known, m!.Identifier, m.Name) : null;
    }

    private static object Registration(long id, NotificationRequest m)
    {
        if (m.RpcRegistrationRequest is not { } rpc) return Malformed(id);
        if (rpc.Role != RPCRegistrationRequest.Types.Role.Generic || rpc.RoleSpecificAttributesCase != RPCRegistrationRequest.RoleSpecificAttributesOneofCase.None)
            return Answers.Refuse(id, $"functions of the role {rpc.Role} are not served by this host");

        var arguments = rpc.Arguments.Select(argument => argument.Name).ToList();
        if (arguments.Distinct().Count() < arguments.Count) return Malformed(id);
        if (!m.Subscribe) return new UnregisterFunction(new FunctionSignature(rpc.Name, arguments), reply => Registered(id, reply));

        return new RegisterFunction(
            rpc.Name, arguments,
            [.. rpc.Defaults.Select(one => new FunctionsProtocol.FunctionDefault(one.Name, one.Path))],
            rpc.HasTimeout ? Seconds.ToTime(rpc.Timeout) : null,
            reply => Registered(id, reply));
    }

    private static Frame Registered(long id, object reply) => Response(id, reply switch
    {
        FunctionsProtocol.Registered or FunctionsProtocol.Unregistered => Status.Ok,
        FunctionsProtocol.RegistrationRefused { Why: FunctionsProtocol.RegistrationRefusal.Duplicate } => Status.DuplicateServerOriginatedRpc,
        FunctionsProtocol.NotRegistered => Status.NotSubscribed,
        _ => Status.RequestMalformed,
    });

    private static Frame Answer(long id, SubscribeResult result) => Response(id, result switch
    {
        SubscribeResult.Ok => Status.Ok,
        SubscribeResult.Already => Status.AlreadySubscribed,
        SubscribeResult.NotSubscribed => Status.NotSubscribed,
        SubscribeResult.NoSuchSession => Status.SessionNotFound,
        _ => Status.InvalidIdentifier,
    });

    private static Deliver Malformed(long id) => new(Response(id, Status.RequestMalformed));

    private static Frame Response(long id, Status status) =>
        new(new ServerOriginatedMessage { Id = id, NotificationResponse = new NotificationResponse { Status = status } });
}
