using System.Threading.Channels;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>Stands for <c>/workspace</c> and its sessions: every session that is asked for is there, and takes viewers.</summary>
public sealed class StandInWorkspace : ReceiveActor
{
    private static readonly SessionsProtocol.SessionInfo Info = new(
        "name", "title", ["cat"], null, SessionsProtocol.SessionState.Running, null, 80, 24, DateTimeOffset.UnixEpoch, null, 1, 1, false);

    /// <param name="readiness">What is said to the question whether a session could be made.</param>
    /// <param name="viewers">Gets the wire of each viewer that attaches.</param>
    public StandInWorkspace(object readiness, ChannelWriter<SessionsProtocol.IViewerLink> viewers)
    {
        Receive<WorkspaceProtocol.GetReadiness>(_ => Sender.Tell(readiness));
        Receive<WorkspaceProtocol.Resolve>(m => Sender.Tell(new WorkspaceProtocol.ResolvedTo(m.Target)));
        Receive<WorkspaceProtocol.ToSession>(m =>
        {
            Sender.Tell(new SessionsProtocol.Attached(m.Target.Id, Info, Self));
            viewers.TryWrite(((SessionsProtocol.Attach)m.Message).Link);
        });
        Receive<SessionsProtocol.ViewerGone>(_ => { });
    }
}
