using System.Diagnostics.CodeAnalysis;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

public static partial class ProfilesProtocol
{
    /// <summary>The shared profiles of a host, in memory: those of the configuration, with what scripts changed in them. Used by one actor.</summary>
    public sealed class ProfileStore
    {
        private readonly Profile _defaults;
        private readonly Action<string> _changed;
        private IReadOnlyList<Profile> _profiles = [];
        private Dictionary<string, Profile> _configured = [];
        private string _default;

        /// <param name="defaults">What every profile has; without a configured one, also the profile that applies when none is named.</param>
        /// <param name="sources">Those of the configuration.</param>
        /// <param name="changed">Told the guid of each profile that has other properties than before, is new or is gone, when that is so.</param>
        public ProfileStore(Profile defaults, IReadOnlyList<ProfileSource> sources, Action<string>? changed = null)
        {
            _defaults = defaults;
            _changed = changed ?? (_ => { });
            _default = defaults.Guid;
            Configure(sources);
        }

        public IReadOnlyList<Profile> All => _profiles;

        /// <summary>The profile of that name; for null, the one that applies when none is named.</summary>
        public Profile? Named(string? name) => name switch
        {
            null => WithGuid(_default),
            DefaultName when WithName(name) is null => WithGuid(_defaults.Guid),
            _ => WithName(name),
        };

        /// <summary>From now on the profile of that guid applies when none is named; false when there is none.</summary>
        public bool TryMakeDefault(string guid)
        {
            if (WithGuid(guid) is null) return false;

            _default = guid;
            return true;
        }

        public Profile? WithGuid(string guid) => _profiles.FirstOrDefault(profile => profile.Guid == guid);

        /// <summary>Takes profiles in, in place of those with the same guid: all of them, or none and says why.</summary>
        public bool TryAdd(IReadOnlyList<Profile> added, [NotNullWhen(false)] out string? error)
        {
            var names = added.GroupBy(profile => profile.Name).FirstOrDefault(named => named.Count() > 1)?.Key
                ?? added.FirstOrDefault(profile => _profiles.Any(other => other.Name == profile.Name && other.Guid != profile.Guid))?.Name;
            error = names is null ? null : $"there is a profile named {names} already; import it under another name";
            if (error is not null) return false;

            var profiles = _profiles.ToList();
            foreach (var profile in added)
            {
                var at = profiles.FindIndex(other => other.Guid == profile.Guid);
                if (at < 0) profiles.Add(profile);
                else profiles[at] = profile;
            }

            Commit(profiles);
            return true;
        }

        /// <summary>Changes each profile named by <paramref name="guids"/>: all of them, or none and says why.</summary>
        public bool TryChange(IReadOnlyList<string> guids, IReadOnlyList<KeyValuePair<string, Value>> changes, [NotNullWhen(false)] out string? error)
        {
            error = null;
            var profiles = _profiles.ToList();
            foreach (var guid in guids)
            {
                var at = profiles.FindIndex(profile => profile.Guid == guid);
                if (at < 0)
                {
                    error = $"no profile has the guid {guid}";
                    return false;
                }

                if (!profiles[at].TryWith(changes, out var with, out error)) return false;
                if (with.Guid != guid)
                {
                    error = "profile property \"Guid\" is what the profile is known by, and stays as it is";
                    return false;
                }

                profiles[at] = with;
            }

            Commit(profiles);
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
            var profiles = _profiles.ToList();
            foreach (var (guid, profile) in configured)
            {
                var at = profiles.FindIndex(known => known.Guid == guid);
                if (at < 0)
                {
                    profiles.Add(profile);
                }
                else if (!_configured.TryGetValue(guid, out var was) || !Same(was, profile))
                {
                    changed.Add((profiles[at], profile));
                    profiles[at] = profile;
                }
            }

            profiles.RemoveAll(profile => _configured.ContainsKey(profile.Guid) && !configured.ContainsKey(profile.Guid));
            _configured = configured;
            Commit(profiles);
            if (WithGuid(_default) is null) _default = _defaults.Guid;
            return changed;
        }

        private Profile? WithName(string name) => _profiles.FirstOrDefault(profile => profile.Name == name);

        private void Commit(List<Profile> profiles)
        {
            var before = _profiles.ToDictionary(profile => profile.Guid);
            _profiles = profiles;
            foreach (var profile in profiles)
            {
                if (!before.Remove(profile.Guid, out var was) || !Same(was, profile)) _changed(profile.Guid);
            }

            foreach (var guid in before.Keys) _changed(guid);
        }

        private static bool Same(Profile one, Profile other) =>
            ReferenceEquals(one.Properties, other.Properties) || (one.Properties.Count == other.Properties.Count && one.Properties.SequenceEqual(other.Properties));
    }
}
