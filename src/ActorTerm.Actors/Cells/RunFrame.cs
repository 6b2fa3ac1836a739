namespace ActorTerm.Actors;

/// <summary>
/// What a thread is doing for actors: which one runs on it, which message it handles, and who runs after it. Kept per thread, not per
/// actor: an idle actor pays nothing for it.
/// </summary>
internal sealed class RunFrame
{
    [ThreadStatic]
    private static RunFrame? t_frame;

    public ActorCell? Cell;
    public MailboxNode? InHand;                             // null: none
    public bool IsHeld;                                     // the actor's user mail waits, or is dead: kept here, where no teller writes
    public int Left;                                        // messages that may still be handled before the thread goes back to the pool
    private ActorCell? _follower;                           // written by this thread; FollowerWatch may set it to null
    private bool _works;                                    // for the pool: not a test's thread that stands in for an actor

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

    /// <summary>
    /// An actor that slept has mail. When an actor of this thread told it, it runs here, when that one's turn is over: cheaper than to wake
    /// another thread, and what was told is still in this core's cache. Nobody but <see cref="FollowerWatch"/> knows of it before.
    /// </summary>
    /// <returns>False: it is for the pool, since no actor runs here, or another one follows already.</returns>
    public static bool TryFollow(ActorCell cell)
    {
        if (t_frame is not { _works: true } frame) return false;
        if (frame._follower is { } follower) return follower == cell;

        Volatile.Write(ref frame._follower, cell);
        FollowerWatch.Start();
        return true;
    }

    /// <summary>The thread works for the pool, for so many messages.</summary>
    public void Begin(int budget)
    {
        Left = budget;
        _works = true;
    }

    public void End() => _works = false;

    public ActorCell? TakeFollower()
    {
        var follower = _follower;
        if (follower is not null) _follower = null;
        return follower;
    }

    /// <summary>For any thread. The follower has waited too long: it is to be given to the pool.</summary>
    public ActorCell? Relieve() => Volatile.Read(ref _follower) is { } waiting ? Interlocked.CompareExchange(ref _follower, null, waiting) : null;

    /// <summary>Nothing of the last message is kept alive by an idle thread.</summary>
    public void Leave(ActorCell? outer)
    {
        Cell = outer;
        InHand = null;
    }
}
