namespace ActorTerm.Actors;

// The mailbox, and when the actor runs. While Scheduled is set exactly one thread works for this actor, and only that thread changes the
// other bits; a producer only ever adds Scheduled.
internal sealed partial class ActorCell
{
    private const int Scheduled = 1;                        // queued to the pool, or running
    private const int Suspended = 2;                        // user mail waits
    private const int Closed = 4;                           // ended: all mail is dead
    private const int Childless = 8;                        // ending: its children are gone, and no more are made

    private UserQueue _userMail;
    private SystemQueue _systemMail;
    private int _state = Scheduled;                         // the first run is its creation: see Begin
    private int _suspensions;

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

        _userMail.Enqueue(new MailboxNode(message, sender));  // a full fence
        if ((Volatile.Read(ref _state) & (Scheduled | Suspended)) == 0) Schedule();
    }

    public void SendSystem(SystemMessage message)
    {
        _systemMail.Push(message);
        Schedule();
    }

    void IThreadPoolWorkItem.Execute()
    {
        var frame = RunFrame.OfThread;
        var outer = frame.Cell;
        frame.Cell = this;
        bool more;
        try
        {
            more = Run(frame);
        }
        finally
        {
            frame.Leave(outer);
        }

        if (more) Queue();
        else Rest();
    }

    /// <summary>One turn. True when there is mail that it left for the next.</summary>
    private bool Run(RunFrame frame)
    {
        if (_actor is null && !_started) Create();

        for (var left = _system.Settings.Throughput; left > 0; left--)
        {
            if (_systemMail.HasMail) HandleSystemMail();
            if ((_state & (Suspended | Closed)) != 0) break;
            if (!TryTake(out var message, out var sender)) return false;
            Invoke(frame, message, sender);
        }

        if (_systemMail.HasMail) return true;
        if ((_state & Closed) != 0) DropUserMail();
        return (_state & (Suspended | Closed)) == 0;
    }

    /// <summary>Ends the turn, and begins another when mail has come between the last look and now.</summary>
    private void Rest()
    {
        var state = _state & ~Scheduled;
        var putBack = _extras?.PutBack is not null;
        Interlocked.Exchange(ref _state, state);            // a full fence: from here on another thread may run this actor
        if (_systemMail.HasMail || ((state & Suspended) == 0 && (putBack || _userMail.HasMail))) Schedule();
    }

    private void Schedule()
    {
        var state = Volatile.Read(ref _state);
        while ((state & Scheduled) == 0)
        {
            var before = Interlocked.CompareExchange(ref _state, state | Scheduled, state);
            if (before == state)
            {
                Queue();
                return;
            }

            state = before;
        }
    }

    // The global queue: a thread's own queue lets a busy pair of actors starve the rest for seconds.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private bool TryTake(out object message, out IActorRef? sender)
    {
        if (_extras?.PutBack is not { } node) return _userMail.TryDequeue(out message, out sender);

        _extras.PutBack = node.Next;
        message = node.Message!;
        sender = node.Sender;
        return true;
    }

    private void SuspendUserMail()
    {
        if (_suspensions++ == 0) _state |= Suspended;
    }

    private void ResumeUserMail()
    {
        if (_suspensions > 0 && --_suspensions == 0) _state &= ~Suspended;
    }

    /// <summary>From now on what is told is dead at once; what was told already is dropped at the end of the turn.</summary>
    private void CloseMailbox()
    {
        _state = (_state | Closed) & ~Suspended;
        DropUserMail();
    }

    private void DropUserMail()
    {
        while (TryTake(out var message, out var sender)) _system.PublishDeadLetter(message, sender, this);
    }
}
