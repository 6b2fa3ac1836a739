namespace ActorTerm.Runtime.Triggers;

/// <summary>The bounds of triggers; <c>actorterm.triggers</c> in reference.conf, where each has its reason.</summary>
public sealed record TriggerSettings
{
    /// <summary>Triggers in one profile, 1 to 10,000; default 1,000. At the bound the rest of the list is refused.</summary>
    public int MaxTriggers { get; init; } = 1_000;

    /// <summary>UTF-16 units of a line that patterns are looked for in, 80 to 65,536; default 4,096. A longer line is cut.</summary>
    public int MaxLineLength { get; init; } = 4_096;

    /// <summary>How long a pattern that needs backtracking may look at one line, 1 ms to 1 s; default 20 ms. Then the line counts as no match.</summary>
    public TimeSpan MatchTimeout { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>So many timeouts within <see cref="TimeoutWindow"/> disable the trigger in that session, 1 to 1,000; default 5.</summary>
    public int MaxTimeouts { get; init; } = 5;

    /// <inheritdoc cref="MaxTimeouts"/>
    public TimeSpan TimeoutWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The part of the last second that a session's patterns may take, in percent, 1 to 100; default 20. Above it instant evaluations are left out.</summary>
    public int MaxShare { get; init; } = 20;

    /// <summary>Instant triggers look at an unfinished line after so long without output; default 250 ms.</summary>
    public TimeSpan InstantQuiet { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>And at the latest so long after it was begun; default 500 ms.</summary>
    public TimeSpan InstantLongest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A trigger does not fire again for a line that a program draws again unchanged within this time; default 1 s. Zero: it does, as in iTerm2.
    /// </summary>
    public TimeSpan RepeatInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Calls of one trigger in one session that are not answered, 1 to 10,000; default 32. At the bound a call is dropped and counted.</summary>
    public int MaxOutstandingCalls { get; init; } = 32;

    /// <summary>Calls of all triggers of one session in a second, 1 to 100,000; default 100. Likewise.</summary>
    public int MaxCallsPerSecond { get; init; } = 100;

    /// <summary>
    /// How often all triggers of one session that wait for a variable fire in a second, 1 to 100,000; default 100. At the bound a change is dropped
    /// and counted, which ends triggers that change one another's variables.
    /// </summary>
    public int MaxVariableFiringsPerSecond { get; init; } = 100;

    /// <summary>Injections that begin with one line of output, each fired by the one before, 1 to 1,000; default 16. At the bound they end.</summary>
    public int MaxInjections { get; init; } = 16;

    /// <summary>Captured lines that a session keeps, 0 to 100,000; default 1,000. The oldest goes first.</summary>
    public int MaxCaptured { get; init; } = 1_000;

    /// <summary>The least time between two alerts of one trigger; default 1 s. What comes sooner is dropped.</summary>
    public TimeSpan AlertInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether triggers may run commands and start coprocesses. Default true: only who owns the socket sets triggers.</summary>
    public bool AllowCommands { get; init; } = true;

    /// <summary>Commands of triggers that run at once on the host, 1 to 1,000; default 16. More wait.</summary>
    public int MaxCommands { get; init; } = 16;

    /// <summary>Commands that wait, 0 to 100,000; default 256. At the bound one is dropped and counted.</summary>
    public int MaxWaitingCommands { get; init; } = 256;

    /// <summary>Bytes of a command's output that are kept for its event, 0 to 1 MiB; default 16 KiB. The rest is read and dropped.</summary>
    public int CommandOutputBytes { get; init; } = 16 * 1024;

    /// <summary>The least time between two alerts about commands that failed; default 10 s.</summary>
    public TimeSpan CommandAlertInterval { get; init; } = TimeSpan.FromSeconds(10);
}
