using System.Text.RegularExpressions;
using ActorTerm.Terminal.Screens;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>
    /// The triggers of one session at work: told of lines and events, it finds which fire. It changes nothing but itself; what fired waits in
    /// <see cref="TakeFired"/> for the session, which may be in the middle of a chunk of output.
    /// </summary>
    /// <param name="now">The time of the actor system, for limits; the time that patterns take is measured apart.</param>
    public sealed class SessionTriggers(TriggerSettings settings, Func<DateTimeOffset> now)
    {
        [ThreadStatic]
        private static char[]? _line;      // one per worker thread, never held across a call

        private readonly List<TriggerSlot> _slots = [];
        private readonly RateLimit _variableFirings = new(settings.MaxVariableFiringsPerSecond);
        private readonly CallLimits _calls = new(settings.MaxOutstandingCalls, settings.MaxCallsPerSecond);
        private readonly EvaluationBudget _budget = new(settings.MaxShare);
        private readonly RepeatFilter _repeats = new(settings.RepeatInterval);
        private readonly ElapsedWatch<TriggerSlot> _idle = new();
        private readonly ElapsedWatch<TriggerSlot> _command = new();
        private readonly List<Fired> _fired = [];
        private readonly List<TriggerEntry> _stopped = [];
        private TriggerList _list = TriggerList.Empty;
        private TriggerSlot[] _patterns = [];
        private TriggerSlot[] _events = [];
        private LinePrefilter _prefilter = TriggerList.Empty.Prefilter;
        private string _commandLine = "";
        private bool _instantFired;
        private bool _hasDropped;
        private long _skipped;

        /// <summary>The whole list, those that are off too.</summary>
        public TriggerList List => _list;

        /// <summary>Some pattern looks at lines.</summary>
        public bool LooksAtLines => _patterns.Length > 0;

        /// <summary>Some pattern looks at lines that are not finished.</summary>
        public bool HasInstant { get; private set; }

        public bool HasEvents => _events.Length > 0;

        /// <summary>Lines are passed over: a full-screen program runs, and the profile wants no triggers there.</summary>
        public bool IsPaused { get; set; }

        /// <summary>Names of the foreground job and its ancestors.</summary>
        public IReadOnlyCollection<string> Jobs { get; set; } = [];

        /// <summary>Something waits in <see cref="TakeFired"/>.</summary>
        public bool HasFired => _fired.Count > 0;

        /// <summary>Something waits in <see cref="TakeNotices"/>.</summary>
        public bool HasNotices => _hasDropped || _stopped.Count > 0 || _skipped > 0;

        /// <summary>Lines that were completed, and moments at which unfinished ones were looked at.</summary>
        public long Evaluations { get; private set; }

        /// <summary>Names of the variables that triggers wait for.</summary>
        public IEnumerable<string> Variables => _events.Select(slot => slot.Trigger.Event!.Variable).OfType<string>().Distinct();

        /// <summary>Goes on with another list. Triggers that are in both keep what they remember.</summary>
        public void Load(TriggerList list)
        {
            var before = _slots.GroupBy(slot => slot.Entry.Stored.Essence).ToDictionary(alike => alike.Key, alike => new Queue<TriggerSlot>(alike));
            _slots.Clear();
            foreach (var entry in list.Entries.Where(entry => entry.IsOn))
            {
                var slot = before.TryGetValue(entry.Stored.Essence, out var alike) && alike.TryDequeue(out var known) ? known : new TriggerSlot(entry, settings);
                slot.Entry = entry;
                _slots.Add(slot);
            }

            _list = list;
            _events = [.. _slots.Where(slot => slot.Trigger.Event is not null)];
            UsePatterns();
            _idle.Set(_events.Where(slot => slot.Trigger.Event!.Kind == TriggerEvent.Idle).Select(slot => (slot, slot.Trigger.Event!.After)));
            _command.Set(_events.Where(slot => slot.Trigger.Event!.Kind == TriggerEvent.LongRunningCommand).Select(slot => (slot, slot.Trigger.Event!.After)));
        }

        /// <summary>One that ran out of time works again.</summary>
        public void Restore(TriggerEntry entry)
        {
            foreach (var slot in _slots.Where(slot => slot.Entry == entry)) slot.IsStopped = false;
            UsePatterns();
        }

        public Triggers Status() => new(
            [.. _list.Entries.Select(entry => _slots.Find(slot => slot.Entry == entry) is { } slot
                ? new TriggerStatus(entry, slot.IsStopped, slot.Statistics)
                : new TriggerStatus(entry, false, null))],
            Evaluations);

        /// <summary>A line is finished, or the cursor goes elsewhere.</summary>
        /// <param name="line">Where its text begins.</param>
        public void LineCompleted(Screen screen, long line)
        {
            Evaluations++;
            if (!IsPaused)
            {
                var text = Read(screen, line);
                if (text.Length > 0 && _prefilter.Passes(text)) Evaluate(text, line, isInstant: false);
            }

            EndLine();
        }

        /// <summary>A line is not finished, and nothing came for a while.</summary>
        public void LookInstantly(Screen screen, long line)
        {
            if (IsPaused || !HasInstant) return;
            if (_budget.IsOver(Stopwatch.GetElapsedTime(0)))
            {
                _skipped++;
                return;
            }

            Evaluations++;
            var text = Read(screen, line);
            if (text.Length > 0 && _prefilter.Passes(text)) Evaluate(text, line, isInstant: true);
        }

        /// <summary>BEL: as if a line of just that were looked at, which only instant triggers do; and the event.</summary>
        public void Bell(long line)
        {
            if (HasInstant && !IsPaused && _prefilter.Passes("\a")) Evaluate("\a", line, isInstant: true);
            Raise(TriggerEvent.Bell, line);
        }

        /// <summary>Something happened other than output.</summary>
        /// <param name="captures">What the triggers get as captures, in the order of docs/triggers.md.</param>
        public void Raise(TriggerEvent kind, long line, params IReadOnlyList<string> captures)
        {
            foreach (var slot in _events)
            {
                if (slot.Trigger.Event!.Kind == kind && slot.Trigger.Event.Means(captures)) Happen(slot, line, captures);
            }
        }

        /// <summary>The program printed something, at the moment given.</summary>
        public void OutputSeen(DateTimeOffset at, long line)
        {
            if (_events.Length == 0) return;

            if (_idle.Since is { } since)
            {
                foreach (var slot in _events)
                {
                    if (slot.Trigger.Event!.Kind == TriggerEvent.ActivityAfterIdle && at - since >= slot.Trigger.Event.After) Happen(slot, line, []);
                }
            }

            _idle.Begin(at);
        }

        /// <summary>A command began, by the shell's word.</summary>
        public void CommandStarted(string command, DateTimeOffset at)
        {
            _commandLine = command;
            _command.Begin(at);
        }

        /// <summary>It ended, or was abandoned.</summary>
        public void CommandEnded() => _command.End();

        /// <summary>A program runs from now on, silent so far.</summary>
        public void ProgramStarted(DateTimeOffset at) => _idle.Begin(at);

        /// <summary>It is gone: neither silence nor commands last.</summary>
        public void ProgramEnded()
        {
            _idle.End();
            _command.End();
        }

        /// <summary>Time has passed.</summary>
        /// <returns>How long until the next trigger is due by time alone; null when none is.</returns>
        public TimeSpan? Tick(DateTimeOffset at, long line)
        {
            foreach (var slot in _idle.Due(at).ToList()) Happen(slot, line, [Seconds(at - _idle.Since!.Value)]);
            foreach (var slot in _command.Due(at).ToList())
            {
                string[] captures = [_commandLine, Seconds(at - _command.Since!.Value)];
                if (slot.Trigger.Event!.Means(captures)) Happen(slot, line, captures);
            }

            return Next(at);
        }

        /// <summary>How long until the next trigger is due by time alone; null when none is.</summary>
        public TimeSpan? Next(DateTimeOffset at) => (_idle.Next(at), _command.Next(at)) switch
        {
            ({ } idle, { } command) => idle < command ? idle : command,
            var (idle, command) => idle ?? command,
        };

        /// <summary>A call that a trigger made was answered.</summary>
        public void CallEnded(TriggerEntry entry)
        {
            var slot = _slots.Find(slot => slot.Entry == entry) ?? _slots.Find(slot => slot.Entry.Stored.Essence == entry.Stored.Essence);
            if (slot is { Outstanding: > 0 }) slot.Outstanding--;
        }

        /// <summary>What fired since the last time, in order.</summary>
        public IReadOnlyList<Fired> TakeFired()
        {
            if (_fired.Count == 0) return [];
            Fired[] fired = [.. _fired];
            _fired.Clear();
            return fired;
        }

        /// <summary>What people should know of: triggers that were stopped for their time, calls and firings that were dropped, and instant evaluations left out.</summary>
        public Notices TakeNotices()
        {
            var dropped = _slots.Where(slot => slot.UntoldCalls + slot.UntoldFirings > 0).Select(slot => new Dropped(slot.Entry, slot.UntoldCalls, slot.UntoldFirings));
            var notices = new Notices([.. _stopped], [.. dropped], _skipped);
            _stopped.Clear();
            foreach (var slot in _slots) (slot.UntoldCalls, slot.UntoldFirings) = (0, 0);
            _hasDropped = false;
            _skipped = 0;
            return notices;
        }

        private void UsePatterns()
        {
            _patterns = [.. _slots.Where(slot => slot.Trigger.Pattern is not null && !slot.IsStopped)];
            _prefilter = _slots.Exists(slot => slot.IsStopped) ? new LinePrefilter([.. _patterns.Select(slot => slot.Pattern)]) : _list.Prefilter;
            HasInstant = _patterns.Any(slot => slot.Trigger.IsInstant);
        }

        private ReadOnlySpan<char> Read(Screen screen, long line)
        {
            if (_line?.Length != settings.MaxLineLength) _line = new char[settings.MaxLineLength];
            return _line.AsSpan(0, screen.CopyLineText(line, _line));
        }

        private void EndLine()
        {
            if (!_instantFired) return;

            _instantFired = false;
            foreach (var slot in _slots) slot.HasFiredInstantly = false;
        }

        private void Evaluate(ReadOnlySpan<char> text, long line, bool isInstant)
        {
            string? input = null;
            var began = Stopwatch.GetTimestamp();
            var last = began;
            foreach (var slot in _patterns)
            {
                if (slot.HasFiredInstantly || slot.IsStopped || (isInstant && !slot.Trigger.IsInstant) || !Runs(slot.Trigger.Job)) continue;
                if (slot.Pattern.Required is { } required && !required.IsIn(text)) continue;

                var matched = false;
                try
                {
                    matched = slot.Pattern.Regex.IsMatch(text) && Match(slot, text, line, ref input);
                }
                catch (RegexMatchTimeoutException)
                {
                    TimedOut(slot);
                }

                var ended = Stopwatch.GetTimestamp();
                slot.Took(Stopwatch.GetElapsedTime(last, ended));
                last = ended;
                if (!matched) continue;

                if (isInstant) slot.HasFiredInstantly = _instantFired = true;
                if (slot.Entry.Effect == TriggerEffect.Stop) break;
            }

            _budget.Spend(Stopwatch.GetElapsedTime(began, last), Stopwatch.GetElapsedTime(0, last));
        }

        /// <returns>Whether it counts as a match: not when the same line was drawn again.</returns>
        private bool Match(TriggerSlot slot, ReadOnlySpan<char> text, long line, ref string? input)
        {
            if (slot.Entry.Effect == TriggerEffect.Stop)
            {
                slot.FiredTimes++;
                return true;
            }

            var at = now();
            if (slot.Entry.Effect == TriggerEffect.Invoke && !_calls.HasRoom(slot.Outstanding, at))
            {
                DropCall(slot);      // in a flood nothing is made of what matches; a line counts as one call
                return true;
            }

            if (!_repeats.IsNew(slot.Entry.Number, line, text, at)) return false;

            input ??= text.ToString();
            for (var match = slot.Pattern.Regex.Match(input); match.Success; match = match.NextMatch())
            {
                if (TryAdmit(slot, at)) Fire(slot, MatchOf(match, input, line));
                if (slot.Trigger.Action.OnlyFirst) break;
            }

            return true;
        }

        private void Happen(TriggerSlot slot, long line, IReadOnlyList<string> captures)
        {
            var isFiltered = slot.Trigger.Event!.Kind is not (TriggerEvent.PromptDetected or TriggerEvent.Idle or TriggerEvent.ActivityAfterIdle or TriggerEvent.SessionEnded or TriggerEvent.Bell);
            if (!isFiltered && !Runs(slot.Trigger.Job)) return;

            var at = now();
            if (slot.Trigger.Event.Kind == TriggerEvent.VariableChanged && !_variableFirings.TryBegin(at)) DropFiring(slot);
            else if (TryAdmit(slot, at)) Fire(slot, new TriggerMatch(line, "", captures, []));
        }

        private void Fire(TriggerSlot slot, TriggerMatch match)
        {
            slot.FiredTimes++;
            _fired.Add(new Fired(slot.Entry, match));
        }

        /// <summary>Calls are limited; everything else is let through.</summary>
        private bool TryAdmit(TriggerSlot slot, DateTimeOffset at)
        {
            if (slot.Entry.Effect != TriggerEffect.Invoke) return true;
            if (_calls.TryBegin(slot.Outstanding, at))
            {
                slot.Outstanding++;
                return true;
            }

            DropCall(slot);
            return false;
        }

        private void DropCall(TriggerSlot slot)
        {
            slot.Dropped++;
            slot.UntoldCalls++;
            _hasDropped = true;
        }

        private void DropFiring(TriggerSlot slot)
        {
            slot.Dropped++;
            slot.UntoldFirings++;
            _hasDropped = true;
        }

        private void TimedOut(TriggerSlot slot)
        {
            slot.TimedOut++;
            if (!slot.Timeouts.Add(now())) return;

            slot.IsStopped = true;
            _stopped.Add(slot.Entry);
        }

        private bool Runs(string? job) => job is null || Jobs.Contains(job, StringComparer.OrdinalIgnoreCase);

        internal static TriggerMatch MatchOf(Match match, string input, long line)
        {
            var (captures, ranges) = (new string[match.Groups.Count], new (int, int)[match.Groups.Count]);
            for (var i = 0; i < captures.Length; i++)
            {
                var group = match.Groups[i];
                captures[i] = group.Value;
                ranges[i] = group.Success ? (group.Index, group.Length) : (-1, 0);
            }

            return new TriggerMatch(line, input, captures, ranges);
        }

        private static string Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="Stopped">Triggers that ran out of time too often.</param>
    /// <param name="Dropped">What the limits did not let through, by trigger.</param>
    /// <param name="Skipped">Instant evaluations left out because patterns took more than their share of time.</param>
    public sealed record Notices(IReadOnlyList<TriggerEntry> Stopped, IReadOnlyList<Dropped> Dropped, long Skipped);

    /// <param name="Calls">That a match or event would have made.</param>
    /// <param name="Firings">For changes of a variable.</param>
    public sealed record Dropped(TriggerEntry Trigger, long Calls, long Firings);
}
