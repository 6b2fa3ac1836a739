using System.Text;
using ActorTerm.Pty.Piping;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests.Piping;

/// <summary>Owns a process on pipes as an actor does: reads what it prints, writes what a test gives it, arms what it waits for.</summary>
internal sealed class PipeProbe : IPipeEvents, IAsyncDisposable
{
    private readonly Mailbox _mailbox = new();
    private readonly Expectations _expectations;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly byte[] _buffer = new byte[64 * 1024];
    private IPipedProcess? _process;
    private ReadOnlyMemory<byte> _input;
    private bool _outputEnded;
    private bool _errorsEnded;

    private PipeProbe() => _expectations = new Expectations(() => $"output {_output.Length}, errors \"{_errors}\", exit {Exit}, left to write {_input.Length}");

    public IPipedProcess Process => _process!;

    public PtyExit? Exit { get; private set; }

    public int ExitsTold { get; private set; }

    /// <summary>It was written to, and nobody will read.</summary>
    public bool HungUp { get; private set; }

    public string Output => _mailbox.Ask(_output.ToString);

    public string Errors => _mailbox.Ask(_errors.ToString);

    public static PipeOptions Script(string script) => new() { FileName = "/bin/sh", Arguments = ["-c", script], Environment = PtyProbe.Environment };

    public static async Task<PipeProbe> StartAsync(IPtyHost host, PipeOptions options)
    {
        var probe = new PipeProbe();
        probe._process = await host.SpawnPipedAsync(options, probe);
        probe._process.Arm(PipeInterest.Output | PipeInterest.Errors);
        return probe;
    }

    public Task WriteAsync(byte[] bytes)
    {
        _mailbox.Ask(() =>
        {
            _input = bytes;
            Write();
            return 0;
        });
        return ExpectAsync("it did not take all", () => _input.IsEmpty || HungUp);
    }

    public Task EndsAsync() => ExpectAsync("it did not end", () => Exit is not null && _outputEnded && _errorsEnded);

    public Task PrintsAsync(string text) => ExpectAsync($"it did not print {text}", () => _output.ToString().Contains(text, StringComparison.Ordinal));

    public Task ExpectAsync(string complaint, Func<bool> holds) => _mailbox.Ask(() => _expectations.Add(complaint, holds));

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    void IPipeEvents.Ready(PipeInterest what) => _mailbox.Post(() =>
    {
        switch (what)
        {
            case PipeInterest.Input: Write(); break;
            case PipeInterest.Output: _outputEnded = Read(what, Process.ReadOutput(_buffer), _output); break;
            case PipeInterest.Errors: _errorsEnded = Read(what, Process.ReadErrors(_buffer), _errors); break;
        }

        _expectations.Check();
    });

    void IPipeEvents.Exited(PtyExit exit) => _mailbox.Post(() =>
    {
        Exit = exit;
        ExitsTold++;
        _expectations.Check();
    });

    private void Write()
    {
        while (!_input.IsEmpty)
        {
            var written = Process.TryWrite(_input.Span);
            if (written == 0)
            {
                Process.Arm(PipeInterest.Input);
                return;
            }

            if (written == IPipedProcess.HungUp)
            {
                HungUp = true;
                return;
            }

            _input = _input[written..];
        }
    }

    private bool Read(PipeInterest pipe, PtyReadResult read, StringBuilder to)
    {
        if (read.Kind == PtyReadKind.End) return true;

        to.Append(Encoding.Latin1.GetString(_buffer, 0, read.Count));
        Process.Arm(pipe);
        return false;
    }
}
