namespace ActorTerm.Actors.TestKit;

/// <summary>A message that a test actor got.</summary>
internal sealed record MessageEnvelope(object Message, IActorRef Sender);
