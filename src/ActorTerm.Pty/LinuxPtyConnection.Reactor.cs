using ActorTerm.Pty.Native;
using ActorTerm.Pty.Reactor;

namespace ActorTerm.Pty;

// What the reactor's thread does: it says what is ready, reaps, and decides when the exit is told.
internal sealed unsafe partial class LinuxPtyConnection
{
    void IReactorClient.Signalled(int channel, uint events)
    {
        if (channel == ChildChannel) Reap();
        else if (_armed != PtyInterest.None && !_disposed) MakeReady(events);   // a hang-up is reported unasked
    }

    void IReactorClient.Woken() => Settle();

    void IReactorClient.Due()
    {
        Settle();
        if (!_told) _reactor.CallAfterDrain(this);
    }

    private void MakeReady(uint events)
    {
        var what = (events & Epoll.Out) != 0 ? PtyInterest.Write : PtyInterest.None;
        if ((events & Epoll.In) != 0) what |= PtyInterest.Read;

        // A hang-up is reported whatever was asked: as output, whose end it may be, and to a waiting writer, who learns it from the write.
        if ((events & (Epoll.Hangup | Epoll.Error)) != 0) what |= PtyInterest.Read | _armed;

        if (Interlocked.Exchange(ref _inTurn, 1) == 0) _turns.Enter();
        if (_outputEnded) EndTurn();                     // ended meanwhile on the owner's thread, which found no turn to end
        _events.Ready(what);
    }

    private void Reap()
    {
        if (!Child.TryReap(out _exit)) return;

        _reactor.Unwatch(Child.Descriptor);
        Child.CloseDescriptor();
        _drain = new ExitDrain(_options, EpollReactor.Now);
        int peer;
        lock (_gate)
        {
            _reaped = true;
            peer = TakePeer();
        }

        if (peer != None) _helper.Post(() => _ = Libc.Close(peer));
        Settle();
        if (_told) return;

        _events.Exiting();
        _reactor.CallAfterDrain(this);
    }

    /// <summary>Tells the exit if it may be told, once, and leaves the reactor if that and the disposal have both happened.</summary>
    private void Settle()
    {
        if (!_reaped) return;

        if (!_told && _drain.IsOver(EpollReactor.Now, _outputEnded, Volatile.Read(ref _readSinceExit), IsUnread()))
        {
            _told = true;
            _events.Exited(_exit);
        }

        if (_told && _disposed) Leave();
    }

    private bool IsUnread()
    {
        if (_disposed) return false;

        var master = new PollDescriptor { Descriptor = _master, Events = (short)Epoll.In };
        return Libc.Poll(&master, 1, 0) > 0 && (master.Returned & (short)Epoll.In) != 0;
    }
}
