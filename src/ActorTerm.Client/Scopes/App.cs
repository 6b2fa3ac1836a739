using System.Text.Json;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>
/// Everything on the host: the tree of windows, tabs and sessions, the variables of the app, and (in the other parts of this
/// class) functions, alerts, events and the host itself.
/// </summary>
public sealed partial class App : Scope
{
    internal App(Connection connection) : base(connection, "") { }

    private protected override VariableScope Kind => VariableScope.App;

    /// <summary>A handle on a session whose id is known. Whether it exists shows when it is used.</summary>
    /// <param name="id">Its id, or <see cref="Client.Session.Active"/>.</param>
    public Session Session(string id) => new(Connection, id);

    /// <inheritdoc cref="Session(string)"/>
    /// <param name="id">Its id, a decimal number.</param>
    public Tab Tab(string id) => new(Connection, id);

    /// <inheritdoc cref="Session(string)"/>
    /// <param name="id">Its id, <c>pty-</c> and a UUID.</param>
    public Window Window(string id) => new(Connection, id);

    /// <summary>The windows, their tabs and their sessions as they are now.</summary>
    public async Task<Layout> GetLayoutAsync(CancellationToken cancel = default)
    {
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { ListSessionsRequest = new() }, cancel);
        return Layout.Of(Connection, message.ListSessionsResponse);
    }

    /// <summary>The session that was activated last.</summary>
    /// <returns>Null while there is none.</returns>
    public async Task<Session?> GetCurrentSessionAsync(CancellationToken cancel = default)
    {
        try
        {
            return Session((await Session(Client.Session.Active).GetVariableAsync<string>("id", cancel))!);
        }
        catch (RequestFailedException e) when (e.Status == "SESSION_NOT_FOUND")
        {
            return null;
        }
    }

    /// <summary>A window with a session of a profile. To run a program of your own: <see cref="CreateSessionAsync"/>.</summary>
    /// <param name="profile">Its name. Default: the default profile.</param>
    public Task<Created> CreateWindowAsync(string? profile = null, CancellationToken cancel = default) =>
        CreateTabAsync(new CreateTabRequest(), profile, cancel);

    /// <summary>Which window has the keyboard, and which tab and session is selected in each, one item for each such fact.</summary>
    public async Task<IReadOnlyList<FocusChange>> GetFocusAsync(CancellationToken cancel = default)
    {
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { FocusRequest = new() }, cancel);
        return [.. message.FocusResponse.Notifications.Select(change => FocusChange.Of(Connection, change)).OfType<FocusChange>()];
    }

    /// <summary>Sessions as they come into being. The layout has them already.</summary>
    public Task<Subscription<Session>> WatchNewSessionsAsync(CancellationToken cancel = default) =>
        WatchAsync(NotificationType.NotifyOnNewSession, "new sessions", n => n.NewSessionNotification is { } it ? Session(it.SessionId) : null, cancel);

    /// <summary>Sessions whose program ends, or that are closed; each once.</summary>
    public Task<Subscription<Session>> WatchTerminatedSessionsAsync(CancellationToken cancel = default) =>
        WatchAsync(NotificationType.NotifyOnTerminateSession, "ends of sessions", n => n.TerminateSessionNotification is { } it ? Session(it.SessionId) : null, cancel);

    /// <summary>The whole layout, whenever it changes.</summary>
    public Task<Subscription<Layout>> WatchLayoutAsync(CancellationToken cancel = default) =>
        WatchAsync(NotificationType.NotifyOnLayoutChange, "layouts", n => n.LayoutChangedNotification is { } it ? Layout.Of(Connection, it.ListSessionsResponse) : null, cancel);

    public Task<Subscription<FocusChange>> WatchFocusAsync(CancellationToken cancel = default) =>
        WatchAsync(NotificationType.NotifyOnFocusChange, "changes of focus", n => n.FocusChangedNotification is { } it ? FocusChange.Of(Connection, it) : null, cancel);

    /// <summary>Changes of a variable of every session, those made later too.</summary>
    public Task<Subscription<VariableChange>> WatchSessionVariableAsync(string name, CancellationToken cancel = default) =>
        Session("all").WatchAllAsync(name, cancel);

    /// <summary>Prompts of every session, those made later too.</summary>
    public Task<Subscription<PromptEvent>> WatchPromptsAsync(CancellationToken cancel = default) => Session("all").WatchPromptsAsync(cancel);

    /// <summary>Custom control sequences of every session, those made later too.</summary>
    /// <inheritdoc cref="Client.Session.WatchCustomSequencesAsync"/>
    public Task<Subscription<CustomSequence>> WatchCustomSequencesAsync(string? identity = null, CancellationToken cancel = default) =>
        Session("all").WatchCustomSequencesAsync(identity, cancel);

    /// <summary>Sets of sessions: what is typed in one of a set goes to all of it.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Session>>> GetBroadcastDomainsAsync(CancellationToken cancel = default)
    {
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { GetBroadcastDomainsRequest = new() }, cancel);
        return Domains(message.GetBroadcastDomainsResponse.BroadcastDomains);
    }

    /// <summary>Replaces all of them; none turns broadcasting off.</summary>
    /// <exception cref="RequestFailedException">A session is in two sets, unknown, or not in the window of the others.</exception>
    public async Task SetBroadcastDomainsAsync(IEnumerable<IEnumerable<Session>> domains, CancellationToken cancel = default)
    {
        var request = new SetBroadcastDomainsRequest();
        request.BroadcastDomains.AddRange(domains.Select(domain => new BroadcastDomain { SessionIds = { domain.Select(session => session.Id) } }));
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { SetBroadcastDomainsRequest = request }, cancel);
        Answer.Check(message.SetBroadcastDomainsResponse.Status, SetBroadcastDomainsResponse.Types.Status.Ok, "set broadcast domains", About);
    }

    public Task<Subscription<IReadOnlyList<IReadOnlyList<Session>>>> WatchBroadcastDomainsAsync(CancellationToken cancel = default) =>
        WatchAsync(NotificationType.NotifyOnBroadcastChange, "broadcast domains", n => n.BroadcastDomainsChanged is { } it ? Domains(it.BroadcastDomains) : null, cancel);

    /// <summary>The profiles, each as its properties.</summary>
    /// <param name="properties">Only these. Default: all.</param>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>> ListProfilesAsync(
        IEnumerable<string>? properties = null, CancellationToken cancel = default)
    {
        var request = new ListProfilesRequest { Properties = { properties ?? [] } };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { ListProfilesRequest = request }, cancel);
        return [.. message.ListProfilesResponse.Profiles.Select(profile => Client.Session.Properties(profile.Properties))];
    }

    internal async Task<Created> CreateTabAsync(CreateTabRequest request, string? profile, CancellationToken cancel)
    {
        if (profile is not null) request.ProfileName = profile;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { CreateTabRequest = request }, cancel);
        var made = message.CreateTabResponse;
        Answer.Check(made.Status, CreateTabResponse.Types.Status.Ok, "create a tab", request.HasWindowId ? $"window {request.WindowId}" : "new window");
        return new Created(Window(made.WindowId), Tab(made.TabId.ToString(System.Globalization.CultureInfo.InvariantCulture)), Session(made.SessionId));
    }

    internal async Task ActivateAsync(ActivateRequest request, string about, CancellationToken cancel)
    {
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { ActivateRequest = request }, cancel);
        Answer.Check(message.ActivateResponse.Status, ActivateResponse.Types.Status.Ok, "activate", about);
    }

    internal async Task CloseAsync(CloseRequest request, string about, CancellationToken cancel)
    {
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { CloseRequest = request }, cancel);
        Answer.Check(message.CloseResponse.Statuses.Single(), CloseResponse.Types.Status.Ok, "close", about);
    }

    private protected override void Put(VariableRequest request) => request.App = true;

    private protected override void Put(InvokeFunctionRequest request) => request.App = new();

    private Task<Subscription<T>> WatchAsync<T>(NotificationType kind, string what, Func<Notification, T?> read, CancellationToken cancel) where T : class =>
        Connection.Subscriptions.AddAsync(what, [new Topic.Api(kind)], read, cancel);

    private IReadOnlyList<IReadOnlyList<Session>> Domains(IEnumerable<BroadcastDomain> domains) =>
        [.. domains.Select(domain => (IReadOnlyList<Session>)[.. domain.SessionIds.Select(Session)])];
}
