using System.Diagnostics;
using ActorTerm.Journeys.Rig;
using Xunit.Sdk;

namespace ActorTerm.Publish.Tests;

/// <summary>What <c>./build.sh test</c> has published, and installed under <c>artifacts/installed</c>, before it runs these tests.</summary>
internal static class Installation
{
    public static string Artifacts { get; } = Path.Combine(FindRoot(), "artifacts");

    public static string Prefix { get; } = Path.Combine(Artifacts, "installed");

    public static string At(string path)
    {
        var file = Path.Combine(Prefix, path);
        return File.Exists(file) ? file : throw new XunitException($"{file} is not there: ./build.sh install --prefix artifacts/installed makes it, as ./build.sh test does");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="environment">Over this process's own.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> words)
    {
        using var process = Start(program, environment, words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().Within($"end of {program}");
        return (process.ExitCode, await output, await errors);
    }

    public static Process Start(string program, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test run's own SDK set would steer the next one's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorTerm.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("no repository");
        return folder.FullName;
    }
}
