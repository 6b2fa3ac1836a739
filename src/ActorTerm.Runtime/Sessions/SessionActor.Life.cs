using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// From the start of the program to its end, by itself, by restart or by the close ladder.
internal sealed partial class SessionActor
{
    private static readonly object LadderTimer = "ladder";

    // Leave the alternate screen, DECSTR, and what DECSTR leaves alone: mouse, paste and focus modes, the keyboard's flags. Then a new line.
    private static readonly byte[] SoftReset =
        "\e[?1049l\e[!p\e[?9l\e[?1000l\e[?1002l\e[?1003l\e[?1004l\e[?1006l\e[?2004l\e[?2026l\e[>4m\e[<9u\e[m\r\n"u8.ToArray();

    private SessionState _state = SessionState.Starting;
    private IPtyConnection? _pty;
    private int _generation;
    private IReadOnlyList<string> _command = [];
    private ProgramExit? _exit;
    private DateTimeOffset? _endedAt;
    private CloseLadder? _ladder;
    private bool _closing;
    private bool _stopping;
    private string? _launchDirectory;
    private AskingProtocol.Asker? _restarter;

    private void Launch()
    {
        _generation++;
        var generation = _generation;
        try
        {
            var launch = Sessions.Launch.Of(_id, _termId, _start, _profile, _settings);
            _command = launch.Command;
            _variables.Launched(launch);
            _launchDirectory = launch.Options.WorkingDirectory;
            var options = launch.Options with { Columns = _terminal.Screen.Columns, Rows = _terminal.Screen.Rows };
            _ptys.SpawnAsync(options, new PtyMessages(Self, generation)).AsTask()
                .PipeTo(Self, success: pty => new Spawned(generation, pty), failure: error => new SpawnFailed(generation, error.Message));
        }
        catch (FormatException error)
        {
            Self.Tell(new SpawnFailed(generation, error.Message));
        }
    }

    private void Run(Spawned m)
    {
        _pty = m.Pty;
        _outputEnded = false;
        (_exit, _endedAt) = (null, null);
        _state = SessionState.Running;
        _variables.Running(m.Pty);
        if (_early is null) _pty.Arm(PtyInterest.Read);
        if (_generation == 1)
        {
            if (BirthCoprocess.Of(_profile) is { } coprocess) StartAtBirth(coprocess);
            Context.Parent.Tell(new Started(_id, Info()), Self);
        }
        else
        {
            Context.Parent.Tell(new Restarted(_id, Info()), Self);
            Publish(EventsProtocol.Kinds.SessionRestarted, new KeyValuePair<string, Value>("generation", Value.Of((long)Restarts)));
            _viewers.Say(new RestartedNews());
        }

        _restarter?.Tell(Accepted.Instance);
        _restarter = null;
        _watcher?.ProgramStarted();
        LookAtJobSoon();
        if (_closing) Climb();
    }

    private void GiveUp(SpawnFailed m)
    {
        if (_generation == 1)
        {
            Context.Parent.Tell(new NotStarted(_id, m.Text), Self);
            Context.Stop(Self);
            return;
        }

        _state = SessionState.Ended;
        _restarter?.Tell(new Rejected(Rejection.CannotStart, m.Text));
        _restarter = null;
        TellChanged();
        if (_closing) StopWhenAlone();
    }

    /// <summary>The program ended. Everything it wrote is to be read before that is told, which may hang on the coprocess.</summary>
    private void BeginEnd(PtyExiting m)
    {
        if (m.Generation == _generation) _coprocess?.Actor.Tell(CoprocessesProtocol.ProgramGone.Instance, Self);
    }

    /// <summary>The program ended, and everything it wrote was read.</summary>
    private void Finish(PtyExited m)
    {
        if (m.Generation != _generation || _state != SessionState.Running) return;

        if (_coprocess is { IsStarting: true })
        {
            _endedMeanwhile = m;
            return;
        }

        _terminal.CompleteLine();
        _watcher?.ProgramEnded();
        Timers.Cancel(LadderTimer);
        _ladder = null;
        _state = SessionState.Ended;
        _exit = new ProgramExit(m.Exit.ExitCode, m.Exit.Signal);
        _endedAt = Context.System.Scheduler.Now;
        _input.Clear();
        (_kept, _behindPaste) = (null, null);
        AnswerWriters();
        LetGoOfPty();
        _variables.Ended();
        _waiters.Ended(_exit);
        _viewers.Say(new EndedNews(_exit));
        Publish(EventsProtocol.Kinds.SessionEnded, HowItEnded(_exit));
        if (_closing)
        {
            StopWhenAlone();      // the workspace tells of the removal, and of the end in its place
            return;
        }

        _coprocess?.Actor.Tell(CoprocessesProtocol.EndInput.Instance, Self);
        Context.Parent.Tell(new Ended(_id, Info()), Self);
        ScreenTouched();
        if (_restarter is not null) Relaunch();
    }

    private void BeginClose()
    {
        if (_closing) return;

        _closing = true;
        EndCoprocess(CoprocessesProtocol.EndReason.SessionClosed);
        if (_state == SessionState.Ended) StopWhenAlone();
        else if (_state == SessionState.Running && _ladder is null) Climb();
    }

    private void BeginRestart(Restart m)
    {
        if (_closing || _restarter is not null || _state == SessionState.Starting)
            Asker.Tell(new Rejected(Rejection.NotRestartable, "the session is starting or closing"));
        else if (_state == SessionState.Running && m.OnlyIfEnded)
            Asker.Tell(new Rejected(Rejection.NotRestartable, "the session's program is running"));
        else
        {
            EndCoprocess(CoprocessesProtocol.EndReason.Restart);
            _restarter = Asker;
            if (_state == SessionState.Running) Climb();
            else Relaunch();
        }
    }

    private void Relaunch()
    {
        _state = SessionState.Starting;
        _terminal.Inject(SoftReset);      // modes as a program expects them; the screen stays
        Launch();
    }

    /// <summary>The next step of the close ladder, and a timer for the one after it.</summary>
    private void Climb()
    {
        _ladder ??= new CloseLadder(_settings.CloseGrace);
        if (_pty is null || _ladder.Next() is not { } next) return;

        switch (next.Step)
        {
            case CloseLadder.Step.HangUp:
                _pty.Signal(PtySignal.Hangup, foregroundGroup: true);
                _pty.Signal(PtySignal.Hangup, foregroundGroup: false);
                _pty.Signal(PtySignal.Continue, foregroundGroup: true);
                _pty.Signal(PtySignal.Continue, foregroundGroup: false);
                break;
            case CloseLadder.Step.Kill:
                _ = _pty.SignalSessionAsync(PtySignal.Kill);
                break;
            case CloseLadder.Step.LetGo:
                Finish(new PtyExited(_generation, PtyExit.BySignal(PtySignal.Kill)));
                return;
        }

        Timers.StartSingleTimer(LadderTimer, NextRung.Instance, next.Wait);
    }

    /// <summary>Stops, once no process of a coprocess is left: until then there is somebody to end it and to tell of its end.</summary>
    private void StopWhenAlone()
    {
        _stopping = true;
        if (_departing is not { Count: > 0 }) Context.Stop(Self);
    }

    /// <summary>No question is left without an answer.</summary>
    private void AnswerWhoStillWaits()
    {
        const string Closed = "the session was closed";
        _restarter?.Tell(new Rejected(Rejection.NotRestartable, Closed));
        while (_writers?.TryDequeue(out var writer) is true) writer.Tell(new Rejected(Rejection.Ended, Closed));
        foreach (var (report, key) in (_keyCalls ?? []).Values) report.Answered(key, Closed, null);
        foreach (var (caller, key) in (_keyQuestions ?? []).Values) caller.Report?.Answered(key, Closed, null);
        foreach (var copies in _copying ?? []) copies.Caller.Report?.Answered(copies.Key, Closed, null);
    }

    private void LetGoOfPty()
    {
        _ = _pty?.DisposeAsync().AsTask();
        _pty = null;
    }

    private static KeyValuePair<string, Value> HowItEnded(ProgramExit exit) => exit.Signal is { } signal
        ? new("signal", Value.Of(PtySignal.NameOf(signal)))
        : new("exitCode", Value.Of((long)(exit.Code ?? 0)));

    private sealed record Spawned(int Generation, IPtyConnection Pty);

    private sealed record SpawnFailed(int Generation, string Text);

    private sealed class NextRung
    {
        public static NextRung Instance { get; } = new();
    }
}
