namespace ActorTerm.Runtime.Sessions;

/// <summary>The user's shell and home: SHELL and HOME, else the entry in /etc/passwd (passwd(5)), else /bin/sh and /.</summary>
internal static class LoginShell
{
    public static string Path() =>
        Environment.GetEnvironmentVariable("SHELL") is { Length: > 0 } shell && File.Exists(shell) ? shell : Entry(6) ?? "/bin/sh";

    public static string Home() =>
        Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home && Directory.Exists(home) ? home : Entry(5) ?? "/";

    private static string? Entry(int field)
    {
        if (!File.Exists("/etc/passwd")) return null;

        var name = Environment.UserName + ":";
        var fields = File.ReadLines("/etc/passwd").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':');
        return fields?.ElementAtOrDefault(field) is { Length: > 0 } value ? value : null;
    }
}
