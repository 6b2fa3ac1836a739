namespace ActorTerm.Actors;

// What runs on the thread when an actor's turn is over (docs/adr/0003-what-follows-a-turn.md).
internal sealed partial class RunFrame
{
    private const int LingerSpins = 300;                    // about 35 ns each (Thread.SpinWait)

    private int _budget;                                    // messages that may be handled while others wait for a thread
    private int _left;                                      // of them
    private ActorCell? _follower;                           // written by this thread; FollowerWatch may set it to null
    private IAnswer? _answers;                              // the latest first; pushed and popped by this thread, FollowerWatch may take all
    private int _steps;                                     // answers and followers taken; written by this thread
    private int _stepsSeen;                                 // at the last look of FollowerWatch, whose alone it is
    private bool _works;                                    // for the pool: not a test's thread that stands in for an actor

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

    /// <summary>As <see cref="Begin"/>, for answers that could not be given where they arose.</summary>
    public void BeginWith(int budget, IAnswer answers)
    {
        Begin(budget);
        Volatile.Write(ref _answers, answers);
        FollowerWatch.Start();
    }

    /// <summary>
    /// The rest of a work item of the pool, after a turn of an actor: the answers it gave to Asks, then a turn of the one it told while that
    /// one slept, and so on. All of them share one budget, so a thread goes back to the pool as soon as with a single actor, and whoever
    /// waits there is not kept waiting by a chain of others.
    /// </summary>
    public void RunFollowers()
    {
        while (true)
        {
            if (_answers is not null) Answer();
            else if (TakeFollower() is { } follower) follower.Follow(this);
            else break;
        }

        _works = false;
    }

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

    private ActorCell? TakeFollower()
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

    private void Answer()
    {
        if (TrySpend()) TakeAnswer()?.Execute();
        else if (Interlocked.Exchange(ref _answers, null) is { } all) ThreadPool.UnsafeQueueUserWorkItem(new AnswersInLine(all, _budget), preferLocal: false);
    }

    private IAnswer? TakeAnswer()
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

    private static bool IsWantedElsewhere => ThreadPool.PendingWorkItemCount > 0;

    private bool TryRenew()
    {
        if (IsWantedElsewhere) return false;

        _left = _budget;
        return true;
    }
}
