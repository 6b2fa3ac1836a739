namespace ActorTerm.Pty.Piping;

/// <summary>
/// A process that leads a session of its own, without a terminal, and has a pipe for each of its standard streams. It has exactly one owner,
/// which reads and writes without ever waiting. Disposing of it closes the pipes and kills what is left of its session.
/// </summary>
public interface IPipedProcess : IAsyncDisposable
{
    /// <summary>What <see cref="TryWrite"/> returns when nobody will ever read.</summary>
    const int HungUp = -1;

    /// <summary>Its process id, which is also that of its session and first process group.</summary>
    int Pid { get; }

    /// <param name="buffer">At least one byte.</param>
    PtyReadResult ReadOutput(Span<byte> buffer);

    /// <param name="buffer">At least one byte.</param>
    PtyReadResult ReadErrors(Span<byte> buffer);

    /// <summary>Writes to its standard input.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <returns>The bytes taken; 0 when the pipe is full (arm <see cref="PipeInterest.Input"/>); <see cref="HungUp"/>.</returns>
    int TryWrite(ReadOnlySpan<byte> bytes);

    /// <summary>Asks for one <see cref="IPipeEvents.Ready"/> of each of these pipes; the others stay as they were.</summary>
    void Arm(PipeInterest pipes);

    /// <summary>Closes these pipes: the process reads the end of its input, or gets SIGPIPE when it writes. Closing twice does nothing.</summary>
    void Close(PipeInterest pipes);

    /// <summary>Sends a signal to its process group; 0 sends none and only looks.</summary>
    /// <returns>Whether anybody is there.</returns>
    bool Signal(int signal);

    /// <summary>Sends a signal to every process of its session, in whatever group.</summary>
    /// <returns>How many processes there were. One that made a session of its own (setsid(2)) is out of reach.</returns>
    ValueTask<int> SignalSessionAsync(int signal);
}
