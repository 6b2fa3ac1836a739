namespace ActorTerm.Client;

/// <summary>One difference between the configuration a host had and the one it read again.</summary>
/// <param name="Path">Of the setting, or of the part of a profile: <c>actorterm.profiles.work.command</c>.</param>
/// <param name="Before">As HOCON; null when it was not there.</param>
/// <param name="After">As HOCON; null when it is gone.</param>
/// <param name="TakesEffect">False: at the next start of the host.</param>
public sealed record ConfigurationChange(string Path, string? Before, string? After, bool TakesEffect)
{
    internal static ConfigurationChange Of(Protocol.Host.ConfigurationChange m) =>
        new(m.Path, m.HasBefore ? m.Before : null, m.HasAfter ? m.After : null, m.TakesEffect);
}
