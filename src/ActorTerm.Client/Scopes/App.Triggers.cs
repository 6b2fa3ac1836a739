using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class App
{
    /// <summary>The triggers that sessions made with a profile from now on have.</summary>
    /// <param name="profile">Its name.</param>
    public TriggerSet TriggersOf(string profile) => new(Connection, null, profile);

    /// <summary>What a trigger would do on these lines. Nothing is done.</summary>
    /// <param name="json">See <see cref="TriggerSet.AddAsync"/>.</param>
    public async Task<TriggerTest> TestTriggerAsync(string json, IEnumerable<string> lines, CancellationToken cancel = default) =>
        TriggerTest.Of((await Connection.RequestAsync(new HostRequest { TestTrigger = new() { Json = json, Lines = { lines } } }, cancel)).TestTrigger);

    /// <summary>Takes in profiles that iTerm2 exported, all of them or none. Their triggers are disabled.</summary>
    /// <param name="json">One profile, or an object with several as <c>Profiles</c>.</param>
    /// <param name="name">For the only profile in it; null for the name it has.</param>
    /// <exception cref="RequestFailedException">It is no profile, or there is one of that name (<c>BAD_REQUEST</c>).</exception>
    public async Task<IReadOnlyList<ImportedProfile>> ImportProfilesAsync(string json, string? name = null, CancellationToken cancel = default)
    {
        var request = new ImportProfilesRequest { Json = json };
        if (name is not null) request.Name = name;
        return [.. (await Connection.RequestAsync(new HostRequest { ImportProfiles = request }, cancel)).ImportProfiles.Profiles.Select(ImportedProfile.Of)];
    }
}
