using System.Buffers;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>
/// One coprocess: a process between two bounded relays. What the session gives it goes to its standard input; what it prints goes to the
/// session a piece at a time, each only after the session took the one before. Child of its session, for as long as anything of its process is left.
/// </summary>
internal sealed partial class CoprocessActor : ReceiveActor, IWithTimers
{
    /// <summary>Reads that are dropped before other messages have their turn: one that prints faster than it is read would have all of them.</summary>
    private const int DroppedAtOnce = 64;

    private readonly CoprocessBirth _birth;
    private readonly IPtyHost _host;
    private readonly CoprocessSettings _settings;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly RelayBuffer _relay = new();
    private readonly StallGuard _guard;
    private readonly StderrText _stderr;
    private readonly byte[] _read;
    private readonly ProcessOwner _owner = new();
    private IPipedProcess? _process;
    private CoprocessInfo? _info;
    private bool _mayType = true;                 // the session took what it printed last
    private bool _inputEnds;                      // once the relay is empty
    private bool _inputGone;                      // nobody will ever read it
    private bool _programGone;                    // but not all it printed is read
    private bool _outputDropped;                  // the session's program is gone: nobody to type to
    private DateTimeOffset? _stallDue;            // what the guard's timer is set to
    private EndReason? _reason;                   // set: nothing passes between process and session any more
    private PtyExit? _exit;
    private bool _told;

    public CoprocessActor(CoprocessBirth birth, IPtyHost host, CoprocessSettings settings)
    {
        _birth = birth;
        _host = host;
        _settings = settings;
        _guard = new StallGuard(settings.CycleTime, settings.FullTime);
        _stderr = new StderrText(settings.StderrCharacters);
        _read = new byte[settings.ReadBytes];

        Receive<Relay>(TakeRelay);
        Receive<TypeOn>(_ => TypeMore());
        Receive<PipeReady>(m => Serve(m.What));
        Receive<Spawned>(m => Begin(m.Process));
        Receive<SpawnRefused>(m => NotBegin(m.Text));
        Receive<ProcessExited>(m => SeeExit(m.Exit));
        Receive<ProgramGone>(_ => HurryUp());
        Receive<EndInput>(_ => BeginEndOfInput());
        Receive<EndNow>(m => End(m.Reason));
        Receive<Due>(m => m.Act());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private static IActorRef Session => Context.Parent;

    protected override void PreStart()
    {
        var events = new PipeMessages(Self);
        Spawn().PipeTo(Self, success: process => new Spawned(process), failure: error => new SpawnRefused(error.Message));

        async Task<IPipedProcess> Spawn()
        {
            var process = await _host.SpawnPipedAsync(await CoprocessLaunch.Of(_birth).ConfigureAwait(false), events).ConfigureAwait(false);
            _owner.Take(process);
            return process;
        }
    }

    protected override void PostStop() => _owner.LetGo();

    /// <summary>A process is not run a second time because this actor failed: the old one was ended with it, and the session goes on without.</summary>
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    private void Begin(IPipedProcess process)
    {
        _process = process;
        var request = _birth.Request;
        _info = new CoprocessInfo(request.Command.Text, process.Pid, request.Options, request.Source, Context.System.Scheduler.Now);
        process.Arm(PipeInterest.Errors);
        if (_reason is { } reason)
        {
            Terminate(reason);       // it was ended before it ran
            return;
        }

        process.Arm(PipeInterest.Output);
        var bound = request.Options.OnStdinFull == StdinFull.Unbounded ? long.MaxValue : _settings.RelayBytes;
        Session.Tell(new Began(_info, bound, _settings.TypingBytes), Self);
        WaitForRelease();            // it may have ended before it was handed over
    }

    private void NotBegin(string text)
    {
        Session.Tell(new NotBegun(text), Self);
        Context.Stop(Self);
    }

    private void Serve(PipeInterest pipe)
    {
        switch (pipe)
        {
            case PipeInterest.Input: WriteInput(); break;
            case PipeInterest.Output: ReadOutput(); break;
            case PipeInterest.Errors: ReadErrors(); break;
        }
    }

    private void TakeRelay(Relay m)
    {
        var written = _reason is not null || _inputGone ? m.Length : 0;
        if (written == 0 && _relay.IsEmpty) written = _process!.TryWrite(m.Bytes.Span);
        if (written == IPipedProcess.HungUp)
        {
            _inputGone = true;
            written = m.Length;
        }

        var waited = !_relay.IsEmpty;
        _relay.Add(m.Bytes.Span[written..]);
        ArrayPool<byte>.Shared.Return(m.Rented);
        if (written > 0) Session.Tell(new Relayed(written), Self);
        if (!waited && !_relay.IsEmpty) _process!.Arm(PipeInterest.Input);
        Watch();
    }

    private void WriteInput()
    {
        var taken = 0L;
        while (!_relay.IsEmpty)
        {
            var written = _process!.TryWrite(_relay.Peek());
            if (written == 0) break;
            if (written == IPipedProcess.HungUp)
            {
                _inputGone = true;
                taken += _relay.Length;
                _relay.Clear();
                break;
            }

            _relay.Taken(written);
            taken += written;
        }

        if (taken > 0) Session.Tell(new Relayed(taken), Self);
        if (!_relay.IsEmpty) _process!.Arm(PipeInterest.Input);
        else if (_inputEnds) _process!.Close(PipeInterest.Input);
        Watch();
    }

    private void TypeMore()
    {
        _mayType = true;
        Watch();
        if (_reason is null) ReadOutput();
    }

    private void ReadOutput()
    {
        if (_reason is not null) return;

        Timers.Cancel(ReleaseTimer);
        var dropped = 0;
        while (_mayType || _outputDropped)
        {
            var read = _process!.ReadOutput(_read);
            if (read.Kind == PtyReadKind.End)
            {
                End(_outputDropped ? EndReason.SessionEnded : EndReason.Exited);
                return;
            }

            if (read.Kind == PtyReadKind.WouldBlock)
            {
                _process.Arm(PipeInterest.Output);
                WaitForRelease();
                break;
            }

            if (_outputDropped)
            {
                if (++dropped < DroppedAtOnce) continue;

                _process.Arm(PipeInterest.Output);
                break;
            }

            _mayType = false;
            Session.Tell(new Typed(_read.AsSpan(0, read.Count).ToArray()), Self);
        }

        Watch();
    }

    private void ReadErrors()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var read = _process!.ReadErrors(buffer);
        if (read.Kind == PtyReadKind.Data) _stderr.Add(buffer.AsSpan(0, read.Count));
        ArrayPool<byte>.Shared.Return(buffer);
        LogErrors();
        if (read.Kind != PtyReadKind.End) _process.Arm(PipeInterest.Errors);
    }

    /// <summary>A coprocess that does not read blocks the session's program: here is who sees to it that this ends.</summary>
    private void Watch()
    {
        var isFull = _reason is null && _relay.Length >= _settings.RelayBytes;
        if (isFull && _birth.Request.Options.OnStdinFull == StdinFull.Kill)
        {
            End(EndReason.StdinFull);
            return;
        }

        if (_birth.Request.Options.OnStdinFull == StdinFull.Unbounded) return;

        var now = Context.System.Scheduler.Now;
        _guard.See(isFull, isWithheld: !_mayType, now);
        if (_guard.Deadline == _stallDue) return;

        _stallDue = _guard.Deadline;
        if (_stallDue is { } deadline) Timers.StartSingleTimer(StallTimer, new Due(Stall), deadline > now ? deadline - now : TimeSpan.Zero);
        else Timers.Cancel(StallTimer);
    }

    /// <summary>
    /// The program waits for nothing any more. What it printed last is read if the coprocess reads; one that does not is given no more time than for
    /// what it has got already.
    /// </summary>
    private void HurryUp()
    {
        _programGone = true;
        _guard.Shorten(_settings.EndGrace, Context.System.Scheduler.Now);
        Watch();
    }

    private void Stall()
    {
        if (!_programGone) TellStalled(_guard.IsCycle);
        End(_programGone ? EndReason.SessionEnded : EndReason.Stalled);
    }

    private sealed record Spawned(IPipedProcess Process);

    private sealed record SpawnRefused(string Text);

    /// <summary>A timer is due.</summary>
    private sealed record Due(Action Act);
}
