using ActorTerm.Api;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host;

/// <summary>What the host sees of its own health, for <c>actorterm doctor</c>.</summary>
internal static class Diagnosis
{
    private const int FewDescriptors = 1024;

    public static IReadOnlyList<HostCheck> Of(HostSettings settings, StateDirectory state, LibraryLink? link) =>
    [
        new("configuration", HostCheckOutcome.Ok, settings.File is { } file ? $"read from {file}" : "no file; all settings have their defaults", null),
        Writable(state),
        Socket(settings),
        OpenFiles(),
        link is { } made
            ? new("library-link", HostCheckOutcome.Ok, $"iTerm2's Python library finds this host with IT2_SUITE={made.Suite}", null)
            : new("library-link", HostCheckOutcome.Warning, "iTerm2's Python library does not find this host", "see the host's log; HOME must be writable"),
    ];

    private static HostCheck Writable(StateDirectory state)
    {
        try
        {
            var probe = Path.Combine(state.Path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("state-directory", HostCheckOutcome.Ok, $"{state.Path} can be written", null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("state-directory", HostCheckOutcome.Problem, $"{state.Path} cannot be written: {e.Message}", $"make {state.Path} writable and restart the host");
        }
    }

    private static HostCheck Socket(HostSettings settings)
    {
        var mode = File.GetUnixFileMode(settings.Api.Socket);
        return mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
            ? new("socket", HostCheckOutcome.Ok, $"{settings.Api.Socket} is its owner's alone", null)
            : new("socket", HostCheckOutcome.Problem, $"{settings.Api.Socket} has the mode {Convert.ToString((int)mode, 8)}, not 600", $"chmod 600 {settings.Api.Socket}");
    }

    private static HostCheck OpenFiles()
    {
        var limit = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        return long.TryParse(limit, out var soft) && soft <= FewDescriptors
            ? new("open-files", HostCheckOutcome.Problem, $"this host may open {soft} files, and a session needs two", "raise RLIMIT_NOFILE: ulimit -n 65536, or LimitNOFILE in the unit")
            : new("open-files", HostCheckOutcome.Ok, $"this host may open {limit} files", null);
    }
}
