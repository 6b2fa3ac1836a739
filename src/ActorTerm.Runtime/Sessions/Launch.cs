using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Works out what a session runs: program, arguments, directory and environment, from what was asked and its profile.</summary>
internal sealed record Launch(PtyOptions Options, IReadOnlyList<string> Command, string Shell, string Home)
{
    /// <param name="termId"><c>wNtNpN:UUID</c>.</param>
    /// <exception cref="FormatException">The command line has an open quote, or names no program.</exception>
    public static Launch Of(
        SessionId id, string termId, SessionsProtocol.SessionStart start, ProfilesProtocol.Profile profile, SessionSettings settings)
    {
        var (shell, home) = (LoginShell.Path(), LoginShell.Home());
        var directory = Directory(start, profile, home);
        var environment = SessionEnvironment.For(id, termId, profile, directory, shell, settings, start.Environment);
        var argv = Words(start, profile);
        var options = new PtyOptions
        {
            FileName = argv?[0] ?? shell,
            Arguments = argv is null ? [] : [.. argv.Skip(1)],
            Argv0 = argv is null ? "-" + System.IO.Path.GetFileName(shell) : null,
            Environment = environment,
            WorkingDirectory = directory,
        };
        return new Launch(options, argv ?? [shell], shell, home);
    }

    /// <summary>Null runs the login shell.</summary>
    private static IReadOnlyList<string>? Words(SessionsProtocol.SessionStart start, ProfilesProtocol.Profile profile)
    {
        if (start.Argv is { Count: > 0 } argv) return argv;

        var line = start.CommandLine ?? (profile.Text("Custom Command") == "Yes" ? profile.Text("Command") : "");
        if (string.IsNullOrWhiteSpace(line)) return null;
        if (!CommandWords.TrySplit(line, out var words, out var error)) throw new FormatException($"cannot read the command line: {error}: {line}");
        return words;
    }

    private static string Directory(SessionsProtocol.SessionStart start, ProfilesProtocol.Profile profile, string home)
    {
        var wanted = start.Directory ?? (profile.Text("Custom Directory") == "Yes" ? profile.Text("Working Directory") : "");
        return wanted switch
        {
            "" => home,
            "~" => home,
            _ when wanted.StartsWith("~/", StringComparison.Ordinal) => System.IO.Path.Combine(home, wanted[2..]),
            _ => wanted,
        };
    }
}
