namespace ActorTerm.Api;

/// <summary>What the host tells of itself. Made by Host, which alone knows it.</summary>
/// <param name="Suite">Value of IT2_SUITE with which the stock Python library finds this host; null while no link leads here.</param>
/// <param name="Reload">Reads the configuration again; true takes it over, false only tells the difference. The configuration counts as taken over
/// when this returns: what it says to apply must be applied.</param>
/// <param name="Diagnose">Looks at the host for <c>actorterm doctor</c>; called for each request.</param>
public sealed record HostFacts(
    string Version,
    string HostId,
    DateTimeOffset StartedAt,
    string Socket,
    int Port,
    string StateDirectory,
    string? ConfigurationFile,
    string? Suite,
    string Cookie,
    string AttachLeader,
    Func<IReadOnlyList<HostCheck>> Diagnose,
    Func<bool, HostReload> Reload);

/// <param name="Remedy">What to do about it; null when nothing needs doing.</param>
public sealed record HostCheck(string Name, HostCheckOutcome Outcome, string Detail, string? Remedy);

public enum HostCheckOutcome
{
    Ok,
    Warning,
    Problem,
}
