using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Protocol.Host.HostRequest;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>What iTerm2's protocol lacks: the host's own requests, the table of contents. Spec: host.proto and docs/protocol.md, section 4.</summary>
internal static class HostRequests
{
    public static object ToMessage(long id, HostRequest m, HostFacts facts) => m.RequestCase switch
    {
        RequestOneofCase.Hello => Now(id, new HostResponse { Hello = new() { Host = HostReports.ToWire(facts) } }),
        RequestOneofCase.NewSession => HostSessions.New(id, m.NewSession),
        RequestOneofCase.ListSessionInfo => HostSessions.List(id, m.ListSessionInfo, facts),
        RequestOneofCase.Kill => HostSessions.Kill(id, m.Kill),
        RequestOneofCase.Rename => HostSessions.Rename(id, m.Rename),
        RequestOneofCase.Capture => HostScreens.Capture(id, m.Capture),
        RequestOneofCase.SendKeys => HostSessions.SendKeys(id, m.SendKeys),
        RequestOneofCase.ListKeys => HostKeys.List(id, m.ListKeys),
        RequestOneofCase.StrikeKeys => HostKeys.Strike(id, m.StrikeKeys),
        RequestOneofCase.ExplainKeys => HostKeys.Explain(id, m.ExplainKeys),
        RequestOneofCase.Reload => HostConfiguration.Reload(id, m.Reload, facts),
        RequestOneofCase.Wait => HostScreens.Wait(id, m.Wait),
        RequestOneofCase.ListAlerts => HostReports.ListAlerts(id, m.ListAlerts),
        RequestOneofCase.GetAlert => HostReports.GetAlert(id, m.GetAlert),
        RequestOneofCase.Subscribe => new SetDiary(
            m.Subscribe.Alerts, m.Subscribe.EventKinds, new Frame(Envelope(id, new HostResponse { Subscribe = new() }))),
        RequestOneofCase.ListFunctions => HostReports.ListFunctions(id, m.ListFunctions),
        RequestOneofCase.Doctor => Now(id, new HostResponse { Doctor = HostReports.Diagnose(facts) }),
        RequestOneofCase.StartCoprocess => HostCoprocesses.Start(id, m.StartCoprocess),
        RequestOneofCase.StopCoprocess => HostCoprocesses.Stop(id, m.StopCoprocess),
        RequestOneofCase.GetCoprocess => HostCoprocesses.Get(id, m.GetCoprocess),
        RequestOneofCase.ListTriggers => HostTriggers.List(id, m.ListTriggers),
        RequestOneofCase.AddTrigger => HostTriggers.Add(id, m.AddTrigger),
        RequestOneofCase.ChangeTrigger => HostTriggers.Change(id, m.ChangeTrigger),
        RequestOneofCase.TestTrigger => HostTriggers.Test(id, m.TestTrigger),
        RequestOneofCase.ListCapturedOutput => HostTriggers.ListCaptured(id, m.ListCapturedOutput),
        RequestOneofCase.ImportProfiles => HostTriggers.Import(id, m.ImportProfiles),
        _ => Now(id, Error(HostError.Types.Code.Unsupported, "the message holds no request this host knows; it may need a newer version")),
    };

    public static PassOn Ask(long id, Part part, object message, Func<object, HostResponse?> translate) =>
        new(part, message, reply => Answer(id, translate(reply), reply));

    /// <summary>The answer that was made of the reply; without one, the refusal that the reply is.</summary>
    public static Frame Answer(long id, HostResponse? made, object reply) => new(Envelope(id, made ?? Failure(reply)));

    public static Deliver Now(long id, HostResponse response) => new(new Frame(Envelope(id, response)));

    public static HostResponse Error(HostError.Types.Code code, string text) => new() { Error = new() { Code = code, Message = text } };

    /// <summary>The refusals every part of the host may answer with.</summary>
    private static HostResponse Failure(object reply) => reply switch
    {
        Runtime.Workspace.WorkspaceProtocol.NotFound missing => Error(HostError.Types.Code.NotFound, missing.Text),
        Runtime.Workspace.WorkspaceProtocol.NotCreated refused => Error(refused.Why switch
        {
            Runtime.Workspace.WorkspaceProtocol.Refusal.TooMany => HostError.Types.Code.Busy,
            Runtime.Workspace.WorkspaceProtocol.Refusal.BadProperty => HostError.Types.Code.BadRequest,
            Runtime.Workspace.WorkspaceProtocol.Refusal.CannotStart => HostError.Types.Code.Failed,
            _ => HostError.Types.Code.NotFound,
        }, refused.Text),
        SessionsProtocol.Rejected rejected => Error(rejected.Why switch
        {
            SessionsProtocol.Rejection.BadValue => HostError.Types.Code.BadRequest,
            SessionsProtocol.Rejection.Backpressure or SessionsProtocol.Rejection.TooMany or SessionsProtocol.Rejection.Busy => HostError.Types.Code.Busy,
            SessionsProtocol.Rejection.CannotStart => HostError.Types.Code.Failed,
            _ => HostError.Types.Code.Conflict,
        }, rejected.Text),
        AlertsProtocol.NoSuchAlert missing => Error(HostError.Types.Code.NotFound, missing.Text),
        NoReply none => Error(HostError.Types.Code.Failed, none.Reason),
        _ => Error(HostError.Types.Code.Failed, $"unexpected reply: {reply.GetType().Name}"),
    };

    private static ServerOriginatedMessage Envelope(long id, HostResponse response) => new() { Id = id, Actorterm = response };
}
