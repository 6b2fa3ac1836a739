namespace ActorTerm.Actors;

/// <summary>A failure that waits for the supervisor's word.</summary>
/// <param name="Perpetrator">The actor itself, or the child whose failure it escalated.</param>
/// <param name="InHand">What was being handled; null for none.</param>
internal sealed record Fault(ActorCell Perpetrator, MailboxNode? InHand);
