namespace ActorTerm.Pty.Piping;

/// <summary>
/// What happens to one process. Called on the reactor's thread, which serves every other one as well: tell an actor, do nothing else, throw
/// nothing.
/// </summary>
public interface IPipeEvents
{
    /// <summary>What was armed can be done now; that pipe tells nothing more until it is armed again.</summary>
    void Ready(PipeInterest what);

    /// <summary>The process has ended and was reaped; told exactly once. There may be output left to read, its own or that of others.</summary>
    void Exited(PtyExit exit);
}
