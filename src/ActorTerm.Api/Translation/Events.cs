using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>What a script is told: event to envelope. An answer is an envelope already.</summary>
internal static class Events
{
    public static ServerOriginatedMessage ToEnvelope(ScriptEvent e) => e is Frame frame ? frame.Message : new() { Notification = ToNotification(e) };

    private static Notification ToNotification(ScriptEvent e) => e switch
    {
        WorkspaceProtocol.LayoutChanged m => new() { LayoutChangedNotification = new() { ListSessionsResponse = Tree.ToResponse(m.Tree) } },
        WorkspaceProtocol.FocusChanged m => new() { FocusChangedNotification = Tree.ToNotification(m.Item) },
        WorkspaceProtocol.SessionAdded m => new() { NewSessionNotification = new() { SessionId = m.Id.ToString() } },
        WorkspaceProtocol.SessionTerminated m => new() { TerminateSessionNotification = new() { SessionId = m.Id.ToString() } },
        WorkspaceProtocol.ProfileChanged m => new() { ProfileChangedNotification = new() { Guid = m.Guid } },
        WorkspaceProtocol.BroadcastChanged m => new() { BroadcastDomainsChanged = ToBroadcast(m) },
        SessionsProtocol.ScreenChanged m => new() { ScreenUpdateNotification = new() { Session = m.Session.ToString() } },
        SessionsProtocol.CustomSequenceSeen m => new()
        {
            CustomEscapeSequenceNotification = new() { Session = m.Session.ToString(), SenderIdentity = m.Identity, Payload = m.Payload },
        },
        SessionsProtocol.KeySeen m => new() { KeystrokeNotification = Keystrokes.ToNotification(m) },
        SessionsProtocol.PromptShown m => new()
        {
            PromptNotification = new()
            {
                Session = m.Session.ToString(),
                UniquePromptId = m.Prompt.Id,
                Prompt = new() { Placeholder = "", Prompt = PromptRequests.ToResponse(m.Prompt) },
            },
        },
        SessionsProtocol.CommandStarted m => new()
        {
            PromptNotification = new() { Session = m.Session.ToString(), UniquePromptId = m.PromptId, CommandStart = new() { Command = m.Command } },
        },
        SessionsProtocol.CommandFinished m => new()
        {
            PromptNotification = new() { Session = m.Session.ToString(), UniquePromptId = m.PromptId, CommandEnd = new() { Status = m.Status } },
        },
        MonitoredVariableChanged m => new()
        {
            VariableChangedNotification = new() { Scope = ToScope(m.Kind), Identifier = m.Identifier, Name = m.Name, JsonNewValue = m.Value.ToString() },
        },
        CallRequested m => new() { ServerOriginatedRpcNotification = new() { RequestId = CallResults.RequestId(m.Call), Rpc = ToCall(m) } },
        AlertRaised m => new() { Actorterm = new() { Alert = Alerts.ToWire(m.Alert) } },
        EventsProtocol.HostEvent m => new() { Actorterm = new() { Event = ToWire(m) } },
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "the wire has no such event"),
    };

    private static BroadcastDomainsChangedNotification ToBroadcast(WorkspaceProtocol.BroadcastChanged m)
    {
        var notification = new BroadcastDomainsChangedNotification();
        notification.BroadcastDomains.AddRange(BroadcastRequests.ToDomains(m.Domains));
        return notification;
    }

    private static ServerOriginatedRPC ToCall(CallRequested m)
    {
        var call = new ServerOriginatedRPC { Name = m.Name };
        foreach (var (name, value) in m.Arguments)
        {
            var argument = new ServerOriginatedRPC.Types.RPCArgument { Name = name };
            if (!value.IsNull) argument.JsonValue = value.ToString();
            call.Arguments.Add(argument);
        }

        return call;
    }

    private static VariableScope ToScope(VariablesProtocol.ScopeKind kind) => kind switch
    {
        VariablesProtocol.ScopeKind.Session => VariableScope.Session,
        VariablesProtocol.ScopeKind.Tab => VariableScope.Tab,
        VariablesProtocol.ScopeKind.Window => VariableScope.Window,
        _ => VariableScope.App,
    };

    private static Event ToWire(EventsProtocol.HostEvent m)
    {
        var wire = new Event { TimeMs = m.Time.ToUnixTimeMilliseconds(), Kind = m.Kind, Json = m.Data.ToString() };
        if (m.Session is { } session) wire.Session = session.ToString();
        return wire;
    }
}
