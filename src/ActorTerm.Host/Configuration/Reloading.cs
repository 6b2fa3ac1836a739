using ActorTerm.Api;
using ActorTerm.Hocon;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Host.Configuration;

/// <summary>
/// Reads the configuration again while the host runs. Profiles and key bindings take effect; any other setting does so at the next start, and
/// the difference says which. When anything at all is wrong, nothing changes.
/// </summary>
/// <param name="first">What the host started with.</param>
/// <param name="read">Reads it again.</param>
internal sealed class Reloading(ConfiguredHost first, Func<ConfiguredHost> read)
{
    private static readonly HoconPath[] Live = [HoconPath.Parse("actorterm.profiles"), HoconPath.Parse("actorterm.keys.leader"), HoconPath.Parse("actorterm.keys.bindings")];
    private readonly Lock _lock = new();
    private ConfiguredHost _current = first;

    /// <param name="apply">False only tells the difference.</param>
    public HostReload Reload(bool apply)
    {
        lock (_lock)
        {
            try
            {
                var next = read();
                var differences = Differences.Between(_current.Config.Root, next.Config.Root).ToList();
                var changes = differences.Select(one => new HostChange(one.Path.ToString(), one.Before?.ToString(), one.After?.ToString(), IsLive(one.Path))).ToList();
                if (!apply || !changes.Exists(change => change.TakesEffect))
                {
                    if (apply) _current = next;
                    return new HostReload.Read(null, changes);
                }

                _current = next;
                var keysToo = differences.Any(one => Live[1..].Any(path => IsWithin(one.Path, path)));
                var runtime = next.Settings.Runtime;
                return new HostReload.Read(new WorkspaceProtocol.ApplyConfiguration(runtime.Profiles, keysToo ? runtime.Keys : null), changes);
            }
            catch (SettingsException e)
            {
                return new HostReload.Refused(e.Message);
            }
        }
    }

    private static bool IsLive(HoconPath path) => Live.Any(live => IsWithin(path, live));

    private static bool IsWithin(HoconPath path, HoconPath outer) => path.Keys.Count >= outer.Keys.Count && path.Keys.Take(outer.Keys.Count).SequenceEqual(outer.Keys);
}

/// <summary>Settings, and the configuration they were read from.</summary>
internal sealed record ConfiguredHost(HostSettings Settings, Config Config);
