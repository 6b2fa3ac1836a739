using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty;

// What the owner does in its turn: read, write, arm.
internal sealed unsafe partial class LinuxPtyConnection
{
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
                _mayHoldMore = true;
                return PtyReadResult.Data((int)count);
            }

            int error = count == 0 ? Errno.InputOutput : Marshal.GetLastPInvokeError();
            _mayHoldMore = false;
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
        if (interest == PtyInterest.Read && _mayHoldMore && !_outputEnded)
        {
            GoToTheEndOfTheLine();
            return;
        }

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

    void IThreadPoolWorkItem.Execute()
    {
        Volatile.Write(ref _inLine, 0);
        if (!_disposed) _events.Ready(PtyInterest.Read);
    }

    /// <summary>
    /// The owner's turn was over before the terminal was empty, so it is as good as ready: it waits in the pool's line behind those who are
    /// there already, and the kernel is not asked.
    /// </summary>
    private void GoToTheEndOfTheLine()
    {
        if (Interlocked.Exchange(ref _inLine, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>
    /// A master reports EIO when nobody has the other end open. While the program lives it can open that end again (<c>/dev/tty</c>), so
    /// this is no end yet: the other end is held open here until the program is reaped.
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
}
