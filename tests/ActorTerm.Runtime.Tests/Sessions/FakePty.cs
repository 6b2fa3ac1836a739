using System.Collections.Concurrent;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>Pseudo-terminals without programs: the test is the program.</summary>
internal sealed class FakePtyHost : IPtyHost
{
    private int _lastPid = 100;

    public BlockingCollection<FakePty> Spawned { get; } = [];

    /// <summary>Set: every start fails so.</summary>
    public PtySpawnException? Refusal { get; set; }

    /// <summary>Set: every program prints this before anybody can look.</summary>
    public string? Greeting { get; set; }

    public ValueTask<IPtyConnection> SpawnAsync(PtyOptions options, IPtyEvents events)
    {
        if (Refusal is { } refusal) return ValueTask.FromException<IPtyConnection>(refusal);

        var pty = new FakePty(++_lastPid, options, events);
        if (Greeting is { } greeting) pty.Print(greeting);
        Spawned.Add(pty);
        return ValueTask.FromResult<IPtyConnection>(pty);
    }

    /// <summary>Processes on pipes.</summary>
    public BlockingCollection<FakeProcess> Piped { get; } = [];

    /// <summary>Set: every start of one fails so.</summary>
    public PtySpawnException? PipedRefusal { get; set; }

    /// <summary>Set: a process is handed over only when this is done, or fails so.</summary>
    public TaskCompletionSource? PipedGate { get; set; }

    public async ValueTask<IPipedProcess> SpawnPipedAsync(PipeOptions options, IPipeEvents events)
    {
        if (PipedRefusal is { } refusal) throw refusal;

        var process = new FakeProcess(++_lastPid, options, events);
        Piped.Add(process);
        if (PipedGate is { } gate) await gate.Task;
        return process;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>One such terminal: what the program prints and reads is said by the test.</summary>
internal sealed class FakePty(int pid, PtyOptions options, IPtyEvents events) : IPtyConnection
{
    private readonly ConcurrentQueue<byte[]> _output = new();
    private readonly MemoryStream _input = new();
    private ReadOnlyMemory<byte> _rest;
    private int _accepts = int.MaxValue;
    private volatile bool _ended;

    public PtyOptions Options { get; } = options;

    public int Pid { get; } = pid;

    public string TtyName => $"/dev/pts/{Pid}";

    public int TurnBudget => 65_536;

    public ConcurrentQueue<(int Signal, bool Foreground)> Signals { get; } = new();

    public ConcurrentQueue<(int Columns, int Rows)> Sizes { get; } = new();

    public bool Disposed { get; private set; }

    /// <summary>Bytes the program has printed that nobody has read.</summary>
    public int LeftToRead => _output.Sum(bytes => bytes.Length) + _rest.Length;

    /// <summary>What was typed so far.</summary>
    public string Input
    {
        get
        {
            lock (_input) return System.Text.Encoding.UTF8.GetString(_input.ToArray());
        }
    }

    /// <summary>The program prints.</summary>
    public void Print(string text)
    {
        _output.Enqueue(System.Text.Encoding.UTF8.GetBytes(text));
        events.Ready(PtyInterest.Read);
    }

    /// <summary>The program is gone, but not all it printed is read.</summary>
    public void BeginExit() => events.Exiting();

    /// <summary>The program ends: the end of its output, then its exit.</summary>
    public void Exit(PtyExit exit)
    {
        _ended = true;
        events.Ready(PtyInterest.Read);
        events.Exited(exit);
    }

    /// <summary>What the session last asked to be told of.</summary>
    public PtyInterest Armed { get; private set; }

    /// <summary>The program does not read its input beyond so many bytes more.</summary>
    public void AcceptOnly(int bytes) => _accepts = bytes;

    public void ReadOn()
    {
        _accepts = int.MaxValue;
        events.Ready(PtyInterest.Write);
    }

    public PtyReadResult Read(Span<byte> buffer)
    {
        if (_rest.IsEmpty && _output.TryDequeue(out var bytes)) _rest = bytes;
        if (_rest.IsEmpty) return _ended ? PtyReadResult.End : PtyReadResult.WouldBlock;

        var length = Math.Min(_rest.Length, buffer.Length);
        _rest.Span[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return PtyReadResult.Data(length);
    }

    public int TryWrite(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, _accepts);
        _accepts -= taken;
        lock (_input) _input.Write(bytes[..taken]);
        return taken;
    }

    public void Arm(PtyInterest interest)
    {
        Armed = interest;
        if (interest.HasFlag(PtyInterest.Read) && LeftToRead > 0) events.Ready(PtyInterest.Read);
    }

    public void Resize(int columns, int rows) => Sizes.Enqueue((columns, rows));

    public bool Signal(int signal, bool foregroundGroup)
    {
        Signals.Enqueue((signal, foregroundGroup));
        return true;
    }

    public ValueTask<int> SignalSessionAsync(int signal)
    {
        Signals.Enqueue((signal, false));
        return ValueTask.FromResult(1);
    }

    public int ForegroundProcessGroup() => Pid;

    public PtyLineModes LineModes() => default;

    public ValueTask<ForegroundJob?> ForegroundJobAsync() => ValueTask.FromResult<ForegroundJob?>(null);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
