using System.Diagnostics;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>Programs the oracle compares with. Nothing is installed from here: what is missing is named, and the test fails.</summary>
internal static class ExternalTool
{
    /// <summary>The folder of the oracle in the source tree, where its streams and its node part live.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "ActorTerm.Terminal.Tests", "Oracle");

    /// <summary>The program's path.</summary>
    public static string Find(string program)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        return path ?? throw new InvalidOperationException($"this test needs the program {program}: install what eng/test-packages.txt lists, or run ./build.sh test");
    }

    /// <summary>Starts a program with its standard input and output as pipes.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Find(program))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end and gives back what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static string Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(program, arguments, environment);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ActorTerm.sln"))) return folder.FullName;
        throw new InvalidOperationException($"{AppContext.BaseDirectory} is in no clone of ActorTerm");
    }
}
