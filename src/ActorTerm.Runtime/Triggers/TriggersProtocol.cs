using ActorTerm.Language;

namespace ActorTerm.Runtime.Triggers;

/// <summary>What may be said about triggers: what they are, and what a session answers about its own. Ask through <c>WorkspaceProtocol.ToSession</c>.</summary>
public static partial class TriggersProtocol
{
    /// <summary>What happens after a match.</summary>
    public enum TriggerEffect
    {
        /// <summary>Nothing on a host without windows.</summary>
        None,
        Coprocess,
        SilentCoprocess,
        Command,
        SendText,
        Inject,
        Invoke,
        SetVariable,
        SetTitle,
        Notify,
        Alert,
        Bell,
        Capture,
        Mark,
        NamedMark,
        Prompt,
        Directory,
        Host,
        BufferInput,
        Stop,
        TabStatus,
        Hyperlink,

        /// <summary>An event says so, for whoever watches; the host itself has nothing to show.</summary>
        Matched,
    }

    /// <summary>What a trigger may wait for instead of a pattern; the numbers are iTerm2's match types.</summary>
    public enum TriggerEvent
    {
        PromptDetected = 100,
        CommandFinished = 101,
        DirectoryChanged = 102,
        HostChanged = 103,
        UserChanged = 104,
        Idle = 105,
        ActivityAfterIdle = 106,
        SessionEnded = 107,
        Bell = 108,
        LongRunningCommand = 109,
        CustomEscapeSequence = 110,
        NotificationPosted = 111,
        ProgressBarChanged = 112,
        JobStarted = 113,
        JobEnded = 114,
        VariableChanged = 115,
    }

    /// <summary>Adds a trigger behind the others of this session. Answered by <see cref="Triggers"/> or <c>SessionsProtocol.Rejected</c>.</summary>
    /// <param name="Trigger">An object as it is stored.</param>
    public sealed record AddTrigger(Value Trigger);

    /// <summary>Answered by <see cref="Triggers"/>.</summary>
    public sealed record ListTriggers;

    /// <summary>Answered as <see cref="AddTrigger"/>.</summary>
    /// <param name="Which">A number from 1, or a name.</param>
    public sealed record EnableTrigger(string Which, bool Enable);

    /// <inheritdoc cref="EnableTrigger"/>
    public sealed record RemoveTrigger(string Which);

    /// <param name="Evaluations">Lines and moments at which this session's triggers were looked at.</param>
    public sealed record Triggers(IReadOnlyList<TriggerStatus> All, long Evaluations);

    /// <param name="IsStopped">It ran out of time too often and is off in this session, until it is enabled again.</param>
    /// <param name="Statistics">What it did in this session; null where it was not looked at.</param>
    public sealed record TriggerStatus(TriggerEntry Entry, bool IsStopped, TriggerStatistics? Statistics);

    /// <summary>Shows what a trigger would do, and does nothing. Answered by <see cref="TriggerTested"/> or <c>SessionsProtocol.Rejected</c>.</summary>
    /// <param name="Trigger">An object as it is stored.</param>
    /// <param name="Lines">Null: those of the session's screen and history.</param>
    public sealed record TestTrigger(Value Trigger, IReadOnlyList<string>? Lines);

    /// <param name="Lines">How many were looked at.</param>
    /// <param name="TimedOut">At how many of them the pattern ran out of time.</param>
    public sealed record TriggerTested(IReadOnlyList<TestMatch> Matches, long Lines, long TimedOut);

    /// <param name="Parameter">As it would be; null when it has none or an expression would have to be evaluated.</param>
    public sealed record TestMatch(TriggerMatch Match, string? Parameter);

    /// <summary>The lines that Capture Output triggers recorded, the oldest first. Answered by <see cref="CapturedOutput"/>.</summary>
    public sealed record ListCaptured;

    public sealed record CapturedOutput(IReadOnlyList<CapturedMatch> All);

    /// <param name="Trigger">Its label.</param>
    public sealed record CapturedMatch(DateTimeOffset Time, string Trigger, TriggerMatch Match);
}
