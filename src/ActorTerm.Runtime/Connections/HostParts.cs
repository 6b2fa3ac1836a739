using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Connections;

/// <summary>The actors a connection speaks to.</summary>
internal sealed record HostParts(IActorRef Workspace, IActorRef Functions, IActorRef Invocations, IActorRef Alerts, IActorRef Monitors, IActorRef Connections)
{
    public IActorRef Of(Part part) => part switch
    {
        Part.Workspace => Workspace,
        Part.Functions => Functions,
        Part.Invocations => Invocations,
        Part.Alerts => Alerts,
        Part.Connections => Connections,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no such part of the host"),
    };
}
