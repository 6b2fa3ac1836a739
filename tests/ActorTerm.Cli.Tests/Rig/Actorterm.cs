using System.Diagnostics;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Cli.Tests.Rig;

/// <summary>The built program, run as a script runs it.</summary>
internal static class Actorterm
{
    private static readonly string[] Inherited = ["PATH", "LANG", "DOTNET_ROOT"];

    private static DirectoryInfo Own => new(AppContext.BaseDirectory);

    // artifacts/ENGINE/bin/PROJECT/CONFIGURATION
    public static string Folder(string project) => Path.Combine(Own.Parent!.Parent!.FullName, project, Own.Name);

    /// <param name="environment">Over PATH, LANG and DOTNET_ROOT, which are all it has otherwise.</param>
    public static async Task<Result> RunAsync(IReadOnlyDictionary<string, string> environment, string input, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder("ActorTerm.Cli"), "actorterm"), words)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Inherited).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().Within($"end of actorterm {string.Join(' ', start.ArgumentList)}");
        return new Result(process.ExitCode, await output, await errors);
    }

    public sealed record Result(int Code, string Output, string Errors);
}
