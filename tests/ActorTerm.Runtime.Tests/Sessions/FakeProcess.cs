using System.Collections.Concurrent;
using System.Text;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>A process on pipes: what it prints and reads is said by the test.</summary>
internal sealed class FakeProcess(int pid, PipeOptions options, IPipeEvents events) : IPipedProcess
{
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _output = new();
    private readonly Queue<byte[]> _errors = new();
    private readonly MemoryStream _input = new();
    private PipeInterest _armed;
    private PipeInterest _closed;
    private long _accepts = long.MaxValue;
    private bool _outputEnded;
    private bool _floods;
    private bool _groupGone;

    public PipeOptions Options { get; } = options;

    public int Pid { get; } = pid;

    public ConcurrentQueue<int> Signals { get; } = new();

    public bool Disposed { get; private set; }

    /// <summary>What it was given so far.</summary>
    public string Input
    {
        get
        {
            lock (_gate) return Encoding.Latin1.GetString(_input.ToArray());
        }
    }

    public bool IsClosed(PipeInterest pipe)
    {
        lock (_gate) return (_closed & pipe) != 0;
    }

    /// <summary>Bytes it has printed that nobody has read.</summary>
    public int LeftToRead
    {
        get
        {
            lock (_gate) return _output.Sum(bytes => bytes.Length);
        }
    }

    /// <summary>It does not read beyond so many bytes more.</summary>
    public void AcceptOnly(long bytes)
    {
        lock (_gate) _accepts = bytes;
        Tell();
    }

    public void Print(string text)
    {
        lock (_gate) _output.Enqueue(Encoding.Latin1.GetBytes(text));
        Tell();
    }

    /// <summary>It prints for ever, and faster than anybody reads.</summary>
    public void Flood()
    {
        lock (_gate) _floods = true;
        Tell();
    }

    public void Complain(string text)
    {
        lock (_gate) _errors.Enqueue(Encoding.UTF8.GetBytes(text));
        Tell();
    }

    public void EndOutput()
    {
        lock (_gate) _outputEnded = true;
        Tell();
    }

    /// <summary>It is over; what else is in its group stays if the test says so.</summary>
    public void Exit(PtyExit exit, bool groupStays = false)
    {
        lock (_gate) _groupGone = !groupStays;
        events.Exited(exit);
    }

    /// <summary>Nothing of its group is left.</summary>
    public void EndGroup()
    {
        lock (_gate) _groupGone = true;
    }

    /// <summary>Set: who reads its output, or asks to, fails.</summary>
    public Exception? Failure { get; set; }

    public PtyReadResult ReadOutput(Span<byte> buffer)
    {
        if (Failure is { } failure) throw failure;
        lock (_gate)
        {
            if ((_closed & PipeInterest.Output) != 0) return PtyReadResult.End;

            return _floods ? PtyReadResult.Data(buffer.Length) : Read(_output, buffer, _outputEnded);
        }
    }

    public PtyReadResult ReadErrors(Span<byte> buffer)
    {
        lock (_gate) return Read(_errors, buffer, false);
    }

    public int TryWrite(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_accepts < 0 || (_closed & PipeInterest.Input) != 0) return IPipedProcess.HungUp;

            var taken = (int)Math.Min(bytes.Length, _accepts);
            _accepts -= taken;
            _input.Write(bytes[..taken]);
            return taken;
        }
    }

    public void Arm(PipeInterest pipes)
    {
        if (Failure is { } failure) throw failure;
        lock (_gate) _armed |= pipes;
        Tell();
    }

    public void Close(PipeInterest pipes)
    {
        lock (_gate) _closed |= pipes;
    }

    public bool Signal(int signal)
    {
        if (signal != 0) Signals.Enqueue(signal);
        lock (_gate) return !_groupGone;
    }

    public ValueTask<int> SignalSessionAsync(int signal)
    {
        Signals.Enqueue(signal);
        return ValueTask.FromResult(1);
    }

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }

    private static PtyReadResult Read(Queue<byte[]> from, Span<byte> buffer, bool ended)
    {
        if (!from.TryPeek(out var bytes)) return ended ? PtyReadResult.End : PtyReadResult.WouldBlock;

        var taken = Math.Min(bytes.Length, buffer.Length);
        bytes.AsSpan(0, taken).CopyTo(buffer);
        from.Dequeue();
        if (taken == bytes.Length) return PtyReadResult.Data(taken);

        var rest = from.ToArray();
        from.Clear();
        from.Enqueue(bytes[taken..]);
        foreach (var later in rest) from.Enqueue(later);
        return PtyReadResult.Data(taken);
    }

    private void Tell()
    {
        PipeInterest ready;
        lock (_gate)
        {
            ready = _armed & ~_closed & ((_output.Count > 0 || _outputEnded || _floods ? PipeInterest.Output : 0) | (_errors.Count > 0 ? PipeInterest.Errors : 0)
                | (_accepts != 0 ? PipeInterest.Input : 0));
            _armed &= ~ready;
        }

        foreach (var pipe in (PipeInterest[])[PipeInterest.Input, PipeInterest.Output, PipeInterest.Errors])
            if ((ready & pipe) != 0) events.Ready(pipe);
    }
}
