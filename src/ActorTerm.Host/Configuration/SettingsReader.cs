using System.Text.RegularExpressions;
using ActorTerm.Api;
using ActorTerm.Hocon;
using ActorTerm.Host.Profiles;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Root;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using ActorTerm.Terminal;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Host.Configuration;

/// <summary>Which setting goes where: the paths of reference.conf on the right, the records of the features on the left.</summary>
internal static partial class SettingsReader
{
    public static HostSettings Read(SettingsSource s) => new()
    {
        Api = Api(s),
        Runtime = new RuntimeSettings
        {
            Workspace = Workspace(s),
            Sessions = Sessions(s),
            Variables = Variables(s),
            Functions = Functions(s),
            Invocations = Invocations(s),
            Connections = Connections(s),
            Alerts = Alerts(s),
            Triggers = Triggers(s),
            Coprocesses = Coprocesses(s),
            Keys = Keys(s),
            Profiles = Profiles(s, Triggers(s)),
        },
        Pty = Pty(s),
        AttachLeader = AttachLeader(s),
    };

    private static ApiSettings Api(SettingsSource s)
    {
        var settings = new ApiSettings
        {
            Socket = s.Text("actorterm.api.socket") is { Length: > 0 } socket ? socket : SocketFile.DefaultPath,
            Port = s.Count("actorterm.api.port"),
            OpsPort = s.Count("actorterm.ops.port"),
            MaxOutboundBytes = s.SmallSize("actorterm.api.max-outbound-bytes"),
            MaxMessageBytes = s.SmallSize("actorterm.api.max-message-bytes"),
            MaxRequestsInFlight = s.Count("actorterm.api.max-requests-in-flight"),
            MaxViewerTexts = s.Count("actorterm.api.max-viewer-texts"),
            MaxViewerMessageBytes = s.SmallSize("actorterm.api.max-viewer-message-bytes"),
            UpgradeTimeout = s.Duration("actorterm.api.upgrade-timeout"),
        };
        s.Require(settings.OpsPort == 0 || settings.OpsPort != settings.Port, "actorterm.ops.port", "another port than actorterm.api.port");
        return settings;
    }

    private static ConnectionSettings Connections(SettingsSource s) => new()
    {
        MaxConnections = s.Count("actorterm.api.max-connections"),
        MaxSubscriptions = s.Count("actorterm.api.max-subscriptions"),
        ReplyTimeout = s.Duration("actorterm.api.reply-timeout"),
        MaxLateCalls = s.Count("actorterm.functions.max-late-calls"),
    };

    private static WorkspaceSettings Workspace(SettingsSource s) => new()
    {
        MaxSessions = s.Count("actorterm.sessions.max-sessions"),
        MaxPreferences = s.Count("actorterm.api.max-preferences"),
        EndedKeep = s.Duration("actorterm.sessions.ended-keep"),
    };

    private static SessionSettings Sessions(SettingsSource s)
    {
        var settings = new SessionSettings
        {
            CloseGrace = s.Duration("actorterm.sessions.close-grace"),
            WriteQueueSoftBytes = s.SmallSize("actorterm.sessions.write-queue-soft"),
            WriteQueueHardBytes = s.SmallSize("actorterm.sessions.write-queue-hard"),
            ResizeCoalescing = s.Duration("actorterm.sessions.resize-coalescing"),
            FrameInterval = s.Duration("actorterm.sessions.frame-interval"),
            SynchronizedOutputLimit = s.Duration("actorterm.sessions.synchronized-output-limit"),
            MaxViewers = s.Count("actorterm.sessions.max-viewers"),
            CoprocessIcon = s.Boolean("actorterm.coprocesses.show-icon") ? s.Text("actorterm.coprocesses.icon") : "",
            MaxWaiters = s.Count("actorterm.sessions.max-waiters"),
            MaxPrompts = s.Count("actorterm.sessions.max-prompts"),
            EscapeWait = s.Duration("actorterm.keys.escape-wait"),
            SequenceWait = s.Duration("actorterm.keys.sequence-wait"),
            Terminal = Terminal(s),
            Term = s.Text("actorterm.sessions.term"),
            ReportableVariables = s.Texts("actorterm.terminal.reportable-variables"),
        };
        s.Require(
            settings.WriteQueueHardBytes >= settings.WriteQueueSoftBytes,
            "actorterm.sessions.write-queue-hard",
            "at least actorterm.sessions.write-queue-soft");
        return settings;
    }

    private static CoprocessSettings Coprocesses(SettingsSource s) => new()
    {
        RelayBytes = s.SmallSize("actorterm.coprocesses.relay"),
        ReadBytes = s.SmallSize("actorterm.coprocesses.read"),
        TypingBytes = s.SmallSize("actorterm.coprocesses.typing"),
        StderrCharacters = s.Count("actorterm.coprocesses.stderr-characters"),
        CycleTime = s.Duration("actorterm.coprocesses.cycle-time"),
        FullTime = s.Duration("actorterm.coprocesses.full-time"),
        KillGrace = s.Duration("actorterm.coprocesses.kill-grace"),
        EndGrace = s.Duration("actorterm.coprocesses.end-grace"),
        ReleaseTime = s.Duration("actorterm.coprocesses.release-time"),
    };

    private static TerminalOptions Terminal(SettingsSource s) => new()
    {
        Columns = s.Count("actorterm.sessions.default-columns"),
        Rows = s.Count("actorterm.sessions.default-rows"),
        ScrollbackLines = s.Count("actorterm.terminal.scrollback-lines"),
        ScrollbackBytes = s.SmallSize("actorterm.terminal.scrollback-bytes"),
        OscLimit = s.SmallSize("actorterm.terminal.osc-limit"),
        HyperlinkLimit = s.SmallSize("actorterm.terminal.hyperlink-limit"),
        MaxHyperlinks = s.Count("actorterm.terminal.max-hyperlinks"),
        FileLimit = s.SmallSize("actorterm.terminal.file-limit"),
        AllowTitleChanges = s.Boolean("actorterm.terminal.allow-title-changes"),
        AllowTitleReports = s.Boolean("actorterm.terminal.allow-title-reports"),
        AllowChecksumReports = s.Boolean("actorterm.terminal.allow-checksum-reports"),
        AllowColorReports = s.Boolean("actorterm.terminal.allow-color-reports"),
        AllowClipboardWrite = s.Boolean("actorterm.terminal.allow-clipboard-write"),
        ClearHistoryAllowed = s.Boolean("actorterm.terminal.allow-history-clearing"),
        ResetClearsHistory = s.Boolean("actorterm.terminal.reset-clears-history"),
        AllowNotifications = s.Boolean("actorterm.terminal.allow-notifications"),
        AllowDirectoryReports = s.Boolean("actorterm.terminal.allow-directory-reports"),
        AllowResizeRequests = s.Boolean("actorterm.terminal.allow-resize-requests"),
        AllowFiles = s.Boolean("actorterm.terminal.allow-files"),
        AnswerInjectedQueries = s.Boolean("actorterm.terminal.answer-injected-queries"),
    };

    private static PtyHostOptions Pty(SettingsSource s)
    {
        var settings = new PtyHostOptions
        {
            EventBatch = s.Count("actorterm.pty.event-batch"),
            MinimumTurn = s.SmallSize("actorterm.pty.turn-least"),
            MaximumTurn = s.SmallSize("actorterm.pty.turn-most"),
            DrainTime = s.Duration("actorterm.pty.drain-time"),
            DrainBytes = s.Size("actorterm.pty.drain-bytes"),
            UnreadTime = s.Duration("actorterm.pty.unread-time"),
            ChildDescriptorLimit = s.Count("actorterm.pty.child-descriptor-limit"),
            ShutdownTime = s.Duration("actorterm.pty.shutdown-time"),
        };
        s.Require(settings.MaximumTurn >= settings.MinimumTurn, "actorterm.pty.turn-most", "at least actorterm.pty.turn-least");
        return settings;
    }

    private static VariableSettings Variables(SettingsSource s) => new()
    {
        MaxUserVariables = s.Count("actorterm.variables.max-user-variables"),
        MaxUserBytes = s.SmallSize("actorterm.variables.max-user-bytes"),
        MaxMonitors = s.Count("actorterm.variables.max-monitors"),
    };

    private static FunctionSettings Functions(SettingsSource s) => new()
    {
        Timeout = s.Duration("actorterm.functions.timeout"),
        MaxPerConnection = s.Count("actorterm.functions.max-registrations-per-connection"),
        MaxCallsInFlight = s.Count("actorterm.functions.max-in-flight-per-function"),
        MaxArguments = s.Count("actorterm.functions.max-arguments"),
    };

    private static InvocationSettings Invocations(SettingsSource s) => new()
    {
        MaxOpen = s.Count("actorterm.invocations.max-open"),
        MaxCallsInFlight = s.Count("actorterm.functions.max-in-flight"),
        MaxTextLength = s.Count("actorterm.language.max-text-length"),
        MaxDepth = s.Count("actorterm.language.max-depth"),
        MaxValueBytes = s.SmallSize("actorterm.language.max-value-size"),
        ParseCacheTexts = s.Count("actorterm.language.parse-cache"),
        MaxLiveStringEvaluations = s.Count("actorterm.invocations.max-live-string-evaluations"),
        LiveStringTimeout = s.Duration("actorterm.invocations.live-string-timeout"),
    };

    private static TriggerSettings Triggers(SettingsSource s)
    {
        var settings = new TriggerSettings
        {
            MaxTriggers = s.Count("actorterm.triggers.max-triggers"),
            MaxLineLength = s.Count("actorterm.triggers.max-line-length"),
            MatchTimeout = s.Duration("actorterm.triggers.match-timeout"),
            MaxTimeouts = s.Count("actorterm.triggers.max-timeouts"),
            TimeoutWindow = s.Duration("actorterm.triggers.timeout-window"),
            MaxShare = s.Count("actorterm.triggers.max-share"),
            InstantQuiet = s.Duration("actorterm.triggers.instant-quiet"),
            InstantLongest = s.Duration("actorterm.triggers.instant-longest"),
            RepeatInterval = s.Duration("actorterm.triggers.repeat-interval"),
            MaxOutstandingCalls = s.Count("actorterm.triggers.max-outstanding-calls"),
            MaxCallsPerSecond = s.Count("actorterm.triggers.max-calls-per-second"),
            MaxVariableFiringsPerSecond = s.Count("actorterm.triggers.max-variable-firings-per-second"),
            MaxInjections = s.Count("actorterm.triggers.max-injections"),
            MaxCaptured = s.Count("actorterm.triggers.max-captured"),
            AlertInterval = s.Duration("actorterm.triggers.alert-interval"),
            AllowCommands = s.Boolean("actorterm.triggers.allow-commands"),
            MaxCommands = s.Count("actorterm.triggers.max-commands"),
            MaxWaitingCommands = s.Count("actorterm.triggers.max-waiting-commands"),
            CommandOutputBytes = s.SmallSize("actorterm.triggers.command-output"),
            CommandAlertInterval = s.Duration("actorterm.triggers.command-alert-interval"),
        };
        s.Require(settings.InstantLongest >= settings.InstantQuiet, "actorterm.triggers.instant-longest", "at least actorterm.triggers.instant-quiet");
        return settings;
    }

    private static KeysProtocol.KeySettings Keys(SettingsSource s)
    {
        var leader = s.Text("actorterm.keys.leader");
        s.Require(leader.Length == 0 || KeyNames.TryParse(leader, out _, out _), "actorterm.keys.leader", "a key by its name, such as C-q, or nothing");
        var bindings = s.Tree("actorterm.keys.bindings", Value.Null, (value, problems) =>
        {
            if (value is HoconArray list) return KeyListReader.Read(list, "actorterm.keys.bindings", problems);

            problems.Add(new HoconException(value.Origin, $"expected a list for 'actorterm.keys.bindings', found {value.Kind}"));
            return Value.Null;
        });
        return new KeysProtocol.KeySettings { Leader = leader, Global = KeysProtocol.KeyMap.OrEmpty(bindings) };
    }

    private static IReadOnlyList<ProfilesProtocol.ProfileSource> Profiles(SettingsSource s, TriggerSettings triggers) => s.Tree<IReadOnlyList<ProfilesProtocol.ProfileSource>>(
        "actorterm.profiles", [], (value, problems) =>
        {
            if (value is HoconObject profiles) return new ProfileReader(new TriggersProtocol.TriggerReader(triggers), problems).Read(profiles);

            problems.Add(new HoconException(value.Origin, $"expected an object for 'actorterm.profiles', found {value.Kind}"));
            return [];
        });

    private static AlertSettings Alerts(SettingsSource s) => new()
    {
        Keep = s.Count("actorterm.alerts.keep"),
        MaxText = s.Count("actorterm.alerts.max-text"),
    };

    private static string AttachLeader(SettingsSource s)
    {
        var leader = s.Text("actorterm.attach.leader");
        s.Require(ControlKey().IsMatch(leader), "actorterm.attach.leader", @"C- and a letter or one of @ [ \ ] ^ _");
        return leader;
    }

    [GeneratedRegex(@"\AC-[a-zA-Z@\[\\\]^_]\z", RegexOptions.CultureInvariant)]
    private static partial Regex ControlKey();
}
