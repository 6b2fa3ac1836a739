using System.Diagnostics.CodeAnalysis;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

public static partial class ProfilesProtocol
{
    /// <summary>The shared profiles of a host, in memory. Used by one actor.</summary>
    /// <param name="first">The default profile as it is at first.</param>
    public sealed class ProfileStore(Profile first)
    {
        private readonly List<Profile> _profiles = [first];
        private string _default = first.Guid;

        public IReadOnlyList<Profile> All => _profiles;

        /// <summary>The profile of that name; the default one for null.</summary>
        public Profile? Named(string? name) => name is null ? WithGuid(_default) : _profiles.Find(profile => profile.Name == name);

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
    }
}
