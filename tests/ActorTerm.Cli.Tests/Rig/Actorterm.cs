using System.Diagnostics;
using System.Runtime.InteropServices;
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
    public static Task<Result> RunAsync(IReadOnlyDictionary<string, string> environment, string input, params IEnumerable<string> words) =>
        RunProgramAsync(Path.Combine(Folder("ActorTerm.Cli"), "actorterm"), environment, input, words);

    /// <summary>Runs until something has happened, and then until the signal ends it. Its standard input stays open.</summary>
    public static async Task<Result> InterruptAsync(IReadOnlyDictionary<string, string> environment, Task happened, int signal, params IEnumerable<string> words)
    {
        using var process = Start(Path.Combine(Folder("ActorTerm.Cli"), "actorterm"), environment, words);
        await happened;
        _ = kill(process.Id, signal);
        return await EndAsync(process);
    }

    /// <summary>A line for bash, without anybody's settings.</summary>
    public static Task<Result> RunShellAsync(IReadOnlyDictionary<string, string> environment, string line) =>
        RunProgramAsync("bash", environment, "", ["--norc", "--noprofile", "-c", line]);

    private static async Task<Result> RunProgramAsync(string program, IReadOnlyDictionary<string, string> environment, string input, IEnumerable<string> words)
    {
        using var process = Start(program, environment, words);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    private static Process Start(string program, IReadOnlyDictionary<string, string> environment, IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Except(Inherited).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<Result> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().Within($"end of {process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}");
        return new Result(process.ExitCode, await output, await errors);
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int kill(int process, int signal);

    public sealed record Result(int Code, string Output, string Errors);
}
