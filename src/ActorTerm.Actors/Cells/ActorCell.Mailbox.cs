namespace ActorTerm.Actors;

// The mailbox, and when the actor runs. While Scheduled is set exactly one thread works for this actor, and only that thread changes the
// other bits; a producer only ever adds Scheduled.
internal sealed partial class ActorCell
{
    private const int Scheduled = 1;                        // queued to the pool, or running
    private const int Suspended = 2;                        // user mail waits
    private const int Closed = 4;                           // ended: all mail is dead
    private const int Childless = 8;                        // ending: its children are gone, and no more are made

    private const int BusyTurn = 16;                        // messages in a row from which on more are likely

    private bool IsHeld => (_state & (Suspended | Closed)) != 0;

    /// <summary>Puts a new actor to work: its first run makes it.</summary>
    public void Begin() => Queue();

    public void Tell(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        if ((Volatile.Read(ref _state) & Closed) != 0)
        {
            _system.PublishDeadLetter(message, sender, this);
            return;
        }

        UserMail.Enqueue(ref _tail, ref _taken, new MailboxNode(message, sender));   // a full fence
        if ((Volatile.Read(ref _state) & (Scheduled | Suspended)) == 0) WakeUp();
    }

    public void SendSystem(SystemMessage message)
    {
        SystemMail.Push(ref _systemMail, message);
        if ((Volatile.Read(ref _state) & Scheduled) == 0) WakeUp();
    }

    void IThreadPoolWorkItem.Execute()
    {
        var frame = RunFrame.OfThread;
        frame.Begin(_system.Settings.Throughput);
        TakeTurn(frame);
        frame.RunFollowers();
    }

    /// <summary>A turn of the actor on a thread where another one's is over, if nobody runs it elsewhere.</summary>
    public void Follow(RunFrame frame)
    {
        if (!TryClaim()) return;
        if (frame.TrySpend()) TakeTurn(frame);
        else Queue();
    }

    private void TakeTurn(RunFrame frame)
    {
        var (outer, outerTaken) = (frame.Cell, frame.Taken);
        (frame.Cell, frame.Taken) = (this, _taken);
        bool more;
        try
        {
            more = Run(frame);
        }
        finally
        {
            if (frame.Taken is { } taken) _taken = taken;
            frame.Leave(outer, outerTaken);
        }

        if (more && frame.IsSpent) Queue();
        else Rest();
    }

    /// <summary>One turn. True when there is mail that it left for the next.</summary>
    private bool Run(RunFrame frame)
    {
        if (_actor is null && !_started) Create();

        frame.IsHeld = IsHeld;
        var handled = 0;
        do
        {
            if (Volatile.Read(ref _systemMail) is not null) HandleSystemMail(frame);
            if (frame.IsHeld) break;
            if ((TryTake(frame) ?? TakeLater(frame, handled)) is not { } node) return false;
            Invoke(frame, node);
            handled++;
        }
        while (frame.TrySpendInTurn());

        if (Volatile.Read(ref _systemMail) is not null) return true;
        if ((_state & Closed) != 0) DropUserMail();
        return !frame.IsHeld;
    }

    /// <summary>Ends the turn, and begins another when mail has come between the last look and now.</summary>
    private void Rest()
    {
        var state = _state & ~Scheduled;
        var putBack = _extras?.PutBack is not null;
        _taken?.Forget();
        Interlocked.Exchange(ref _state, state);            // a full fence: from here on another thread may run this actor
        if (Volatile.Read(ref _systemMail) is not null || ((state & Suspended) == 0 && (putBack || UserMail.IsWaiting(in _tail, _taken)))) WakeUp();
    }

    /// <summary>There is mail. The actor runs on this thread, when the turn of the one that runs now is over, or on another.</summary>
    private void WakeUp()
    {
        if (!RunFrame.TryFollow(this)) Schedule();
    }

    /// <summary>The actor runs on some thread of the pool, unless it runs or is queued already.</summary>
    public void Schedule()
    {
        if (TryClaim()) Queue();
    }

    /// <summary>True for the one caller that is to run the actor now, or to queue it.</summary>
    private bool TryClaim()
    {
        var state = Volatile.Read(ref _state);
        while ((state & Scheduled) == 0)
        {
            var before = Interlocked.CompareExchange(ref _state, state | Scheduled, state);
            if (before == state) return true;
            state = before;
        }

        return false;
    }

    // The global queue: a thread's own queue lets a busy pair of actors starve the rest for seconds.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private MailboxNode? TryTake(RunFrame frame)
    {
        if (_extras?.PutBack is not { } node) return UserMail.TryDequeue(in _tail, in _taken, ref frame.Taken);

        _extras.PutBack = node.Next;
        return node;
    }

    /// <summary>A second look, for an actor that was busy until now: whoever tells it from another core is likely to go on.</summary>
    private MailboxNode? TakeLater(RunFrame frame, int handled) => handled >= BusyTurn && frame.TryLinger() ? TryTake(frame) : null;

    private void SuspendUserMail()
    {
        if (_suspensions++ > 0) return;
        _state |= Suspended;
        RunFrame.OfThread.IsHeld = true;
    }

    private void ResumeUserMail()
    {
        if (_suspensions == 0 || --_suspensions > 0) return;
        _state &= ~Suspended;
        RunFrame.OfThread.IsHeld = IsHeld;
    }

    /// <summary>From now on what is told is dead at once; what was told already is dropped at the end of the turn.</summary>
    private void CloseMailbox()
    {
        _state = (_state | Closed) & ~Suspended;
        RunFrame.OfThread.IsHeld = true;
        DropUserMail();
    }

    private void DropUserMail()
    {
        var frame = RunFrame.OfThread;
        while (TryTake(frame) is { } node) _system.PublishDeadLetter(node.Message!, node.Sender, this);
    }
}
