using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Modes;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Sessions;

internal sealed partial class SessionActor
{
    /// <summary>What the terminal says while it is fed, as variables, events and answers. Called on the session's own turn.</summary>
    private sealed class TerminalReports(SessionActor session) : ITerminalEvents
    {
        private readonly SessionVariables _variables = session._variables;
        private string? _progress;

        public void Reply(ReadOnlySpan<byte> bytes) => session.Reply(bytes);

        public void Bell()
        {
            session.Ring();
            session._watcher?.Bell();
        }

        public void LineCompleted(long absoluteLine) => session._watcher?.LineCompleted(absoluteLine);

        public void IconNameChanged(string name)
        {
            _variables.Set("terminalIconName", name);
            session._name.ByProgram(name);
        }

        public void TitleChanged(string title)
        {
            session._name.TitleByProgram(title);
            session.TellChanged();
            session._viewers.Say(new TitleNews(title));
            session.Publish(EventsProtocol.Kinds.SessionTitle, new KeyValuePair<string, Value>("title", Value.Of(title)));
        }

        public void ModesChanged(TerminalModes modes)
        {
            session.LimitSynchronizedOutput(modes.SynchronizedOutput);
            _variables.Owner.Set("applicationKeypad", Value.Of(modes.ApplicationKeypad));
            _variables.Owner.Set("mouseReportingMode", Value.Of(MouseMode(modes)));
        }

        public void AlternateScreenChanged(bool shown) => _variables.Owner.Set("showingAlternateScreen", Value.Of(shown));

        public void PromptMarked(PromptMark mark) => session.Mark(mark);

        public void Resized(LineMap moved) => session._prompts.Move(moved.Map);

        public void WorkingDirectory(DirectoryReport report) =>
            session.Place(() => _variables.Directory(report.Path, report.Host, report.User));

        public void RemoteHost(string user, string host) => session.Place(() => _variables.Remote(user, host));

        public void UserVariable(string name, string? value)
        {
            var text = value is null ? Value.Null : Value.Of(value);
            if (!_variables.Owner.TrySetUser(name, text, out var refusal)) session.Complain(refusal!.Text);
        }

        public void CustomSequence(string id, string payload)
        {
            session.Tell(SessionEvents.CustomSequence, new CustomSequenceSeen(session._id, id, payload));
            session._watcher?.Happened(TriggerEvent.CustomEscapeSequence, id, payload);
        }

        public void BadgeChanged(string format)
        {
            if (!session._badge.TryByProgram(format)) session.Complain("the program's badge calls functions, which only a profile's may; it is left as it was");
        }

        public void TabStatus(string text) => _variables.Set("tabStatus", text);

        public void Progress(ProgressReport report)
        {
            _variables.Owner.Set("progress", report.Percent is { } percent ? Value.Of((long)percent) : Value.Null);
            var state = report.State.ToString().ToLowerInvariant();
            session.Publish(EventsProtocol.Kinds.SessionProgress, new KeyValuePair<string, Value>("state", Value.Of(state)));
            var shown = report.State == ProgressState.None ? "disappeared" : "appeared";
            if (shown == (_progress ?? "disappeared")) return;

            _progress = shown;
            session._watcher?.Happened(TriggerEvent.ProgressBarChanged, shown);
        }

        public void Notification(NotificationReport report)
        {
            var message = new KeyValuePair<string, Value>("message", Value.Of(report.Message));
            if (report.Title is { } title) session.Publish(EventsProtocol.Kinds.SessionNotification, new KeyValuePair<string, Value>("title", Value.Of(title)), message);
            else session.Publish(EventsProtocol.Kinds.SessionNotification, message);
            session._watcher?.Happened(TriggerEvent.NotificationPosted, [.. report.Title is { } heading ? [heading] : Array.Empty<string>(), report.Message]);
        }

        public void ClipboardWrite(string selection, ReadOnlyMemory<byte> data) => session.CopyByProgram(selection, data);

        public void Attention(AttentionKind kind) =>
            session.Publish(EventsProtocol.Kinds.SessionAttention, new KeyValuePair<string, Value>("kind", Value.Of(kind.ToString().ToLowerInvariant())));

        public void OpenUrl(string url) => session.Publish(EventsProtocol.Kinds.SessionUrl, new KeyValuePair<string, Value>("url", Value.Of(url)));

        public void ResizeRequested(int? columns, int? rows) =>
            session.Self.Tell(new Resize(columns ?? session._terminal.Screen.Columns, rows ?? session._terminal.Screen.Rows), session.Self);

        /// <summary>-1 off, 0 clicks, 1 highlight, 2 drags, 3 all motion: iTerm2's numbers.</summary>
        private static long MouseMode(TerminalModes modes) => modes.MouseTracking switch
        {
            MouseTracking.Off => -1,
            MouseTracking.AnyEvent => 3,
            MouseTracking.ButtonEvent => 2,
            _ => 0,
        };
    }
}
