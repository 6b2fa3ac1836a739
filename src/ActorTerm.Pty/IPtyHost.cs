using ActorTerm.Pty.Piping;

namespace ActorTerm.Pty;

/// <summary>Starts programs, on pseudo-terminals and on pipes. Nothing above this interface sees a descriptor or is anyone's parent process.</summary>
public interface IPtyHost : IAsyncDisposable
{
    /// <summary>Runs a program as the leader of a new session whose controlling terminal is a new pseudo-terminal.</summary>
    /// <param name="options">What to run and where.</param>
    /// <param name="events">
    /// Told about this connection only. Nothing is <see cref="IPtyEvents.Ready"/> before the first <see cref="IPtyConnection.Arm"/>.
    /// </param>
    /// <returns>The connection, once the program has replaced the child (execve(2) succeeded).</returns>
    /// <exception cref="PtySpawnException">The start was refused; no process, descriptor or terminal is left behind.</exception>
    /// <exception cref="ArgumentException">The options cannot mean anything: a NUL in a text, a size outside 1..65,535.</exception>
    /// <exception cref="ObjectDisposedException">The host is being disposed of.</exception>
    ValueTask<IPtyConnection> SpawnAsync(PtyOptions options, IPtyEvents events);

    /// <summary>Runs a program as the leader of a new session without a terminal, with a pipe for each of its standard streams.</summary>
    /// <param name="options">What to run and where.</param>
    /// <param name="events">
    /// Told about this process only. Nothing is <see cref="IPipeEvents.Ready"/> before the first <see cref="IPipedProcess.Arm"/>.
    /// </param>
    /// <returns>The process, once the program has replaced the child (execve(2) succeeded).</returns>
    /// <exception cref="PtySpawnException">The start was refused; no process or descriptor is left behind.</exception>
    /// <exception cref="ArgumentException">The options cannot mean anything: a NUL in a text.</exception>
    /// <exception cref="ObjectDisposedException">The host is being disposed of.</exception>
    ValueTask<IPipedProcess> SpawnPipedAsync(PipeOptions options, IPipeEvents events);
}
