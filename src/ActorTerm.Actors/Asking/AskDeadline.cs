namespace ActorTerm.Actors;

/// <summary>The end of an Ask's patience, on the wheel.</summary>
internal sealed class AskDeadline(IAsk ask, TimeSpan after) : WheelEntry
{
    protected override void HappenNow() => ask.TimeOut(after);
}

/// <summary>An Ask of whatever type, as its deadline sees it.</summary>
internal interface IAsk
{
    void TimeOut(TimeSpan after);
}
