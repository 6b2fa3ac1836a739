namespace ActorTerm.Actors;

/// <summary>
/// Which actor runs on this thread, and which message it handles. Kept per thread, not per actor: an idle actor pays nothing for it.
/// </summary>
internal sealed class RunFrame
{
    [ThreadStatic]
    private static RunFrame? t_frame;

    public ActorCell? Cell;
    public object? Message;
    public IActorRef? Sender;

    public static RunFrame OfThread => t_frame ??= new RunFrame();

    public static ActorCell? CurrentCell => t_frame?.Cell;

    /// <summary>Nothing of the last message is kept alive by an idle thread.</summary>
    public void Leave(ActorCell? outer)
    {
        Cell = outer;
        Message = null;
        Sender = null;
    }
}
