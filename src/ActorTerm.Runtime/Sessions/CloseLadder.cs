namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// The steps by which a program is made to end: SIGHUP and SIGCONT to its process group, as a terminal that goes away does; after the
/// grace period SIGKILL; and when even then no exit is seen, the session lets go of it. Each step is taken once.
/// </summary>
internal sealed class CloseLadder(TimeSpan grace)
{
    private int _rung;

    internal enum Step
    {
        /// <summary>SIGHUP, then SIGCONT so that a stopped program hears it.</summary>
        HangUp,

        /// <summary>SIGKILL.</summary>
        Kill,

        /// <summary>Close the terminal and stop waiting.</summary>
        LetGo,
    }

    /// <summary>How long all of it takes when nothing ends before it must.</summary>
    public static TimeSpan Longest(TimeSpan grace) => grace * 2;

    /// <summary>What to do now, and how long to wait for the end before asking again; null after the last step.</summary>
    public (Step Step, TimeSpan Wait)? Next() => _rung++ switch
    {
        0 => (Step.HangUp, grace),
        1 => (Step.Kill, grace),
        2 => (Step.LetGo, TimeSpan.Zero),
        _ => null,
    };
}
