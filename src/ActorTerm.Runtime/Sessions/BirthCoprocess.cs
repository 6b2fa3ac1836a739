using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Profiles;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Reads the coprocess that a profile gives its sessions.</summary>
internal static class BirthCoprocess
{
    /// <returns>Null when the profile has none.</returns>
    public static StartCoprocess? Of(ProfilesProtocol.Profile profile)
    {
        if (!profile.Properties.TryGetValue(ProfilesProtocol.CoprocessKey, out var value) || value.Kind != JsonValueKind.Object) return null;

        using var json = JsonDocument.Parse(value.Utf8, new JsonDocumentOptions { MaxDepth = Value.MaxDepth });
        var root = json.RootElement;
        if (!root.TryGetProperty("command", out var command) || !Value.Parse(command.GetRawText()).TryGetString(out var line)) return null;

        var options = new CoprocessOptions(
            Flag(root, "mute"), Flag(root, "lockInput"), Word(root, "newline", CoprocessNewline.Raw), Word(root, "onStdinFull", StdinFull.Block), Flag(root, "answerQueries"));
        return new StartCoprocess(new CoprocessCommand.Shell(line), options, CoprocessSource.Profile);
    }

    private static bool Flag(JsonElement root, string name) => root.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static T Word<T>(JsonElement root, string name, T otherwise) where T : struct, Enum =>
        root.TryGetProperty(name, out var word) && Value.Parse(word.GetRawText()).TryGetString(out var text) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : otherwise;
}
