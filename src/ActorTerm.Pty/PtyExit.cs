namespace ActorTerm.Pty;

/// <summary>How a program ended. Exactly one part is set, or none when somebody else collected the status.</summary>
/// <param name="ExitCode">What it returned, 0..255.</param>
/// <param name="Signal">The signal that ended it, as in signal(7).</param>
public readonly record struct PtyExit(int? ExitCode, int? Signal)
{
    /// <summary>The status was lost: another part of this process reaped the child, or SIGCHLD was ignored.</summary>
    public static PtyExit Unknown => default;

    public static PtyExit Code(int exitCode) => new(exitCode, null);

    public static PtyExit BySignal(int signal) => new(null, signal);

    /// <summary>Such as <c>exit code 3</c>, <c>killed by SIGHUP</c>.</summary>
    public override string ToString() => (ExitCode, Signal) switch
    {
        ({ } code, _) => $"exit code {code}",
        (_, { } signal) => $"killed by {PtySignal.NameOf(signal)}",
        _ => "exit status unknown",
    };
}
