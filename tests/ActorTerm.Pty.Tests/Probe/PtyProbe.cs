using System.Text;

namespace ActorTerm.Pty.Tests.Probe;

/// <summary>
/// Owns a connection as a session actor does: reads when told, writes what waits, arms once per turn. A test types into it and waits for what it wants to see;
/// a wait that is not fulfilled fails with what did not happen and what was seen instead. Nothing here sleeps.
/// </summary>
public sealed class PtyProbe : IPtyEvents, IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly object _turn = new();                   // the owner's thread, so to speak
    private readonly MemoryStream _output = new();
    private readonly List<Expectation> _expectations = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Queue<byte[]> _typed = new();
    private IPtyConnection? _connection;
    private bool _holding;
    private bool _ended;
    private PtyExit? _exit;
    private int _exitsTold;

    private PtyProbe()
    {
    }

    /// <summary>Everything in the environment of a probe's program unless a test says otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["TERM"] = "xterm-256color",
        ["LC_ALL"] = "C.UTF-8",
    };

    /// <summary>The connection, for calls that are not part of a turn; calls are serialised by <see cref="Do{T}"/>.</summary>
    public int Pid => Connection.Pid;

    public string TtyName => Connection.TtyName;

    /// <summary>Everything read so far, as UTF-8.</summary>
    public string Text
    {
        get
        {
            lock (_turn) return Encoding.UTF8.GetString(_output.GetBuffer(), 0, (int)_output.Length);
        }
    }

    /// <summary>Everything read so far.</summary>
    public byte[] Bytes
    {
        get
        {
            lock (_turn) return _output.ToArray();
        }
    }

    public long ByteCount
    {
        get
        {
            lock (_turn) return _output.Length;
        }
    }

    /// <summary>How often an exit was told: 1, once it was.</summary>
    public int ExitsTold
    {
        get
        {
            lock (_turn) return _exitsTold;
        }
    }

    private IPtyConnection Connection => _connection ?? throw new InvalidOperationException("the probe has not started");

    /// <summary>Options for a program in the probe's environment.</summary>
    public static PtyOptions Program(string file, params string[] arguments) =>
        new() { FileName = file, Arguments = arguments, Environment = Environment };

    /// <summary>Options for <c>sh -c SCRIPT</c>.</summary>
    public static PtyOptions Script(string script) => Program("/bin/sh", "-c", script);

    /// <summary>Starts a program and begins to read it.</summary>
    /// <param name="host">Where.</param>
    /// <param name="options">What.</param>
    /// <param name="reading">False to leave its output unread until <see cref="Release"/>.</param>
    public static async Task<PtyProbe> StartAsync(IPtyHost host, PtyOptions options, bool reading = true)
    {
        var probe = new PtyProbe { _holding = !reading };
        var connection = await host.SpawnAsync(options, probe);
        lock (probe._turn)
        {
            probe._connection = connection;
            if (reading) connection.Arm(PtyInterest.Read);
        }

        return probe;
    }

    /// <summary>Calls the connection in a turn of its owner.</summary>
    public T Do<T>(Func<IPtyConnection, T> call)
    {
        lock (_turn) return call(Connection);
    }

    /// <summary>Calls the connection in a turn of its owner.</summary>
    public void Do(Action<IPtyConnection> call)
    {
        lock (_turn) call(Connection);
    }

    /// <summary>Types text, in order with what was typed before, as the terminal takes it.</summary>
    public void Type(string text) => Type(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Type(string)" />
    public void Type(byte[] bytes)
    {
        lock (_turn)
        {
            _typed.Enqueue(bytes);
            TakeTurn(PtyInterest.Write);
        }
    }

    /// <summary>Stops reading: nothing is armed, so the program will block.</summary>
    public void Hold()
    {
        lock (_turn) _holding = true;
    }

    /// <summary>Reads again.</summary>
    public void Release()
    {
        lock (_turn)
        {
            _holding = false;
            TakeTurn(PtyInterest.Read);
        }
    }

    /// <summary>Waits until the output holds the text.</summary>
    /// <returns>All output until then.</returns>
    public async Task<string> WaitForTextAsync(string text)
    {
        await WaitAsync($"output did not hold \"{text}\"", () => Text.Contains(text, StringComparison.Ordinal));
        return Text;
    }

    /// <summary>Waits until so many bytes were read.</summary>
    public Task WaitForBytesAsync(long count) => WaitAsync($"{count} bytes were not read", () => ByteCount >= count);

    /// <summary>Waits until the exit is told.</summary>
    public async Task<PtyExit> WaitForExitAsync()
    {
        await WaitAsync("the exit was not told", () => _exit is not null);
        return _exit!.Value;
    }

    /// <summary>Waits until the end of output was read.</summary>
    public Task WaitForEndAsync() => WaitAsync("the end of output was not read", () => _ended);

    /// <summary>Waits until something holds that changes only when the connection is told of something.</summary>
    public async Task WaitAsync(string complaint, Func<bool> holds)
    {
        var expectation = new Expectation(holds, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_turn)
        {
            _expectations.Add(expectation);
            CheckExpectations();
        }

        try
        {
            await expectation.Fulfilled.Task.WaitAsync(Deadline);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"{complaint} within {Deadline.TotalSeconds} s; end read: {_ended}, exit: {_exit?.ToString() ?? "none"}, {ByteCount} bytes read:\n{Tail(Text)}");
        }
    }

    void IPtyEvents.Ready(PtyInterest what) => ThreadPool.UnsafeQueueUserWorkItem(
        static work =>
        {
            lock (work.Probe._turn) work.Probe.TakeTurn(work.What);
        },
        (Probe: this, What: what),
        preferLocal: false);

    void IPtyEvents.Exited(PtyExit exit)
    {
        // As a mailbox would: behind what was told before it.
        ThreadPool.UnsafeQueueUserWorkItem(
            static work =>
            {
                lock (work.Probe._turn)
                {
                    work.Probe._exit = work.Exit;
                    work.Probe._exitsTold++;
                    work.Probe.CheckExpectations();
                }
            },
            (Probe: this, Exit: exit),
            preferLocal: false);
    }

    /// <summary>Kills whatever still runs in the session, and hangs up.</summary>
    public async ValueTask DisposeAsync()
    {
        await Connection.SignalSessionAsync(PtySignal.Kill);
        await Connection.DisposeAsync();
    }

    private void TakeTurn(PtyInterest what)
    {
        if (_connection is null) return;                     // told before StartAsync had it; its Arm comes later

        if ((what & PtyInterest.Read) != 0 && !_holding) ReadTurn();
        bool waits = (what & PtyInterest.Write) != 0 && WriteTurn() == 0 && _typed.Count > 0;
        if (_typed.Count > 0) waits |= WriteTurn() == 0 && _typed.Count > 0;
        Connection.Arm((_holding ? PtyInterest.None : PtyInterest.Read) | (waits ? PtyInterest.Write : PtyInterest.None));
        CheckExpectations();
    }

    private void ReadTurn()
    {
        int budget = Connection.TurnBudget;
        while (budget > 0)
        {
            var result = Connection.Read(_buffer);
            _ended |= result.Kind == PtyReadKind.End;
            if (result.Kind != PtyReadKind.Data) return;

            _output.Write(_buffer, 0, result.Count);
            budget -= result.Count;
        }
    }

    /// <returns>0 when the terminal takes nothing now.</returns>
    private int WriteTurn()
    {
        while (_typed.TryPeek(out byte[]? bytes))
        {
            int taken = Connection.TryWrite(bytes);
            if (taken == 0) return 0;

            _typed.Dequeue();
            if (taken == IPtyConnection.HungUp) continue;

            if (taken < bytes.Length) PutBack(bytes[taken..]);
        }

        return 1;
    }

    private void PutBack(byte[] rest)
    {
        byte[][] others = [.. _typed];
        _typed.Clear();
        _typed.Enqueue(rest);
        foreach (byte[] other in others) _typed.Enqueue(other);
    }

    private void CheckExpectations()
    {
        foreach (var expectation in _expectations.Where(e => e.Holds()).ToArray())
        {
            _expectations.Remove(expectation);
            expectation.Fulfilled.TrySetResult();
        }
    }

    private static string Tail(string text) => text.Length <= 4000 ? text : "..." + text[^4000..];

    private sealed record Expectation(Func<bool> Holds, TaskCompletionSource Fulfilled);
}
