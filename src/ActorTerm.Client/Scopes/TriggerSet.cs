using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>
/// The triggers of a session (<see cref="Session.Triggers"/>), or those that sessions made with a profile from now on have (<see
/// cref="App.TriggersOf"/>). Each change answers with the list after it.
/// </summary>
public sealed class TriggerSet
{
    private readonly Connection _connection;
    private readonly string? _session;
    private readonly string? _profile;

    internal TriggerSet(Connection connection, string? session, string? profile)
    {
        _connection = connection;
        _session = session;
        _profile = profile;
    }

    public async Task<IReadOnlyList<TriggerInfo>> ListAsync(CancellationToken cancel = default) => List(await AskAsync(cancel));

    /// <summary>Lines, and moments within unfinished ones, at which the session looked at its triggers so far; 0 for a profile.</summary>
    public async Task<long> CountEvaluationsAsync(CancellationToken cancel = default) => (await AskAsync(cancel)).Evaluations;

    /// <param name="json">An object with iTerm2's names: docs/triggers.md.</param>
    /// <exception cref="RequestFailedException">A field is wrong (<c>BAD_REQUEST</c>); the message says which and where.</exception>
    public async Task<IReadOnlyList<TriggerInfo>> AddAsync(string json, CancellationToken cancel = default)
    {
        var request = new AddTriggerRequest { Json = json };
        if (_session is not null) request.Session = _session;
        if (_profile is not null) request.Profile = _profile;
        return List((await _connection.RequestAsync(new HostRequest { AddTrigger = request }, cancel)).AddTrigger);
    }

    /// <param name="trigger">Its number from 1, or a name that only one has.</param>
    /// <exception cref="RequestFailedException">There is none, or it has an error (<c>BAD_REQUEST</c>).</exception>
    public Task<IReadOnlyList<TriggerInfo>> EnableAsync(string trigger, CancellationToken cancel = default) => ChangeAsync(trigger, ChangeTriggerRequest.Types.Change.Enable, cancel);

    /// <inheritdoc cref="EnableAsync"/>
    public Task<IReadOnlyList<TriggerInfo>> DisableAsync(string trigger, CancellationToken cancel = default) => ChangeAsync(trigger, ChangeTriggerRequest.Types.Change.Disable, cancel);

    /// <inheritdoc cref="EnableAsync"/>
    public Task<IReadOnlyList<TriggerInfo>> RemoveAsync(string trigger, CancellationToken cancel = default) => ChangeAsync(trigger, ChangeTriggerRequest.Types.Change.Remove, cancel);

    private async Task<ListTriggersResponse> AskAsync(CancellationToken cancel)
    {
        var request = new ListTriggersRequest();
        if (_session is not null) request.Session = _session;
        if (_profile is not null) request.Profile = _profile;
        return (await _connection.RequestAsync(new HostRequest { ListTriggers = request }, cancel)).ListTriggers;
    }

    private async Task<IReadOnlyList<TriggerInfo>> ChangeAsync(string trigger, ChangeTriggerRequest.Types.Change change, CancellationToken cancel)
    {
        var request = new ChangeTriggerRequest { Trigger = trigger, Change = change };
        if (_session is not null) request.Session = _session;
        if (_profile is not null) request.Profile = _profile;
        return List((await _connection.RequestAsync(new HostRequest { ChangeTrigger = request }, cancel)).ChangeTrigger);
    }

    private static IReadOnlyList<TriggerInfo> List(ListTriggersResponse response) => [.. response.Triggers.Select(TriggerInfo.Of)];
}
