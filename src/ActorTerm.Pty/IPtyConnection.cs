namespace ActorTerm.Pty;

/// <summary>
/// One program on its pseudo-terminal, for exactly one owner: calls are serialised by the owner (a session actor), never made at once from
/// two threads.
/// </summary>
/// <remarks>
/// The owner's turn: on <see cref="IPtyEvents.Ready"/> read and handle until <see cref="PtyReadKind.WouldBlock"/> or until
/// <see cref="TurnBudget"/> bytes were read, write what is waiting, then <see cref="Arm"/> once. Not arming is the back-pressure:
/// the program blocks in the kernel and nothing is buffered here.
/// </remarks>
public interface IPtyConnection : IAsyncDisposable
{
    /// <summary>What <see cref="TryWrite"/> returns when no program holds the terminal any more.</summary>
    const int HungUp = -1;

    /// <summary>
    /// In canonical mode the line discipline keeps this many bytes of a line and silently drops the rest up to its newline (termios(3)).
    /// </summary>
    const int CanonicalLineLimit = 4095;

    /// <summary>The program's process id, which is also its session id and the id of its first process group.</summary>
    int Pid { get; }

    /// <summary>The program's terminal, such as <c>/dev/pts/7</c>.</summary>
    string TtyName { get; }

    /// <summary>
    /// Bytes to read in this turn before arming again: the host's share, smaller the more connections are ready (4 to 64 KiB by default).
    /// </summary>
    int TurnBudget { get; }

    /// <summary>Reads what the program has written, without waiting. One read may return any amount up to the buffer's length.</summary>
    /// <param name="buffer">At least one byte.</param>
    PtyReadResult Read(Span<byte> buffer);

    /// <summary>Types bytes, without waiting.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <returns>The bytes taken; 0 when the terminal's input is full (arm <see cref="PtyInterest.Write"/>); <see cref="HungUp"/>.</returns>
    int TryWrite(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Asks for one <see cref="IPtyEvents.Ready"/>, which comes at once if the interest already holds; it ends the owner's turn. An owner who
    /// stopped before <see cref="PtyReadResult.WouldBlock"/> is told so by the thread pool, after those who wait there already.
    /// </summary>
    /// <param name="interest">
    /// <see cref="PtyInterest.Write"/> only while there is something to write. <see cref="PtyInterest.None"/> asks for nothing, and gives
    /// this turn's share back to the others: what an owner over its credit says.
    /// </param>
    void Arm(PtyInterest interest);

    /// <summary>Sets the terminal's size; the foreground process group gets SIGWINCH if it differs (ioctl_tty(2), TIOCSWINSZ).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size outside 1..65,535, the range of <c>winsize</c>.</exception>
    void Resize(int columns, int rows);

    /// <summary>Sends a signal to a process group: the program's own, or the one in the foreground of its terminal.</summary>
    /// <param name="signal">As in signal(7); see <see cref="PtySignal"/>.</param>
    /// <param name="foregroundGroup">True for the foreground group, which needs the terminal: it reaches nobody after disposal.</param>
    /// <returns>Whether any process was there to get it.</returns>
    bool Signal(int signal, bool foregroundGroup);

    /// <summary>
    /// Sends a signal to every process of the program's session, background jobs and orphans included; the last step of a close.
    /// </summary>
    /// <returns>How many processes were signalled. One that made a session of its own (setsid(2)) is out of reach.</returns>
    ValueTask<int> SignalSessionAsync(int signal);

    /// <summary>The foreground process group of the terminal, or 0 when there is none (tcgetpgrp(3)).</summary>
    int ForegroundProcessGroup();

    /// <summary>What the line discipline does at this moment; a prompt for a password is <c>Canonical</c> without <c>Echo</c>.</summary>
    PtyLineModes LineModes();

    /// <summary>The job in the foreground, read from /proc off the caller's thread; null when there is none or nobody is left.</summary>
    ValueTask<ForegroundJob?> ForegroundJobAsync();
}
