using System.Runtime.InteropServices;
using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Reactor;

namespace ActorTerm.Pty.Piping;

/// <summary>
/// A child with three pipes. The owner's thread reads and writes; the reactor's thread hears the kernel and reaps. A pipe is used and closed
/// under one lock, since the number of a closed descriptor is somebody else's at once.
/// </summary>
internal sealed class LinuxPipedProcess : IPipedProcess, IReactorClient, ILiveChild
{
    private const int InputChannel = 0;
    private const int OutputChannel = 1;
    private const int ErrorsChannel = 2;
    private const int ChildChannel = 3;
    private const int Closed = -1;

    private readonly IPipeEvents _events;
    private readonly EpollReactor _reactor;
    private readonly HelperThread _helper;
    private readonly Action<ILiveChild> _forget;
    private readonly Lock _gate = new();
    private readonly int[] _pipes;                       // by channel
    private readonly ulong _key;
    private PipeInterest _armed;
    private bool _disposed;
    private bool _reaped;                                // written by the reactor
    private bool _forgotten;                             // reactor only

    /// <param name="pipes">The host's ends: of standard input, output and error.</param>
    public LinuxPipedProcess(
        ReadOnlySpan<Pipe> pipes, ChildProcess child, IPipeEvents events, EpollReactor reactor, HelperThread helper, Action<ILiveChild> forget)
    {
        _pipes = [pipes[0].HostEnd, pipes[1].HostEnd, pipes[2].HostEnd];
        Child = child;
        _events = events;
        _reactor = reactor;
        _helper = helper;
        _forget = forget;
        _key = reactor.Attach(this);
    }

    public ChildProcess Child { get; }

    public int Pid => Child.Pid;

    public int Watch()
    {
        int error = 0;
        for (int channel = InputChannel; channel <= ErrorsChannel && error == 0; channel++)
            error = _reactor.Watch(_pipes[channel], _key, channel, Epoll.OneShot);
        return error == 0 ? _reactor.Watch(Child.Descriptor, _key, ChildChannel, ChildProcess.Ended) : error;
    }

    public void Leave()
    {
        _reactor.Detach(_key);
        _forget(this);
    }

    public PtyReadResult ReadOutput(Span<byte> buffer) => Read(OutputChannel, buffer);

    public PtyReadResult ReadErrors(Span<byte> buffer) => Read(ErrorsChannel, buffer);

    public unsafe int TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new ArgumentException("a write needs a byte", nameof(bytes));

        lock (_gate)
        {
            while (_pipes[InputChannel] != Closed)
            {
                nint count;
                fixed (byte* start = bytes) count = Libc.Write(_pipes[InputChannel], start, (nuint)bytes.Length);
                if (count >= 0) return (int)count;

                int error = Marshal.GetLastPInvokeError();
                if (error == Errno.Again) return 0;

                if (error != Errno.Interrupted) return IPipedProcess.HungUp;      // EPIPE: .NET ignores the signal
            }

            return IPipedProcess.HungUp;
        }
    }

    public void Arm(PipeInterest pipes)
    {
        lock (_gate)
        {
            for (int channel = InputChannel; channel <= ErrorsChannel; channel++)
            {
                if ((pipes & Of(channel)) == 0 || _pipes[channel] == Closed) continue;

                _armed |= Of(channel);
                _reactor.Rewatch(_pipes[channel], _key, channel, Epoll.OneShot | (channel == InputChannel ? Epoll.Out : Epoll.In));
            }
        }
    }

    public void Close(PipeInterest pipes)
    {
        lock (_gate)
        {
            for (int channel = InputChannel; channel <= ErrorsChannel; channel++)
            {
                if ((pipes & Of(channel)) == 0 || _pipes[channel] == Closed) continue;

                _armed &= ~Of(channel);
                _reactor.Unwatch(_pipes[channel]);
                _ = Libc.Close(_pipes[channel]);
                _pipes[channel] = Closed;
            }
        }
    }

    public bool Signal(int signal) => Child.SignalGroup(signal);

    public ValueTask<int> SignalSessionAsync(int signal) => new(_helper.Run(() => SessionProcesses.Signal([Child], signal)));

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }

        Close(PipeInterest.Input | PipeInterest.Output | PipeInterest.Errors);
        if (Child.SignalGroup(PtySignal.Kill) || !Volatile.Read(ref _reaped)) await SignalSessionAsync(PtySignal.Kill).ConfigureAwait(false);
        _reactor.Wake(this);
    }

    void IReactorClient.Signalled(int channel, uint events)
    {
        if (channel == ChildChannel)
        {
            Reap();
            return;
        }

        lock (_gate)
        {
            if ((_armed & Of(channel)) == 0) return;     // a hang-up is reported unasked

            _armed &= ~Of(channel);
        }

        _events.Ready(Of(channel));
    }

    void IReactorClient.Woken() => Settle();

    void IReactorClient.Due()
    {
    }

    private static PipeInterest Of(int channel) => (PipeInterest)(1 << channel);

    private unsafe PtyReadResult Read(int channel, Span<byte> buffer)
    {
        if (buffer.IsEmpty) throw new ArgumentException("a read needs room for a byte", nameof(buffer));

        lock (_gate)
        {
            while (_pipes[channel] != Closed)
            {
                nint count;
                fixed (byte* start = buffer) count = Libc.Read(_pipes[channel], start, (nuint)buffer.Length);
                if (count > 0) return PtyReadResult.Data((int)count);
                if (count == 0) return PtyReadResult.End;

                int error = Marshal.GetLastPInvokeError();
                if (error == Errno.Again) return PtyReadResult.WouldBlock;

                if (error != Errno.Interrupted) return PtyReadResult.End;
            }

            return PtyReadResult.End;
        }
    }

    private void Reap()
    {
        if (!Child.TryReap(out var exit)) return;

        _reactor.Unwatch(Child.Descriptor);
        Child.CloseDescriptor();
        Volatile.Write(ref _reaped, true);
        _events.Exited(exit);
        Settle();
    }

    /// <summary>Leaves the reactor once the child is reaped and its owner is done with it.</summary>
    private void Settle()
    {
        if (_forgotten || !_reaped) return;

        lock (_gate)
        {
            if (!_disposed) return;
        }

        _forgotten = true;
        Leave();
    }
}
