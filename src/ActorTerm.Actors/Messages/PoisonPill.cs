using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

/// <summary>Stops the actor when its turn comes: what was told before is handled first.</summary>
public sealed class PoisonPill : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression
{
    private PoisonPill()
    {
    }

    public static PoisonPill Instance { get; } = new();

    public override string ToString() => "<PoisonPill>";
}
