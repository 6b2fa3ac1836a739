using System.Text;

namespace ActorTerm.Pty.Tests.Probe;

/// <summary>
/// Owns a connection as a session actor does: what it is told waits in a mailbox; a turn reads until the budget is spent, writes what
/// waits, and arms once.
/// A test types into it and waits for what it wants to see.
/// </summary>
public sealed class PtyProbe : IPtyEvents, IAsyncDisposable
{
    private readonly Mailbox _mailbox = new();
    private readonly Expectations _expectations;
    private readonly MemoryStream _output = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private IPtyConnection? _connection;
    private byte[] _typed = [];
    private bool _holding;

    private PtyProbe(bool reading)
    {
        _holding = !reading;
        _expectations = new Expectations(Describe);
    }

    /// <summary>The environment of a probe's program unless a test says otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        ["TERM"] = "xterm-256color",
        ["LC_ALL"] = "C.UTF-8",
    };

    public int Pid => Connection.Pid;

    public string TtyName => Connection.TtyName;

    /// <summary>Everything read so far.</summary>
    public byte[] Bytes => _mailbox.Ask(_output.ToArray);

    /// <summary>Everything read so far, as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>How many exits were told: 1, once it was.</summary>
    public int ExitsTold { get; private set; }

    /// <summary>How often it was told that an exit is held back.</summary>
    public int ExitingTold { get; private set; }

    /// <summary>The end of output was read.</summary>
    public bool Ended { get; private set; }

    private IPtyConnection Connection => _connection ?? throw new InvalidOperationException("the probe has not started");

    private PtyExit? Exit { get; set; }

    /// <summary>Options for a program in the probe's environment.</summary>
    public static PtyOptions Program(string file, params string[] arguments) =>
        new() { FileName = file, Arguments = arguments, Environment = Environment };

    /// <summary>Options for <c>sh -c SCRIPT</c>.</summary>
    public static PtyOptions Script(string script) => Program("/bin/sh", "-c", script);

    /// <summary>Starts a program and reads it.</summary>
    /// <param name="host">Where.</param>
    /// <param name="options">What.</param>
    /// <param name="reading">False to leave its output unread until <see cref="Release"/>.</param>
    public static async Task<PtyProbe> StartAsync(IPtyHost host, PtyOptions options, bool reading = true)
    {
        var probe = new PtyProbe(reading);
        var connection = await host.SpawnAsync(options, probe);
        probe._mailbox.Ask(() => probe._connection = connection);
        if (reading) probe.Do(c => c.Arm(PtyInterest.Read));
        return probe;
    }

    /// <summary>Calls the connection between two turns of its owner.</summary>
    public T Do<T>(Func<IPtyConnection, T> call) => _mailbox.Ask(() => call(Connection));

    /// <inheritdoc cref="Do{T}" />
    public void Do(Action<IPtyConnection> call) => _mailbox.Ask(() =>
    {
        call(Connection);
        return 0;
    });

    /// <summary>Types text, behind what was typed before, as fast as the terminal takes it.</summary>
    public void Type(string text) => Type(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Type(string)" />
    public void Type(byte[] bytes) => Do(_ =>
    {
        _typed = [.. _typed, .. bytes];
        TakeTurn();
    });

    /// <summary>Stops reading: nothing is armed, so the program will block.</summary>
    public void Hold() => Do(_ => _holding = true);

    /// <summary>Reads again.</summary>
    public void Release() => Do(_ =>
    {
        _holding = false;
        TakeTurn();
    });

    /// <summary>Waits until the output holds the text.</summary>
    /// <returns>All output until then.</returns>
    public async Task<string> WaitForTextAsync(string text)
    {
        await WaitAsync($"the output did not hold \"{text}\"", () => SoFar().Contains(text, StringComparison.Ordinal));
        return Text;
    }

    /// <summary>Waits until so many bytes were read.</summary>
    public Task WaitForBytesAsync(long count) => WaitAsync($"{count} bytes were not read", () => _output.Length >= count);

    /// <summary>Waits until the exit is told.</summary>
    public async Task<PtyExit> WaitForExitAsync()
    {
        await WaitAsync("the exit was not told", () => Exit is not null);
        return Exit!.Value;
    }

    /// <summary>Waits until the end of output was read.</summary>
    public Task WaitForEndAsync() => WaitAsync("the end of output was not read", () => Ended);

    /// <summary>Waits until something holds at the end of a turn or after an exit; it is looked at in the owner's turn.</summary>
    public Task WaitAsync(string complaint, Func<bool> holds) => _mailbox.Ask(() => _expectations.Add(complaint, holds));

    void IPtyEvents.Ready(PtyInterest what) => _mailbox.Post(() =>
    {
        if (_connection is not null) TakeTurn();
    });

    void IPtyEvents.Exiting() => _mailbox.Post(() =>
    {
        ExitingTold++;
        _expectations.Check();
    });

    void IPtyEvents.Exited(PtyExit exit) => _mailbox.Post(() =>
    {
        Exit = exit;
        ExitsTold++;
        _expectations.Check();
    });

    /// <summary>Kills whatever still runs in the session, and hangs up.</summary>
    public async ValueTask DisposeAsync()
    {
        await Connection.SignalSessionAsync(PtySignal.Kill);
        await Do(c => c.DisposeAsync());
    }

    private void TakeTurn()
    {
        if (!_holding) Read();
        bool waits = !Write();
        Connection.Arm((_holding ? PtyInterest.None : PtyInterest.Read) | (waits ? PtyInterest.Write : PtyInterest.None));
        _expectations.Check();
    }

    private void Read()
    {
        for (int budget = Connection.TurnBudget; budget > 0;)
        {
            var result = Connection.Read(_buffer);
            Ended |= result.Kind == PtyReadKind.End;
            if (result.Kind != PtyReadKind.Data) return;

            _output.Write(_buffer, 0, result.Count);
            budget -= result.Count;
        }
    }

    /// <returns>False while something waits to be written.</returns>
    private bool Write()
    {
        while (_typed.Length > 0)
        {
            int taken = Connection.TryWrite(_typed);
            if (taken == 0) return false;

            _typed = taken == IPtyConnection.HungUp ? [] : _typed[taken..];
        }

        return true;
    }

    private string SoFar() => Encoding.UTF8.GetString(_output.GetBuffer(), 0, (int)_output.Length);

    private string Describe()
    {
        string text = SoFar();
        return $"end read: {Ended}; exit: {Exit?.ToString() ?? "none"}; {_output.Length} bytes read, at last:\n{text[^Math.Min(text.Length, 4000)..]}";
    }
}
