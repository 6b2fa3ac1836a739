using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>What to wait for in a session; the first that happens ends the wait. At least one of text, exit and idle.</summary>
public sealed record WaitOptions
{
    /// <summary>A regular expression (.NET, without backtracking), tried on each line: those on the screen, then new ones.</summary>
    public string? Text { get; init; }

    /// <summary>Only lines that are not on the screen yet count for <see cref="Text"/>.</summary>
    public bool OnlyNew { get; init; }

    /// <summary>The end of the program. It also ends a wait for text or silence.</summary>
    public bool Exit { get; init; }

    /// <summary>No output for so long.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Default: none.</summary>
    public TimeSpan? Timeout { get; init; }

    internal WaitRequest ToRequest(string session)
    {
        var request = new WaitRequest { Session = session };
        if (Text is not null) request.Text = Text;
        if (OnlyNew) request.OnlyNew = true;
        if (Exit) request.Exit = true;
        if (Idle is { } idle) request.IdleMs = (long)idle.TotalMilliseconds;
        if (Timeout is { } timeout) request.TimeoutMs = (long)timeout.TotalMilliseconds;
        return request;
    }
}

/// <summary>What ended a wait.</summary>
public abstract record WaitResult
{
    /// <param name="Line">The line that matched.</param>
    /// <param name="LineNumber">Its absolute number.</param>
    public sealed record Matched(string Line, long LineNumber) : WaitResult;

    public sealed record Exited(SessionEnd End) : WaitResult;

    public sealed record Idle : WaitResult;

    public sealed record TimedOut : WaitResult;

    internal static WaitResult Of(WaitResponse wait) => wait.Outcome switch
    {
        WaitResponse.Types.Outcome.Matched => new Matched(wait.Line, wait.LineNumber),
        WaitResponse.Types.Outcome.Exited => new Exited(SessionEnd.Of(wait.HasExitCode, wait.ExitCode, wait.HasSignal, wait.Signal) ?? new SessionEnd(null, null)),
        WaitResponse.Types.Outcome.Idle => new Idle(),
        _ => new TimedOut(),
    };
}
