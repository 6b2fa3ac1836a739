namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>Waits until the first of what is asked happens, or time is up. Answered by a <see cref="WaitOutcome"/> or <see cref="Rejected"/>.</summary>
    /// <param name="Text">A line matches: .NET syntax, without backtracking where the pattern allows. Lines on the screen, then new ones.</param>
    /// <param name="OnlyNew">Lines that stand on the screen already do not count.</param>
    /// <param name="Idle">No output for so long, counted from the request or the last output.</param>
    /// <param name="Within">Null: no limit.</param>
    /// <remarks>The end of the program always ends the wait.</remarks>
    public sealed record WaitFor(string? Text, bool OnlyNew, TimeSpan? Idle, TimeSpan? Within);

    public abstract record WaitOutcome;

    /// <param name="LineNumber">Absolute.</param>
    public sealed record TextMatched(string Line, long LineNumber) : WaitOutcome;

    public sealed record ProgramEnded(ProgramExit Exit) : WaitOutcome;

    public sealed record OutputIdle : WaitOutcome;

    public sealed record WaitedTooLong : WaitOutcome;
}
