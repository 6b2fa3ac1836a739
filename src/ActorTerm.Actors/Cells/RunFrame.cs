namespace ActorTerm.Actors;

/// <summary>
/// What a thread is doing for actors: which one runs on it, which message it handles, and who runs after it. Kept per thread, not per
/// actor: an idle actor pays nothing for it.
/// </summary>
internal sealed class RunFrame
{
    private const int LingerSpins = 300;                    // about 35 ns each (Thread.SpinWait)

    [ThreadStatic]
    private static RunFrame? t_frame;

    public ActorCell? Cell;
    public MailboxNode? Taken;                              // the actor's end of its user mail: kept here, where no teller's cache line is near
    public MailboxNode? InHand;                             // null: none
    public bool IsHeld;                                     // the actor's user mail waits, or is dead: kept here, where no teller writes
    private int _budget;                                    // messages that may be handled while others wait for a thread
    private int _left;                                      // of them
    private ActorCell? _follower;                           // written by this thread; FollowerWatch may set it to null
    private IAnswer? _answers;                              // the latest first; pushed and popped by this thread, FollowerWatch may take all
    private int _steps;                                     // answers and followers taken; written by this thread
    private int _stepsSeen;                                 // at the last look of FollowerWatch, whose alone it is
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

    /// <summary>
    /// An Ask has its answer. When an actor of this thread gave it, whoever awaits it goes on here, when that one's turn is over: cheaper than
    /// to wake another thread, and never inside a handler.
    /// </summary>
    /// <returns>False: it is for the pool, since no actor runs here.</returns>
    public static bool TryFollow(IAnswer answer)
    {
        if (t_frame is not { _works: true } frame) return false;

        while (true)
        {
            var latest = Volatile.Read(ref frame._answers);
            answer.Next = latest;
            if (ReferenceEquals(Interlocked.CompareExchange(ref frame._answers, answer, latest), latest)) break;
        }

        FollowerWatch.Start();
        return true;
    }

    /// <summary>The thread works for the pool, for so many messages.</summary>
    public void Begin(int budget)
    {
        _left = _budget = budget;
        _works = true;
    }

    public void End() => _works = false;

    /// <summary>Messages, answers and followers that may still be handled, this one included.</summary>
    public int Left => _left;

    public bool IsSpent => _left <= 0;

    /// <summary>One answer or follower more. The budget is for those who wait for a thread: while nobody does, it begins anew.</summary>
    /// <returns>False: it is spent.</returns>
    public bool TrySpend() => --_left > 0 || TryRenew();

    /// <summary>One message more in the same turn.</summary>
    /// <returns>False: the budget is spent, or others of this thread wait for the end of the turn.</returns>
    public bool TrySpendInTurn() => --_left > 0 || (TryRenew() && _follower is null && _answers is null);

    /// <summary>
    /// Waits some 10 microseconds, so that mail gathers. A consumer close behind its producer takes each cache line from it while it writes
    /// the next message there, and that costs both more than the messages themselves; a little later it finds many at once.
    /// </summary>
    /// <returns>False, at once: others wait for the thread.</returns>
    public bool TryLinger()
    {
        if (_follower is not null || _answers is not null || IsWantedElsewhere) return false;

        Thread.SpinWait(LingerSpins);
        return true;
    }

    /// <summary>The latest answer that was given on this thread, if any.</summary>
    public IAnswer? TakeAnswer()
    {
        while (_answers is { } latest)
        {
            var rest = latest.Next;
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _answers, rest, latest), latest)) continue;
            latest.Next = null;
            _steps++;
            return latest;
        }

        return null;
    }

    public ActorCell? TakeFollower()
    {
        var follower = _follower;
        if (follower is null) return null;

        _follower = null;
        _steps++;
        return follower;
    }

    /// <summary>For <see cref="FollowerWatch"/>. What has waited since its last look is given to the pool.</summary>
    /// <returns>True: somebody waits, and is to be looked after again.</returns>
    public bool Look()
    {
        if (Volatile.Read(ref _follower) is null && Volatile.Read(ref _answers) is null) return false;

        var steps = Volatile.Read(ref _steps);
        if (steps == _stepsSeen) Relieve();
        _stepsSeen = steps;
        return true;
    }

    private void Relieve()
    {
        if (Volatile.Read(ref _follower) is { } follower && ReferenceEquals(Interlocked.CompareExchange(ref _follower, null, follower), follower))
            follower.Schedule();
        if (Volatile.Read(ref _answers) is null) return;
        for (var answer = Interlocked.Exchange(ref _answers, null); answer is not null;)
        {
            var next = answer.Next;
            answer.Next = null;
            ThreadPool.UnsafeQueueUserWorkItem(answer, preferLocal: false);
            answer = next;
        }
    }

    /// <summary>Nothing of the last message is kept alive by an idle thread.</summary>
    public void Leave(ActorCell? outer, MailboxNode? outerTaken)
    {
        Cell = outer;
        Taken = outerTaken;
        InHand = null;
    }

    private static bool IsWantedElsewhere => ThreadPool.PendingWorkItemCount > 0;

    private bool TryRenew()
    {
        if (IsWantedElsewhere) return false;

        _left = _budget;
        return true;
    }
}
