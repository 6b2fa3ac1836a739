namespace ActorTerm.Actors;

/// <summary>A tell on the wheel.</summary>
/// <param name="interval">In ticks; 0: once.</param>
internal sealed class WheelTell(long interval, ICanTell receiver, object message, IActorRef? sender) : WheelEntry
{
    public override long Interval => interval;

    protected override void HappenNow() => receiver.Tell(message, sender);
}
