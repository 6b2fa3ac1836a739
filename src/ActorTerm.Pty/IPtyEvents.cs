namespace ActorTerm.Pty;

/// <summary>
/// What happens to one connection. Called on the reactor's thread, which serves every connection, or on one of the thread pool's, and on
/// both at once at times: tell an actor, do nothing else, throw nothing.
/// </summary>
public interface IPtyEvents
{
    /// <summary>What was armed can be done now. Nothing more is told until the owner arms again.</summary>
    void Ready(PtyInterest what);

    /// <summary>
    /// The program is gone, but its end cannot be told yet: what it wrote is not all read, or others keep the terminal open. Told at most once, before
    /// <see cref="Exited"/>. Who does not read may want to make an end of that.
    /// </summary>
    void Exiting()
    {
    }

    /// <summary>
    /// The program has ended; told exactly once for each connection, disposed of or not. All the program wrote was read before, or the
    /// connection was disposed of, or a limit of <see cref="PtyHostOptions"/> was reached because others keep the terminal open or the
    /// owner does not read.
    /// </summary>
    void Exited(PtyExit exit);
}
