namespace ActorTerm.Pty;

/// <summary>Signal numbers of Linux on x64 and arm64 (signal(7)).</summary>
public static class PtySignal
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    private static readonly string[] Names =
    [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT",
        "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS",
    ];

    /// <summary>Such as <c>SIGHUP</c>; <c>signal 40</c> for one without a name.</summary>
    public static string NameOf(int signal) => signal >= 1 && signal <= Names.Length ? "SIG" + Names[signal - 1] : $"signal {signal}";
}
