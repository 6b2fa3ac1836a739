using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Tests.Rig;

/// <summary>Stands for <c>/workspace</c> where only its readiness is asked for.</summary>
public sealed class StandInWorkspace : ReceiveActor
{
    public StandInWorkspace(object readiness) => Receive<WorkspaceProtocol.GetReadiness>(_ => Sender.Tell(readiness));
}
