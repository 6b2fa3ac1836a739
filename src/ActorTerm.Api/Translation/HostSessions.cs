using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about sessions: making, listing, naming, ending, typing.</summary>
internal static class HostSessions
{
    public static object New(long id, NewSessionRequest m)
    {
        if (Bad(m) is { } bad) return HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, bad));

        var start = new SessionsProtocol.SessionStart(
            Argv: m.Argv.Count > 0 ? m.Argv : null,
            Environment: Environment(m.Env),
            Directory: m.HasCwd ? m.Cwd : null,
            Columns: m.HasColumns ? m.Columns : null,
            Rows: m.HasRows ? m.Rows : null,
            Name: m.HasName ? m.Name : null,
            Profile: m.HasProfile ? m.Profile : null,
            Hold: m.Hold);
        return HostRequests.Ask(id, Part.Workspace, ToCreation(m, start), reply => reply is Created made
            ? new HostResponse { NewSession = new() { SessionId = made.Session.ToString(), WindowId = made.Window.ToString(), TabId = made.Tab.ToString() } }
            : null);
    }

    public static object List(long id, ListSessionInfoRequest m, HostFacts facts) => HostRequests.Ask(id, Part.Workspace, new ListSessions(), reply =>
    {
        if (reply is not SessionList list) return null;

        var wanted = list.Sessions.Where(one => !m.HasSession || one.Id.ToString() == m.Session || (m.Session == "active" && one.IsActive)).ToList();
        if (m.HasSession && wanted.Count == 0) return HostRequests.Error(HostError.Types.Code.NotFound, $"there is no session {m.Session}");

        var response = new ListSessionInfoResponse();
        response.Sessions.AddRange(wanted.Select(one => ToWire(one, facts)));
        return new HostResponse { ListSessionInfo = response };
    });

    public static object Kill(long id, KillRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return NoSession(id, m.Session);
        if (m.HasSignal)
        {
            return Signals.TryParse(m.Signal, out var number)
                ? ToSession(id, target, new SessionsProtocol.Signal(number), new HostResponse { Kill = new() })
                : HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.BadRequest, $"{m.Signal} is no signal"));
        }

        return HostRequests.Ask(id, Part.Workspace, new CloseSession(target), reply => reply is Closed ? new HostResponse { Kill = new() } : null);
    }

    public static object Rename(long id, RenameRequest m) => SessionTarget.TryParse(m.Session, out var target)
        ? HostRequests.Ask(id, Part.Workspace, new ToSession(target, new SessionsProtocol.Rename(m.HasName ? m.Name : null)), reply =>
            reply is Done ? new HostResponse { Rename = new() } : null)
        : NoSession(id, m.Session);

    public static object SendKeys(long id, SendKeysRequest m) => SessionTarget.TryParse(m.Session, out var target)
        ? ToSession(id, target, new SessionsProtocol.PressKeys(m.Keys), new HostResponse { SendKeys = new() })
        : NoSession(id, m.Session);

    public static Deliver NoSession(long id, string text) =>
        HostRequests.Now(id, HostRequests.Error(HostError.Types.Code.NotFound, $"there is no session {text}"));

    private static PassOn ToSession(long id, SessionTarget target, object message, HostResponse accepted) =>
        HostRequests.Ask(id, Part.Workspace, new ToSession(target, message), reply => reply is SessionsProtocol.Accepted ? accepted : null);

    /// <summary>In order: of two with one name the later counts.</summary>
    private static Dictionary<string, string?> Environment(IEnumerable<EnvironmentVariable> variables)
    {
        var environment = new Dictionary<string, string?>();
        foreach (var one in variables) environment[one.Name] = one.HasValue ? one.Value : null;
        return environment;
    }

    private static string? Bad(NewSessionRequest m)
    {
        if (m.HasColumns && m.Columns is < 1 or > 4096) return $"{m.Columns} columns: a terminal has 1 to 4096";
        if (m.HasRows && m.Rows is < 1 or > 4096) return $"{m.Rows} rows: a terminal has 1 to 4096";
        return m.Env.FirstOrDefault(one => one.Name.Length == 0 || one.Name.Contains('=') || one.Name.Contains('\0')) is { } bad
            ? $"\"{bad.Name}\" is no name of an environment variable"
            : null;
    }

    private static object ToCreation(NewSessionRequest m, SessionsProtocol.SessionStart start)
    {
        if (m.PlacementCase == NewSessionRequest.PlacementOneofCase.Split)
            return new SplitPane(Ids.Target(m.Split.Session) ?? default, m.Split.Vertical, m.Split.Before, start);

        var window = m.Tab is { HasWindowId: true } tab ? Ids.Window(tab.WindowId) ?? default : (WindowId?)null;
        int? index = m.Tab is { HasIndex: true } at ? (int)Math.Min(at.Index, int.MaxValue) : null;
        return new CreateTab(window, index, !m.HasSelect || m.Select, start);
    }

    private static SessionInfo ToWire(SessionEntry entry, HostFacts facts)
    {
        var info = entry.Info;
        var wire = new SessionInfo
        {
            Id = entry.Id.ToString(),
            Name = info.Name,
            Title = info.Title,
            State = info.State == SessionsProtocol.SessionState.Ended ? SessionInfo.Types.State.Ended : SessionInfo.Types.State.Running,
            Columns = info.Columns,
            Rows = info.Rows,
            CreatedAtMs = info.CreatedAt.ToUnixTimeMilliseconds(),
            WindowId = entry.Place.Window.ToString(),
            TabId = entry.Place.Tab.ToString(),
            Viewers = info.Viewers,
            Host = facts.HostId,
            Active = entry.IsActive,
            Generation = info.Generation,
        };
        wire.Command.AddRange(info.Command);
        if (info.Pid is { } pid) wire.Pid = pid;
        if (info.Exit?.Code is { } code) wire.ExitCode = code;
        if (info.Exit?.Signal is { } signal) wire.Signal = Signals.NameOf(signal);
        if (info.EndedAt is { } ended) wire.EndedAtMs = ended.ToUnixTimeMilliseconds();
        if (info.Coprocess is { } coprocess) wire.Coprocess = coprocess;
        if (entry.Job is { Length: > 0 } job) wire.Job = job;
        if (entry.Directory is { Length: > 0 } directory) wire.Cwd = directory;
        if (entry.Tty is { Length: > 0 } tty) wire.Tty = tty;
        return wire;
    }
}
