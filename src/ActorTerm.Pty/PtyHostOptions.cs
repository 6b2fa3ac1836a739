namespace ActorTerm.Pty;

/// <summary>The bounds of one <see cref="LinuxPtyHost"/>.</summary>
public sealed record PtyHostOptions
{
    /// <summary>Most events taken from the kernel at once (default 256).</summary>
    public int EventBatch { get; init; } = 256;

    /// <summary>
    /// Least bytes a connection may read in a turn, however many are ready (default 4 KiB: about one read of a terminal).
    /// </summary>
    public int MinimumTurn { get; init; } = 4 * 1024;

    /// <summary>
    /// Most bytes a connection may read in a turn, also shared by all that are ready (default 64 KiB: control messages wait one turn).
    /// </summary>
    public int MaximumTurn { get; init; } = 64 * 1024;

    /// <summary>
    /// How long an exit waits for the end of output while another process (a background job) keeps the terminal open and is silent
    /// (default 1 s, at least 1 ms). Then the exit is told; later output can still be read.
    /// </summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many bytes may follow an exit before it is told, though another process keeps writing (default 1 MiB).</summary>
    public long DrainBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// How long an exit waits for an owner that leaves output unread (default 30 s: as long as a coprocess may hold its session's output).
    /// Then the exit is told; the output stays readable.
    /// </summary>
    public TimeSpan UnreadTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The soft RLIMIT_NOFILE given to programs (default 1,024, the usual one, and the most that select(2) can take); the host raises its
    /// own to the hard limit.
    /// </summary>
    public int ChildDescriptorLimit { get; init; } = 1024;

    /// <summary>
    /// How long disposing of the host waits for killed programs to be gone (default 2 s); one stuck in the kernel is left behind.
    /// </summary>
    public TimeSpan ShutdownTime { get; init; } = TimeSpan.FromSeconds(2);
}
