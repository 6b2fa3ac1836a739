using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>One difference of the configuration: <c>actorterm reload --json</c>.</summary>
internal sealed record ChangeJson(string Path, string? Before, string? After, bool TakesEffect)
{
    public static ChangeJson Of(ConfigurationChange change) => new(change.Path, change.Before, change.After, change.TakesEffect);
}
