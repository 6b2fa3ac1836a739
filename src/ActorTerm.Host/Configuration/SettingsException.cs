using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>The settings are wrong. The message has a line for each problem, with its place.</summary>
internal sealed class SettingsException(IReadOnlyList<HoconException> problems)
    : Exception(string.Join('\n', problems.Select(p => p.Message)))
{
    public IReadOnlyList<HoconException> Problems { get; } = problems;
}
