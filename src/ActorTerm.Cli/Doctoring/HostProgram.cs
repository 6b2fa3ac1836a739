using System.ComponentModel;
using System.Diagnostics;

namespace ActorTerm.Cli.Doctoring;

/// <summary>What <c>actorterm-host --check</c> says of the settings a host would start with.</summary>
/// <param name="Problems">Empty when the settings are right.</param>
/// <param name="Settings">Those that others have to know, by key.</param>
internal sealed record HostProgram(string File, IReadOnlyList<string> Problems, IReadOnlyDictionary<string, string> Settings)
{
    private const string Name = "actorterm-host";

    /// <summary>Asks the program beside this one, else the one on the PATH.</summary>
    /// <returns>Null when there is none.</returns>
    public static async Task<HostProgram?> Check(CancellationToken cancel)
    {
        if (Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable("PATH") ?? "") is not { } file) return null;

        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, "--check") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new HostProgram(file, process.ExitCode == 0 ? [] : Problem(await errors), Read(output));
        }
        catch (Win32Exception e)
        {
            return new HostProgram(file, [$"cannot be run: {e.Message}"], new Dictionary<string, string>());
        }
    }

    internal static string? Find(string own, string path) =>
        path.Split(':', StringSplitOptions.RemoveEmptyEntries).Prepend(own).Select(folder => Path.Combine(folder, Name)).FirstOrDefault(System.IO.File.Exists);

    /// <summary>Lines such as <c>actorterm.api.port = 1912</c>.</summary>
    internal static IReadOnlyDictionary<string, string> Read(string output) => output.Split('\n')
        .Select(line => line.Split(" = ", 2))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => parts[1]);

    private static IReadOnlyList<string> Problem(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? [$"{Name} --check failed and did not say why"] : [.. lines.Select(line => line.Replace($"{Name}: ", ""))];
    }
}
