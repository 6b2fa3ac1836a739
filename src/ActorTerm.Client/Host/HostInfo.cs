namespace ActorTerm.Client;

/// <summary>The host at the other end.</summary>
/// <param name="Socket">Full path of its Unix socket.</param>
/// <param name="Port">Null: TCP is off.</param>
/// <param name="ConfigurationFile">Null: it runs on the defaults.</param>
/// <param name="Suite">What <c>IT2_SUITE</c> must be for the stock Python library to find it; null while no link leads here.</param>
/// <param name="Cookie">What <c>ITERM2_COOKIE</c> must be.</param>
/// <param name="AttachLeader">The key that begins a command of an attached viewer: <c>C-b</c>.</param>
public sealed record HostInfo(
    string Version,
    int Pid,
    string HostId,
    DateTimeOffset StartedAt,
    string Socket,
    int? Port,
    string StateDirectory,
    string? ConfigurationFile,
    string? Suite,
    string Cookie,
    string AttachLeader)
{
    internal static HostInfo Of(Protocol.Host.HostInfo host) => new(
        host.Version,
        host.Pid,
        host.HostId,
        DateTimeOffset.FromUnixTimeMilliseconds(host.StartedAtMs),
        host.Socket,
        host.Port == 0 ? null : host.Port,
        host.StateDirectory,
        host.HasConfigurationFile ? host.ConfigurationFile : null,
        host.HasSuite ? host.Suite : null,
        host.Cookie,
        host.AttachLeader);
}
