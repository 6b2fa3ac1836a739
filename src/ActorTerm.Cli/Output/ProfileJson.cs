using System.Text.Json;

namespace ActorTerm.Cli.Output;

/// <summary>A profile: <c>actorterm profile ls --json</c>.</summary>
internal sealed record ProfileJson(string Name, string Guid, bool Default, string Command, int Columns, int Rows, int Keys, int Triggers, string? Coprocess)
{
    public static readonly string[] Properties = ["Name", "Guid", "Custom Command", "Command", "Columns", "Rows", "Keyboard Map", "Triggers", "ActorTerm Coprocess"];

    public static ProfileJson Of(IReadOnlyDictionary<string, JsonElement> profile, string defaultGuid) => new(
        Text(profile, "Name"),
        Text(profile, "Guid"),
        Text(profile, "Guid") == defaultGuid,
        Text(profile, "Custom Command") == "Yes" ? Text(profile, "Command") : "",
        Number(profile, "Columns"),
        Number(profile, "Rows"),
        profile.TryGetValue("Keyboard Map", out var keys) && keys.ValueKind == JsonValueKind.Object ? keys.EnumerateObject().Count() : 0,
        profile.TryGetValue("Triggers", out var triggers) && triggers.ValueKind == JsonValueKind.Array ? triggers.GetArrayLength() : 0,
        profile.TryGetValue("ActorTerm Coprocess", out var coprocess) && coprocess.ValueKind == JsonValueKind.Object && coprocess.TryGetProperty("command", out var command)
            ? command.GetString() : null);

    public static string Text(IReadOnlyDictionary<string, JsonElement> profile, string key) =>
        profile.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static int Number(IReadOnlyDictionary<string, JsonElement> profile, string key) =>
        profile.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
