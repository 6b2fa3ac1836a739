namespace ActorTerm.Actors;

/// <summary>
/// What a thread is doing for actors: which one runs on it, which message it handles, and who runs after it. Kept per thread, not per
/// actor: an idle actor pays nothing for it.
/// </summary>
internal sealed partial class RunFrame
{
    [ThreadStatic]
    private static RunFrame? t_frame;

    public ActorCell? Cell;
    public MailboxNode? Taken;                              // the actor's end of its user mail: kept here, where no teller's cache line is near
    public MailboxNode? InHand;                             // null: none
    public bool IsHeld;                                     // the actor's user mail waits, or is dead: kept here, where no teller writes

    private RunFrame() => FollowerWatch.Observe(this);

    public static RunFrame OfThread => t_frame ??= new RunFrame();

    public static ActorCell? CurrentCell => t_frame?.Cell;

    /// <summary>The thread's frame; an actor is running.</summary>
    /// <exception cref="NotSupportedException">None is.</exception>
    public static RunFrame Running => t_frame is { Cell: not null } frame
        ? frame
        : throw new NotSupportedException(
            "no actor is running here: Context, Self and Sender are valid in an actor's constructor, hooks and handlers, and in a handler "
            + "after an await only without ConfigureAwait(false); keep what is needed later in a local variable");

    /// <summary>Of what the running actor has in hand. Never null: dead letters when there is none.</summary>
    public IActorRef Sender => InHand?.Sender ?? Cell!.System.DeadLetters;

    /// <summary>Nothing of the last message is kept alive by an idle thread.</summary>
    public void Leave(ActorCell? outer, MailboxNode? outerTaken)
    {
        Cell = outer;
        Taken = outerTaken;
        InHand = null;
    }
}
