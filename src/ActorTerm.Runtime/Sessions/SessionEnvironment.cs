using System.Collections;
using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The environment of a new session's program: the host's own, less what belongs to the host, overlaid with what a terminal sets.</summary>
internal static class SessionEnvironment
{
    private static readonly string[] Dropped = ["LC_TERMINAL", "LC_TERMINAL_VERSION", "ITERM2_COOKIE", "ITERM2_KEY", "COLUMNS", "LINES", "TMUX", "TMUX_PANE"];

    /// <param name="termId"><c>wNtNpN:UUID</c>: numbers of window, tab and pane at the start, from 0.</param>
    public static Dictionary<string, string> For(
        SessionId id, string termId, ProfilesProtocol.Profile profile, string directory, string shell, SessionSettings settings, IReadOnlyDictionary<string, string?>? overlay)
    {
        var environment = ForCoprocess(id, termId, profile.Name, settings);
        if (profile.Text("Terminal Type") is { Length: > 0 } term) environment["TERM"] = term;
        environment.Remove("SHLVL");
        environment["SHELL"] = shell;
        environment["PWD"] = directory;
        foreach (var (name, value) in OfProfile(profile).Concat(overlay ?? new Dictionary<string, string?>()))
        {
            if (value is null) environment.Remove(name);
            else environment[name] = value;
        }

        return environment;
    }

    /// <exception cref="FormatException">A text in it is none.</exception>
    private static List<KeyValuePair<string, string?>> OfProfile(ProfilesProtocol.Profile profile)
    {
        if (!profile.Properties.TryGetValue(ProfilesProtocol.EnvironmentKey, out var value) || value.Kind != JsonValueKind.Object) return [];

        using var json = JsonDocument.Parse(value.Utf8, new JsonDocumentOptions { MaxDepth = Value.MaxDepth });
        try
        {
            return [.. json.RootElement.EnumerateObject().Select(one =>
                KeyValuePair.Create(one.Name, one.Value.ValueKind == JsonValueKind.Null ? null : (string?)one.Value.ToString()))];
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"the environment of profile {profile.Name} has a text with half a surrogate pair");
        }
    }

    /// <summary>The same, less what only the program on the terminal has: a shell's own variables, its directory, and what it was started with.</summary>
    public static Dictionary<string, string> ForCoprocess(SessionId id, string termId, string profile, SessionSettings settings)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) environment[(string)entry.Key] = (string?)entry.Value ?? "";
        foreach (var name in Dropped) environment.Remove(name);

        environment["TERM"] = settings.Term;
        environment["COLORTERM"] = "truecolor";
        environment["TERM_PROGRAM"] = "ActorTerm";
        environment["TERM_PROGRAM_VERSION"] = typeof(SessionEnvironment).Assembly.GetName().Version?.ToString(3) ?? "0";
        environment["TERM_SESSION_ID"] = environment["ITERM_SESSION_ID"] = termId;
        environment["ITERM_PROFILE"] = profile;
        environment["ACTORTERM_SESSION_ID"] = id.ToString();
        if (settings.Socket.Length > 0) environment["ACTORTERM_SOCKET"] = settings.Socket;
        return environment;
    }
}
