using ActorTerm.Pty.Native;
using ActorTerm.Pty.Reactor;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty;

/// <summary>
/// A pseudo-terminal's master and the child that leads its session. The owner's thread reads and writes; the reactor's thread hears the
/// kernel, reaps, and alone decides that the exit is told; the helper's thread closes, which can block.
/// </summary>
internal sealed partial class LinuxPtyConnection : IPtyConnection, IReactorClient, IThreadPoolWorkItem, ILiveChild
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
    private readonly Action<ILiveChild> _forget;
    private readonly Lock _gate = new();                 // around _peer, disposal, and arming
    private readonly ulong _key;

    private int _peer = None;                            // the terminal's other end, held open while the program lives but has closed it
    private int _inTurn;
    private int _inLine;                                 // 1: in the thread pool's line for another turn
    private bool _mayHoldMore;                           // the last read brought bytes; the owner's, who reads and arms
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
        Action<ILiveChild> forget)
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

    public int Watch()
    {
        int error = _reactor.Watch(_master, _key, MasterChannel, Epoll.OneShot);
        return error == 0 ? _reactor.Watch(Child.Descriptor, _key, ChildChannel, ChildProcess.Ended) : error;
    }

    public void Leave()
    {
        _reactor.Detach(_key);
        _forget(this);
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate) return new ValueTask(_closed ??= Close());
    }

    private void EndTurn()
    {
        if (Interlocked.Exchange(ref _inTurn, 0) == 1) _turns.Leave();
    }

    private int TakePeer()
    {
        int peer = _peer;
        _peer = None;
        return peer;
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
