using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class App
{
    /// <summary>What is bound in a new session of the default profile: first the bindings of the profile, then those of all sessions.</summary>
    public Task<IReadOnlyList<KeyBinding>> ListKeysAsync(CancellationToken cancel = default) => ListKeysOfAsync(null, cancel);

    internal async Task<IReadOnlyList<KeyBinding>> ListKeysOfAsync(string? session, CancellationToken cancel)
    {
        var request = new ListKeysRequest();
        if (session is not null) request.Session = session;
        var response = await Connection.RequestAsync(new HostRequest { ListKeys = request }, cancel);
        return [.. response.ListKeys.Keys.Select(KeyBinding.Of)];
    }
}
