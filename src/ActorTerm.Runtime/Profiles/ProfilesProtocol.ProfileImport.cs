using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Triggers;

namespace ActorTerm.Runtime.Profiles;

public static partial class ProfilesProtocol
{
    /// <summary>Profiles as iTerm2 exports them. What somebody else wrote runs nothing until its owner says so: triggers are disabled.</summary>
    public static class ProfileImport
    {
        /// <param name="json">One profile, or an object whose <c>Profiles</c> is an array of them.</param>
        /// <param name="name">For the only one; null for the name it has.</param>
        /// <param name="first">What a profile has that says nothing else.</param>
        /// <param name="error">What is wrong, and in which profile.</param>
        public static bool TryRead(Value json, string? name, Profile first, [NotNullWhen(true)] out IReadOnlyList<Profile>? profiles, [NotNullWhen(false)] out string? error)
        {
            var read = new List<Profile>();
            (profiles, error) = (read, null);
            var items = Items(json).ToList();
            if (items.Count == 0) error = "this is no exported profile: an object with a Name, or with an array of them as Profiles, is expected";
            else if (name is not null && items.Count > 1) error = $"there are {items.Count} profiles in it, which cannot all be named {name}";
            foreach (var item in items)
            {
                if (error is not null) break;
                var members = Members(item);
                if (name is not null) members["Name"] = Value.Of(name);
                if (!members.TryGetValue("Name", out var own) || !own.TryGetString(out var called) || called.Length == 0)
                {
                    error = "a profile has no Name";
                    continue;
                }

                if (name is not null || !members.ContainsKey("Guid")) members["Guid"] = Value.Of(System.Guid.NewGuid().ToString().ToUpperInvariant());
                if (members.TryGetValue("Triggers", out var triggers) && triggers.Kind == JsonValueKind.Array) members["Triggers"] = Disabled(triggers);
                if (first.TryWith(members, out var profile, out var wrong)) read.Add(profile);
                else error = $"profile {called}: {wrong}";
            }

            if (error is null) return true;

            profiles = null;
            return false;
        }

        private static Value Disabled(Value triggers) => Value.Array(JsonParts.Items(triggers).Select(item =>
            item.Kind == JsonValueKind.Object ? new TriggersProtocol.StoredTrigger(item).Disabled(true).Json : item));

        private static IEnumerable<Value> Items(Value json)
        {
            var root = Members(json);
            if (!root.TryGetValue("Profiles", out var several)) return root.ContainsKey("Name") ? [json] : [];
            return JsonParts.Items(several).Where(one => one.Kind == JsonValueKind.Object);
        }

        /// <summary>Of several members of one name the last counts.</summary>
        private static Dictionary<string, Value> Members(Value profile)
        {
            var members = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var (name, value) in JsonParts.Members(profile)) members[name] = value;
            return members;
        }
    }
}
