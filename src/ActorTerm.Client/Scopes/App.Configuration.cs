using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class App
{
    /// <summary>Makes the host read its configuration files again.</summary>
    /// <param name="check">Only tell the difference.</param>
    /// <returns>What differs; empty when nothing does.</returns>
    /// <exception cref="RequestFailedException">Some part is wrong (<c>BAD_REQUEST</c>), and nothing changed; the message has all of it.</exception>
    public async Task<IReadOnlyList<ConfigurationChange>> ReloadAsync(bool check = false, CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { Reload = new() { Check = check } }, cancel);
        return [.. response.Reload.Changes.Select(ConfigurationChange.Of)];
    }

    /// <summary>The guid of the profile that applies when none is named.</summary>
    public async Task<string> GetDefaultProfileAsync(CancellationToken cancel = default)
    {
        var request = new PreferencesRequest { Requests = { new PreferencesRequest.Types.Request { GetDefaultProfileRequest = new() } } };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { PreferencesRequest = request }, cancel);
        return message.PreferencesResponse.Results[0].GetDefaultProfileResult.Guid;
    }
}
