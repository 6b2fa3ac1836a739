using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Who looks at the session: subscribers to its screen and prompts, requests that wait, and the look at its foreground job.
internal sealed partial class SessionActor
{
    private static readonly object ScreenTimer = "screen";
    private static readonly object JobTimer = "job";
    private static readonly object ResizeTimer = "resize";
    private static readonly TimeSpan JobInterval = TimeSpan.FromSeconds(1);     // a look reads files under /proc: no more often, however much is printed
    private DateTimeOffset _screenTold;
    private DateTimeOffset _jobSeen;
    private DateTimeOffset _sizePassedOn;
    private long _lineChecked;

    private void Listen(IActorRef subscriber, SessionEvents events)
    {
        if (events != SessionEvents.None) Context.Watch(subscriber);
        _listeners.Set(subscriber, events);
        AskForReleases();
    }

    private void Tell(SessionEvents kind, ConnectionsProtocol.ScriptEvent e) => _listeners.Tell(kind, e);

    /// <summary>The visible screen may have changed: subscribers hear at once, then at most once per frame, and once after the last change.</summary>
    private void ScreenTouched()
    {
        _viewers.Touch();
        if (!_listeners.Any(SessionEvents.Screen) || Timers.IsTimerActive(ScreenTimer)) return;

        var wait = _screenTold + _settings.FrameInterval - Context.System.Scheduler.Now;
        if (wait <= TimeSpan.Zero) TellScreenChanged();
        else Timers.StartSingleTimer(ScreenTimer, ScreenDue.Instance, wait);
    }

    private void TellScreenChanged()
    {
        _screenTold = Context.System.Scheduler.Now;
        Tell(SessionEvents.Screen, new ScreenChanged(_id));
    }

    private void BeginWait(WaitFor m)
    {
        if (_waiters.IsFull)
            Asker.Tell(new Rejected(Rejection.TooMany, "as many requests wait in this session as actorterm.sessions.max-waiters allows"));
        else
        {
            try
            {
                var screen = _terminal.Screen;
                var key = _waiters.Add(m, m.OnlyNew ? screen.CursorLine + 1 : screen.TopAbsoluteLine, Asker);
                if (m.Within is { } within) Timers.StartSingleTimer(("wait", key), new WaitOver(key), within);
                _lineChecked = screen.TopAbsoluteLine;
                CheckWaiters();
                if (_state == SessionState.Ended) _waiters.Ended(_exit!);
            }
            catch (ArgumentException error)
            {
                Asker.Tell(new Rejected(Rejection.BadValue, error.Message));
            }
        }
    }

    /// <summary>Shows every line printed since the last look to those who wait for text, and starts quiet anew for those who wait for that.</summary>
    private void CheckWaiters()
    {
        foreach (var (key, quiet) in _waiters.ForIdle) Timers.StartSingleTimer(("idle", key), new IdleDue(key), quiet);
        if (!_waiters.AnyForText) return;

        var screen = _terminal.Screen;
        for (var line = Math.Max(_lineChecked, screen.FirstLine); line < screen.EndLine; line++)
            _waiters.Line(line, screen.GetLine(line).GetText());
        _lineChecked = screen.TopAbsoluteLine;
    }

    private void BeginResize(Resize m)
    {
        if (m.Columns is < 1 or > 4096 || m.Rows is < 1 or > 4096)
        {
            Asker.Tell(new Rejected(Rejection.BadValue, $"{m.Columns}x{m.Rows} is no size of a terminal: both sides are 1 to 4096"));
            return;
        }

        if ((m.Columns, m.Rows) != (_terminal.Screen.Columns, _terminal.Screen.Rows))
        {
            Publish(
                EventsProtocol.Kinds.SessionResized,
                new KeyValuePair<string, Value>("columns", Value.Of((long)m.Columns)),
                new KeyValuePair<string, Value>("rows", Value.Of((long)m.Rows)));
        }

        _terminal.Resize(m.Columns, m.Rows);
        _watcher?.Act();
        _variables.Size(m.Columns, m.Rows);
        _viewers.Say(new SizeNews(m.Columns, m.Rows));
        TellChanged();
        ScreenTouched();
        PassSizeOnSoon();
        Asker.Tell(Accepted.Instance);
    }

    /// <summary>The program hears of a resize at once, and of those that follow closely as one, the last.</summary>
    private void PassSizeOnSoon()
    {
        if (Timers.IsTimerActive(ResizeTimer)) return;

        var wait = _sizePassedOn + _settings.ResizeCoalescing - Context.System.Scheduler.Now;
        if (wait <= TimeSpan.Zero) PassSizeOn();
        else Timers.StartSingleTimer(ResizeTimer, ResizeNow.Instance, wait);
    }

    private void PassSizeOn()
    {
        _sizePassedOn = Context.System.Scheduler.Now;
        _pty?.Resize(_terminal.Screen.Columns, _terminal.Screen.Rows);
    }

    /// <summary>Now, or when the interval is over; and once more afterwards, for a shell prints what was typed before it starts the job.</summary>
    private void LookAtJobSoon()
    {
        if (_pty is null || Timers.IsTimerActive(JobTimer)) return;

        var wait = _jobSeen + JobInterval - Context.System.Scheduler.Now;
        if (wait <= TimeSpan.Zero)
        {
            LookAtJob();
            wait = JobInterval;
        }

        Timers.StartSingleTimer(JobTimer, JobDue.Instance, wait);
    }

    private void LookAtJob()
    {
        if (_pty is null) return;

        _jobSeen = Context.System.Scheduler.Now;
        _pty.ForegroundJobAsync().AsTask().PipeTo(Self, success: job => new JobSeen(job), failure: _ => new JobSeen(null));
    }

    private sealed class ScreenDue
    {
        public static ScreenDue Instance { get; } = new();
    }

    private sealed class JobDue
    {
        public static JobDue Instance { get; } = new();
    }

    private sealed class ResizeNow
    {
        public static ResizeNow Instance { get; } = new();
    }

    private sealed record JobSeen(ForegroundJob? Job);

    private sealed record WaitOver(long Key);

    private sealed record IdleDue(long Key);
}
