namespace ActorTerm.Runtime.Events;

public static partial class EventsProtocol
{
    /// <summary>Every kind of event there is. Names are for ever: programs ask for them; docs/protocol.md, section 4 says what each carries.</summary>
    public static class Kinds
    {
        public const string SessionCreated = "session.created";
        public const string SessionEnded = "session.ended";
        public const string SessionRemoved = "session.removed";
        public const string SessionRestarted = "session.restarted";
        public const string SessionRenamed = "session.renamed";
        public const string SessionTitle = "session.title";
        public const string SessionResized = "session.resized";
        public const string SessionBell = "session.bell";
        public const string SessionProgress = "session.progress";
        public const string SessionNotification = "session.notification";
        public const string SessionAttention = "session.attention";
        public const string SessionUrl = "session.url";
        public const string ViewerAttached = "viewer.attached";
        public const string ViewerDetached = "viewer.detached";
        public const string CommandStarted = "command.started";
        public const string CommandEnded = "command.ended";
        public const string CoprocessStarted = "coprocess.started";
        public const string CoprocessRejected = "coprocess.rejected";
        public const string CoprocessStalled = "coprocess.stalled";
        public const string CoprocessEnded = "coprocess.ended";
        public const string TriggerCaptured = "trigger.captured";
        public const string TriggerCommand = "trigger.command";
        public const string TriggerMark = "trigger.mark";
        public const string TriggerMatched = "trigger.matched";
        public const string TriggerStopped = "trigger.stopped";
        public const string TriggerDropped = "trigger.dropped";
        public const string TriggerSkipped = "trigger.skipped";
        public const string FunctionRegistered = "function.registered";
        public const string FunctionUnregistered = "function.unregistered";
        public const string ScriptConnected = "script.connected";
        public const string ScriptDisconnected = "script.disconnected";
        public const string AlertRaised = "alert.raised";
    }
}
