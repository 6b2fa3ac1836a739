using ActorTerm.Language;

namespace ActorTerm.Runtime.Profiles;

public static partial class ProfilesProtocol
{
    /// <summary>The profile that applies when none is named, in the configuration; scripts know it as <c>Default</c>.</summary>
    public const string DefaultName = "default";

    /// <summary>Variables of the program: an object of texts, and of nulls, which take a variable away.</summary>
    public const string EnvironmentKey = "ActorTerm Environment";

    /// <summary>What sessions are called: an interpolated string.</summary>
    public const string TitleKey = "ActorTerm Title";

    /// <summary>The coprocess a session starts with: an object with <c>command</c> and, as wished, <c>mute</c>, <c>lockInput</c>, <c>newline</c>,
    /// <c>onStdinFull</c> and <c>answerQueries</c>.</summary>
    public const string CoprocessKey = "ActorTerm Coprocess";

    /// <summary>A profile as the configuration has it.</summary>
    /// <param name="Name">Unique among the profiles.</param>
    /// <param name="Properties">By iTerm2's names, laid over those that every profile has.</param>
    public sealed record ProfileSource(string Name, IReadOnlyList<KeyValuePair<string, Value>> Properties)
    {
        /// <summary>Which property has a value of the wrong type; null when none has.</summary>
        public string? Problem => Profile.Default.TryWith(Properties, out _, out var error) ? null : error;

        /// <param name="defaults">What every profile has.</param>
        public Profile Over(Profile defaults)
        {
            var isDefault = Name == DefaultName;
            IEnumerable<KeyValuePair<string, Value>> identity = isDefault ? [] : [new("Name", Value.Of(Name)), new("Guid", Value.Of(GuidOf(Name))), new("Description", Value.Of(Name))];
            return defaults.TryWith([.. identity, .. Properties], out var profile, out var error) ? profile : throw new FormatException($"profile {Name}: {error}");
        }

        /// <summary>The same at every start: made of the name (RFC 9562, version 8).</summary>
        private static string GuidOf(string name)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("actorterm.profiles." + name));
            hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
            return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString().ToUpperInvariant();
        }
    }
}
