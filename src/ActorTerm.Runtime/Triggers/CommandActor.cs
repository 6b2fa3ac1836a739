using System.Text;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>One command of a trigger: it has no input, the beginning of what it prints is kept, and its parent hears how it ended.</summary>
internal sealed class CommandActor : ReceiveActor
{
    private const int ReadBytes = 4 * 1024;

    private readonly RunCommand _command;
    private readonly IPtyHost _host;
    private readonly int _keep;
    private readonly MemoryStream _output = new();
    private readonly byte[] _read = new byte[ReadBytes];
    private IPipedProcess? _process;
    private PtyExit? _exit;      // of a process that ended before it was handed over
    private PipeInterest _open = PipeInterest.Output | PipeInterest.Errors;

    /// <param name="keep">Bytes of its output.</param>
    public CommandActor(RunCommand command, IPtyHost host, int keep)
    {
        _command = command;
        _host = host;
        _keep = keep;
        Receive<Spawned>(m => Begin(m.Process));
        Receive<Refused>(m => End(null, m.Text));
        Receive<Readable>(m => Read(m.Pipe));
        Receive<Exited>(m => Finish(m.Exit));
    }

    protected override void PreStart()
    {
        var events = new Events(Self);
        Spawn().PipeTo(Self, success: process => new Spawned(process), failure: error => new Refused(error.Message));

        async Task<IPipedProcess> Spawn() => await _host.SpawnPipedAsync(await Task.Run(Options).ConfigureAwait(false), events).ConfigureAwait(false);
    }

    protected override void PostStop() => _ = _process?.DisposeAsync().AsTask();

    // Looks at directories, so not on an actor's thread.
    private PipeOptions Options()
    {
        var directory = _command.Directories.FirstOrDefault(Directory.Exists) ?? "/";
        var environment = new Dictionary<string, string>(_command.Environment) { ["PWD"] = directory };
        for (var i = 0; i < Math.Min(10, _command.Captures.Count); i++) environment[$"TRIGGER_MATCH_{i}"] = _command.Captures[i];
        return new PipeOptions
        {
            FileName = "/bin/sh",
            Arguments = ["-c", _command.Line, "sh", .. _command.Captures.Skip(1).Take(9)],
            Environment = environment,
            WorkingDirectory = directory,
        };
    }

    private void Begin(IPipedProcess process)
    {
        _process = process;
        process.Close(PipeInterest.Input);
        if (_exit is { } exit) Finish(exit);
        else process.Arm(_open);
    }

    private void Read(PipeInterest pipe)
    {
        while (_process is { } process && _open.HasFlag(pipe))
        {
            var read = pipe == PipeInterest.Output ? process.ReadOutput(_read) : process.ReadErrors(_read);
            if (read.Kind == PtyReadKind.WouldBlock)
            {
                process.Arm(pipe);
                return;
            }

            if (read.Kind == PtyReadKind.End) _open &= ~pipe;
            else _output.Write(_read, 0, (int)Math.Min(read.Count, _keep - _output.Length));
        }
    }

    /// <summary>What is in its pipes was printed before its end; what its own children print later is not waited for.</summary>
    private void Finish(PtyExit exit)
    {
        if (_process is not { } process)
        {
            _exit = exit;
            return;
        }

        foreach (var pipe in (PipeInterest[])[PipeInterest.Output, PipeInterest.Errors])
        {
            while (_open.HasFlag(pipe))
            {
                var read = pipe == PipeInterest.Output ? process.ReadOutput(_read) : process.ReadErrors(_read);
                if (read.Kind != PtyReadKind.Data) break;
                _output.Write(_read, 0, (int)Math.Min(read.Count, _keep - _output.Length));
                if (_output.Length >= _keep) break;
            }
        }

        End(exit, null);
    }

    private void End(PtyExit? exit, string? error)
    {
        Context.Parent.Tell(new Ended(_command, exit, error, Encoding.UTF8.GetString(_output.ToArray())), Self);
        Context.Stop(Self);
    }

    /// <param name="Exit">Null when it could not be started, and then <paramref name="Error"/> says why.</param>
    public sealed record Ended(RunCommand Command, PtyExit? Exit, string? Error, string Output);

    private sealed class Events(IActorRef command) : IPipeEvents
    {
        public void Ready(PipeInterest what) => command.Tell(new Readable(what), ActorRefs.NoSender);

        public void Exited(PtyExit exit) => command.Tell(new Exited(exit), ActorRefs.NoSender);
    }

    private sealed record Spawned(IPipedProcess Process);

    private sealed record Refused(string Text);

    private sealed record Readable(PipeInterest Pipe);

    private sealed record Exited(PtyExit Exit);
}
