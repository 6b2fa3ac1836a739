using System.Text.Json;

namespace ActorTerm.Cli.Output;

/// <summary>A profile with all it says: <c>actorterm profile show --json</c>.</summary>
/// <param name="Properties">By iTerm2's names.</param>
internal sealed record ProfilePropertiesJson(string Name, string Guid, IReadOnlyDictionary<string, JsonElement> Properties)
{
    public static ProfilePropertiesJson Of(IReadOnlyDictionary<string, JsonElement> profile) =>
        new(ProfileJson.Text(profile, "Name"), ProfileJson.Text(profile, "Guid"), profile);
}
