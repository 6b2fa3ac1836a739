using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>What became of a key: <c>actorterm keys press --json</c>.</summary>
internal sealed record PressedKeyJson(string Name, string Fate, KeyJson? Binding, string? Error, string? Traceback)
{
    public static PressedKeyJson Of(PressedKey key) => new(
        key.Name, key.Fate.ToString().ToLowerInvariant(), key.Binding is { } binding ? KeyJson.Of(binding) : null, key.Error, key.Traceback);
}
