namespace ActorTerm.Api;

/// <summary>The actors the edge speaks to.</summary>
public sealed record RuntimeActors(IActorRef Connections, IActorRef Workspace);
