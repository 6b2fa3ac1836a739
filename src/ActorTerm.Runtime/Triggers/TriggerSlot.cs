using ActorTerm.Runtime.Triggers.Patterns;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>A trigger that is on in one session, and what became of it there.</summary>
internal sealed class TriggerSlot(TriggerEntry entry, TriggerSettings settings)
{
    private readonly DurationHistogram _durations = new();

    public TriggerEntry Entry { get; set; } = entry;

    public CompiledTrigger Trigger => Entry.Compiled!;

    public CompiledPattern Pattern => Trigger.Pattern!;

    public TimeoutLog Timeouts { get; } = new(settings.MaxTimeouts, settings.TimeoutWindow);

    /// <summary>It ran out of time too often.</summary>
    public bool IsStopped { get; set; }

    /// <summary>It fired for the line that is being printed, so it will not again.</summary>
    public bool HasFiredInstantly { get; set; }

    /// <summary>Calls that are not answered.</summary>
    public int Outstanding { get; set; }

    public long Looked { get; private set; }

    public long FiredTimes { get; set; }

    public long Dropped { get; set; }

    /// <summary>Of those, how many calls nobody has been told of.</summary>
    public long UntoldCalls { get; set; }

    /// <summary>And how many changes of a variable.</summary>
    public long UntoldFirings { get; set; }

    public long TimedOut { get; set; }

    public TriggerStatistics Statistics => new(Looked, FiredTimes, Dropped, TimedOut, _durations.Counts);

    public void Took(TimeSpan time)
    {
        Looked++;
        _durations.Add(time);
    }
}
