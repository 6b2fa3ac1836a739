using System.Diagnostics.CodeAnalysis;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

public static partial class ProfilesProtocol
{
    /// <summary>The shared profiles of a host, in memory: those of the configuration, with what scripts changed in them. Used by one actor.</summary>
    public sealed class ProfileStore
    {
        private readonly Profile _defaults;
        private readonly List<Profile> _profiles = [];
        private Dictionary<string, Profile> _configured = [];
        private string _default;

        /// <param name="defaults">What every profile has; without a configured one, also the profile that applies when none is named.</param>
        /// <param name="sources">Those of the configuration.</param>
        public ProfileStore(Profile defaults, IReadOnlyList<ProfileSource> sources)
        {
            _defaults = defaults;
            _default = defaults.Guid;
            Configure(sources);
        }

        public IReadOnlyList<Profile> All => _profiles;

        /// <summary>The profile of that name; for null, the one that applies when none is named.</summary>
        public Profile? Named(string? name) => name switch
        {
            null => WithGuid(_default),
            DefaultName when _profiles.Find(profile => profile.Name == name) is null => WithGuid(_defaults.Guid),
            _ => _profiles.Find(profile => profile.Name == name),
        };

        /// <summary>From now on the profile of that guid applies when none is named; false when there is none.</summary>
        public bool TryMakeDefault(string guid)
        {
            if (WithGuid(guid) is null) return false;

            _default = guid;
            return true;
        }

        public Profile? WithGuid(string guid) => _profiles.Find(profile => profile.Guid == guid);

        /// <summary>Takes profiles in, in place of those with the same guid: all of them, or none and says why.</summary>
        public bool TryAdd(IReadOnlyList<Profile> added, [NotNullWhen(false)] out string? error)
        {
            var names = added.GroupBy(profile => profile.Name).FirstOrDefault(named => named.Count() > 1)?.Key
                ?? added.FirstOrDefault(profile => _profiles.Exists(other => other.Name == profile.Name && other.Guid != profile.Guid))?.Name;
            error = names is null ? null : $"there is a profile named {names} already; import it under another name";
            if (error is not null) return false;

            foreach (var profile in added)
            {
                var at = _profiles.FindIndex(other => other.Guid == profile.Guid);
                if (at < 0) _profiles.Add(profile);
                else _profiles[at] = profile;
            }

            return true;
        }

        /// <summary>Changes each profile named by <paramref name="guids"/>: all of them, or none and says why.</summary>
        public bool TryChange(IReadOnlyList<string> guids, IReadOnlyList<KeyValuePair<string, Value>> changes, [NotNullWhen(false)] out string? error)
        {
            error = null;
            var changed = new List<(int At, Profile Profile)>();
            foreach (var guid in guids)
            {
                var at = _profiles.FindIndex(profile => profile.Guid == guid);
                if (at < 0)
                {
                    error = $"no profile has the guid {guid}";
                    return false;
                }

                if (!_profiles[at].TryWith(changes, out var with, out error)) return false;
                changed.Add((at, with));
            }

            foreach (var (at, profile) in changed) _profiles[at] = profile;
            return true;
        }

        /// <summary>
        /// Takes over another configuration. A profile whose configuration is as before keeps what scripts changed in it; one that is not
        /// configured any more is gone.
        /// </summary>
        /// <returns>Those that are others now, each with what it was.</returns>
        public IReadOnlyList<(Profile Before, Profile After)> Configure(IReadOnlyList<ProfileSource> sources)
        {
            var configured = sources.Select(source => source.Over(_defaults)).ToDictionary(profile => profile.Guid);
            configured.TryAdd(_defaults.Guid, _defaults);
            var changed = new List<(Profile, Profile)>();
            foreach (var (guid, profile) in configured)
            {
                var at = _profiles.FindIndex(known => known.Guid == guid);
                if (at < 0)
                {
                    _profiles.Add(profile);
                }
                else if (!_configured.TryGetValue(guid, out var was) || !Same(was, profile))
                {
                    changed.Add((_profiles[at], profile));
                    _profiles[at] = profile;
                }
            }

            _profiles.RemoveAll(profile => _configured.ContainsKey(profile.Guid) && !configured.ContainsKey(profile.Guid));
            if (WithGuid(_default) is null) _default = _defaults.Guid;
            _configured = configured;
            return changed;
        }

        private static bool Same(Profile one, Profile other) =>
            one.Properties.Count == other.Properties.Count && one.Properties.SequenceEqual(other.Properties);
    }
}
