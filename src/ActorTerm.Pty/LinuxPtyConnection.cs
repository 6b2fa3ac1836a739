using System.Runtime.InteropServices;
using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Reactor;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty;

/// <summary>
/// A pseudo-terminal's master and the child that leads its session. The owner's thread reads and writes; the reactor's thread hears the kernel, reaps, and
/// alone decides that the exit is told; the helper's thread closes, which can block.
/// </summary>
internal sealed unsafe class LinuxPtyConnection : IPtyConnection, IReactorClient
{
    private const int MasterChannel = 0;
    private const int ChildChannel = 1;
    private const int None = -1;

    private readonly int _master;
    private readonly IPtyEvents _events;
    private readonly PtyHostOptions _options;
    private readonly EpollReactor _reactor;
    private readonly HelperThread _helper;
    private readonly TurnShare _turns;
    private readonly Action<LinuxPtyConnection> _forget;
    private readonly Lock _gate = new();                 // around _peer, disposal, and arming
    private readonly ulong _key;

    private int _peer = None;                            // the terminal's other end, held open while the program lives but has closed it
    private int _inTurn;
    private volatile PtyInterest _armed;
    private volatile bool _outputEnded;
    private volatile bool _reaped;
    private volatile bool _disposed;
    private long _readSinceExit;                         // written by the owner
    private Task? _closed;

    private PtyExit _exit;                               // reactor only, as are these
    private ExitDrain _drain;
    private bool _told;

    public LinuxPtyConnection(
        PseudoTerminal terminal,
        ChildProcess child,
        IPtyEvents events,
        PtyHostOptions options,
        EpollReactor reactor,
        HelperThread helper,
        TurnShare turns,
        Action<LinuxPtyConnection> forget)
    {
        _master = terminal.Master;
        TtyName = terminal.Path;
        Child = child;
        _events = events;
        _options = options;
        _reactor = reactor;
        _helper = helper;
        _turns = turns;
        _forget = forget;
        _key = reactor.Attach(this);
    }

    public ChildProcess Child { get; }

    public int Pid => Child.Pid;

    public string TtyName { get; }

    public int TurnBudget => _turns.Budget;

    /// <summary>Begins to watch the child, and the terminal for nothing yet.</summary>
    /// <exception cref="PtySpawnException">They cannot be watched; the child was killed and reaped.</exception>
    public void Begin()
    {
        int error = _reactor.Watch(_master, _key, MasterChannel, Epoll.OneShot);
        if (error == 0) error = _reactor.Watch(Child.Descriptor, _key, ChildChannel, Epoll.In);
        if (error == 0) return;

        Child.Abandon();
        _reactor.Detach(_key);
        _forget(this);
        throw SpawnRefusal.OutOf("place in the event set", error);
    }

    public PtyReadResult Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) throw new ArgumentException("a read needs room for a byte", nameof(buffer));

        while (!_outputEnded)
        {
            nint count;
            fixed (byte* start = buffer) count = Libc.Read(_master, start, (nuint)buffer.Length);
            if (count > 0)
            {
                if (_reaped) CountDrained(count);
                return PtyReadResult.Data((int)count);
            }

            int error = count == 0 ? Errno.InputOutput : Marshal.GetLastPInvokeError();
            if (error == Errno.Again || error == Errno.InputOutput && KeepOpen()) return PtyReadResult.WouldBlock;

            if (error != Errno.Interrupted) EndOutput();
        }

        return PtyReadResult.End;
    }

    public int TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new ArgumentException("a write needs a byte", nameof(bytes));

        while (!_outputEnded)                            // a master takes bytes even when nobody can ever read them
        {
            nint count;
            fixed (byte* start = bytes) count = Libc.Write(_master, start, (nuint)bytes.Length);
            if (count >= 0) return (int)count;

            int error = Marshal.GetLastPInvokeError();
            if (error == Errno.Again) return 0;

            if (error != Errno.Interrupted) return IPtyConnection.HungUp;
        }

        return IPtyConnection.HungUp;
    }

    public void Arm(PtyInterest interest)
    {
        EndTurn();                                       // before the kernel may signal the next one
        if (interest == PtyInterest.None) return;

        uint events = Epoll.OneShot
            | ((interest & PtyInterest.Read) != 0 ? Epoll.In : 0)
            | ((interest & PtyInterest.Write) != 0 ? Epoll.Out : 0);
        lock (_gate)
        {
            if (_outputEnded) return;

            _armed = interest;
            _reactor.Rewatch(_master, _key, MasterChannel, events);
        }
    }

    public void Resize(int columns, int rows)
    {
        LinuxPtyHost.RequireSize(columns, nameof(columns));
        LinuxPtyHost.RequireSize(rows, nameof(rows));
        if (_disposed) return;

        var size = new WindowSize { Columns = (ushort)columns, Rows = (ushort)rows };
        _ = Libc.IoControl(_master, TerminalRequest.SetWindowSize, &size);
    }

    public bool Signal(int signal, bool foregroundGroup)
    {
        if (!foregroundGroup) return Child.SignalGroup(signal);

        // 0 and 1 would mean this process's own group, and every process there is (kill(2)).
        int group = ForegroundProcessGroup();
        return group > 1 && Libc.Kill(-group, signal) == 0;
    }

    public ValueTask<int> SignalSessionAsync(int signal) => new(_helper.Run(() => SessionProcesses.Signal([Child], signal)));

    public int ForegroundProcessGroup() => _disposed ? 0 : Math.Max(0, Libc.GetForegroundGroup(_master));

    public PtyLineModes LineModes()
    {
        Termios settings;
        if (_disposed || Libc.GetAttributes(_master, &settings) != 0) return PtyLineModes.None;

        return ((settings.LocalModes & TerminalSettings.Canonical) != 0 ? PtyLineModes.Canonical : 0)
            | ((settings.LocalModes & TerminalSettings.Echo) != 0 ? PtyLineModes.Echo : 0)
            | ((settings.LocalModes & TerminalSettings.Signals) != 0 ? PtyLineModes.Signals : 0);
    }

    public ValueTask<ForegroundJob?> ForegroundJobAsync()
    {
        int group = ForegroundProcessGroup();
        return group > 1 ? new(_helper.Run(() => ForegroundJobReader.Read(group, Pid))) : new((ForegroundJob?)null);
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate) return new ValueTask(_closed ??= Close());
    }

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
        if (!_told) _reactor.CallAfterDrain(this);
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

        if (_told && _disposed)
        {
            _reactor.Detach(_key);
            _forget(this);
        }
    }

    private bool IsUnread()
    {
        if (_disposed) return false;

        var master = new PollDescriptor { Descriptor = _master, Events = (short)Epoll.In };
        return Libc.Poll(&master, 1, 0) > 0 && (master.Returned & (short)Epoll.In) != 0;
    }

    /// <summary>
    /// A master reports EIO when nobody has the other end open. While the program lives it can open that end again (<c>/dev/tty</c>), so this is no end yet:
    /// the other end is held open here until the program is reaped.
    /// </summary>
    /// <returns>False when the program is gone, or the terminal cannot be held: then this is the end of output.</returns>
    private bool KeepOpen()
    {
        lock (_gate)
        {
            if (_reaped) return false;

            // Held already, and yet hung up: by vhangup(2), which leaves dead descriptors behind.
            int hungUp = TakePeer();
            if (hungUp != None) _ = Libc.Close(hungUp);
            void* flags = (void*)(OpenFlags.ReadWrite | OpenFlags.NoControllingTerminal | OpenFlags.CloseOnExec);
            _peer = Libc.IoControl(_master, TerminalRequest.OpenPeer, flags);
            return _peer != None;
        }
    }

    private int TakePeer()
    {
        int peer = _peer;
        _peer = None;
        return peer;
    }

    private void CountDrained(nint count)
    {
        long before = _readSinceExit;
        Volatile.Write(ref _readSinceExit, before + count);
        if (before < _options.DrainBytes && before + count >= _options.DrainBytes) _reactor.Wake(this);
    }

    private void EndOutput()
    {
        _outputEnded = true;
        EndTurn();
        _reactor.Wake(this);
    }

    private void EndTurn()
    {
        if (Interlocked.Exchange(ref _inTurn, 0) == 1) _turns.Leave();
    }

    private Task Close()
    {
        _disposed = true;
        _outputEnded = true;
        EndTurn();
        _reactor.Unwatch(_master);
        int peer = TakePeer();
        var closed = _helper.Run(() =>
        {
            if (peer != None) _ = Libc.Close(peer);
            return Libc.Close(_master);
        });
        _reactor.Wake(this);
        return closed;
    }
}
