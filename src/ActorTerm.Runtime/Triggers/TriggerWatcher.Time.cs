using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

// What triggers do by time: looking at unfinished lines, silence, long commands, and telling of limits.
internal sealed partial class TriggerWatcher
{
    private static readonly TimeSpan NoticeInterval = TimeSpan.FromSeconds(1);

    public void OutputSeen()
    {
        if (_working is not { } working) return;

        var now = _session.Now;
        working.LastOutput = now;
        if (working.Triggers.HasEvents)
        {
            working.Triggers.OutputSeen(now, CursorLine);
            TickSoon(working);
        }

        LookSoon(working, now);
        Act();
        TellNoticesSoon(working);
    }

    private void LookSoon(Working working, DateTimeOffset now)
    {
        if (!working.Triggers.HasInstant || _session.OpenLine is null) return;

        working.FirstUnseen ??= now;
        if (!_session.Timers.IsTimerActive(Moment.Instant)) _session.Timers.StartSingleTimer(Moment.Instant, Moment.Instant, Settings.InstantQuiet);
    }

    /// <summary>The line is looked at when it has been quiet for a while, or has waited long enough.</summary>
    private void LookInstantly(Working working)
    {
        if (working.FirstUnseen is not { } first || _session.OpenLine is not { } line) return;

        var (now, quiet, longest) = (_session.Now, working.LastOutput + Settings.InstantQuiet, first + Settings.InstantLongest);
        var wait = (quiet < longest ? quiet : longest) - now;
        if (wait > TimeSpan.Zero)
        {
            _session.Timers.StartSingleTimer(Moment.Instant, Moment.Instant, wait);
            return;
        }

        working.FirstUnseen = null;
        working.Triggers.IsPaused = IsPaused;
        working.Triggers.LookInstantly(_session.Screen, line);
        Act();
        TellNoticesSoon(working);
    }

    private void Tick(Working working)
    {
        var wait = working.Triggers.Tick(_session.Now, CursorLine);
        if (wait is { } soon) _session.Timers.StartSingleTimer(Moment.Tick, Moment.Tick, soon);
        Act();
    }

    // A timer that runs already is early at most, and then finds out what it is to wait for.
    private void TickSoon(Working working)
    {
        if (working.Triggers.Next(_session.Now) is not { } wait) return;
        if (!_session.Timers.IsTimerActive(Moment.Tick) || working.TickAt > _session.Now + wait) Start();

        void Start()
        {
            working.TickAt = _session.Now + wait;
            _session.Timers.StartSingleTimer(Moment.Tick, Moment.Tick, wait);
        }
    }

    private void TellNoticesSoon(Working working)
    {
        if (working.Triggers.HasNotices && !_session.Timers.IsTimerActive(Moment.Notices)) _session.Timers.StartSingleTimer(Moment.Notices, Moment.Notices, NoticeInterval);
    }

    private void TellNotices(Working working)
    {
        var notices = working.Triggers.TakeNotices();
        foreach (var entry in notices.Stopped)
        {
            var reason = $"its pattern ran out of time {Settings.MaxTimeouts} times in {Settings.TimeoutWindow.TotalSeconds:0} s";
            _session.Publish(EventsProtocol.Kinds.TriggerStopped, new("trigger", Value.Of(entry.Label)), new("reason", Value.Of(reason)));
            Complain($"trigger {entry.Label} is off in this session: {reason}; `actorterm trigger enable` turns it on again");
        }

        foreach (var (entry, calls, firings) in notices.Dropped)
        {
            if (calls > 0) _session.Publish(EventsProtocol.Kinds.TriggerDropped, new("trigger", Value.Of(entry.Label)), new("calls", Value.Of(calls)));
            if (firings > 0) _session.Publish(EventsProtocol.Kinds.TriggerDropped, new("trigger", Value.Of(entry.Label)), new("firings", Value.Of(firings)));
        }

        if (notices.Skipped > 0) _session.Publish(EventsProtocol.Kinds.TriggerSkipped, new KeyValuePair<string, Value>("evaluations", Value.Of(notices.Skipped)));
    }

    /// <summary>Said by a session's timers to itself; each is its own key.</summary>
    private sealed class Moment
    {
        public static readonly Moment Instant = new();
        public static readonly Moment Tick = new();
        public static readonly Moment Notices = new();
    }
}
