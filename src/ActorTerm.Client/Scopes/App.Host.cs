using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class App
{
    public async Task<HostInfo> GetHostInfoAsync(CancellationToken cancel = default) =>
        HostInfo.Of((await Connection.RequestAsync(new HostRequest { Hello = new() }, cancel)).Hello.Host);

    /// <summary>All sessions, in the order of windows, tabs and splits.</summary>
    public async Task<IReadOnlyList<SessionInfo>> ListSessionsAsync(CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { ListSessionInfo = new() }, cancel);
        return [.. response.ListSessionInfo.Sessions.Select(SessionInfo.Of)];
    }

    /// <summary>Starts a program in a new session.</summary>
    /// <exception cref="RequestFailedException">There is no such program, directory, profile or place; or the host is full (<c>BUSY</c>).</exception>
    public async Task<Created> CreateSessionAsync(NewSession session, CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { NewSession = session.ToRequest() }, cancel);
        var made = response.NewSession;
        return new Created(Window(made.WindowId), Tab(made.TabId), Session(made.SessionId));
    }

    /// <summary>Runs a command in a session of its own, which is closed afterwards.</summary>
    /// <param name="cancel">Ends the program too.</param>
    /// <exception cref="RequestFailedException">It could not be started.</exception>
    public Task<RunResult> RunAsync(RunOptions run, CancellationToken cancel = default) => RunApart.RunAsync(this, run, cancel);

    /// <summary>The session that somebody means.</summary>
    /// <param name="text">An id, a unique beginning of one, a name, or <c>active</c>.</param>
    /// <exception cref="SelectionException">None, or several.</exception>
    public async Task<Session> FindSessionAsync(string text, CancellationToken cancel = default)
    {
        var all = await ListSessionsAsync(cancel);
        var found = text == Client.Session.Active
            ? all.FirstOrDefault(session => session.IsActive) ?? throw new SelectionException("there is no active session")
            : IdSelector.Pick("session", text, all, session => session.Id, session => session.Name);
        return Session(found.Id);
    }

    /// <summary>The tab that somebody means.</summary>
    /// <param name="text">An id, a unique beginning of one, or <c>active</c>: that of the active session.</param>
    /// <exception cref="SelectionException">None, or several.</exception>
    public async Task<Tab> FindTabAsync(string text, CancellationToken cancel = default) =>
        Tab(await FindContainerAsync("tab", text, session => session.TabId, cancel));

    /// <summary>The window that somebody means.</summary>
    /// <param name="text">An id, a unique beginning of one with or without <c>pty-</c>, or <c>active</c>: that of the active session.</param>
    /// <exception cref="SelectionException">None, or several.</exception>
    public async Task<Window> FindWindowAsync(string text, CancellationToken cancel = default) =>
        Window(await FindContainerAsync("window", text, session => session.WindowId, cancel));

    /// <param name="builtIn">The built-in ones too.</param>
    public async Task<IReadOnlyList<FunctionInfo>> ListFunctionsAsync(bool builtIn = false, CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { ListFunctions = new() { Builtin = builtIn } }, cancel);
        return [.. response.ListFunctions.Functions.Select(FunctionInfo.Of)];
    }

    /// <summary>Alerts that the host keeps, the oldest first.</summary>
    /// <param name="after">Only those newer than this one.</param>
    /// <param name="limit">Only the newest so many.</param>
    public async Task<IReadOnlyList<Alert>> ListAlertsAsync(string? after = null, string? session = null, int? limit = null, CancellationToken cancel = default)
    {
        var request = new ListAlertsRequest();
        if (after is not null) request.After = after;
        if (session is not null) request.Session = session;
        if (limit is { } most) request.Limit = most;
        var response = await Connection.RequestAsync(new HostRequest { ListAlerts = request }, cancel);
        return [.. response.ListAlerts.Alerts.Select(Alert.Of)];
    }

    /// <exception cref="RequestFailedException">The host does not keep it any more (<c>NOT_FOUND</c>).</exception>
    public async Task<Alert> GetAlertAsync(string id, CancellationToken cancel = default) =>
        Alert.Of((await Connection.RequestAsync(new HostRequest { GetAlert = new() { Id = id } }, cancel)).GetAlert.Alert);

    /// <summary>Alerts as they are raised.</summary>
    public Task<Subscription<Alert>> WatchAlertsAsync(CancellationToken cancel = default) =>
        Connection.Subscriptions.AddAsync("alerts", [new Topic.Alerts()], n => n.Actorterm?.Alert is { } it ? Alert.Of(it) : null, cancel);

    /// <summary>What happens on the host.</summary>
    /// <param name="kinds">Only these, such as <c>session.ended</c>. Default: all.</param>
    public Task<Subscription<HostEvent>> WatchEventsAsync(IEnumerable<string>? kinds = null, CancellationToken cancel = default)
    {
        var wanted = kinds?.ToHashSet() ?? ["*"];
        return Connection.Subscriptions.AddAsync(
            "events",
            [.. wanted.Select(kind => new Topic.Events(kind))],
            n => n.Actorterm?.Event is { } it && (wanted.Contains(it.Kind) || wanted.Contains("*")) ? HostEvent.Of(it) : null,
            cancel);
    }

    /// <summary>How the host is, as it sees itself.</summary>
    public async Task<HealthReport> GetHealthAsync(CancellationToken cancel = default) =>
        HealthReport.Of((await Connection.RequestAsync(new HostRequest { Doctor = new() }, cancel)).Doctor);

    private async Task<string> FindContainerAsync(string kind, string text, Func<SessionInfo, string> id, CancellationToken cancel)
    {
        var all = await ListSessionsAsync(cancel);
        if (text == Client.Session.Active)
            return id(all.FirstOrDefault(session => session.IsActive) ?? throw new SelectionException($"there is no active {kind}"));
        return IdSelector.Pick(kind, text, all.Select(id).Distinct().ToList(), it => it, _ => "");
    }
}
