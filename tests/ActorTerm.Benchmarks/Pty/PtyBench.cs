using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Kernel;
using ActorTerm.Pty;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>What every row of the suite runs on: a host, an actor system, the C programs and the inputs.</summary>
internal sealed class PtyBench : IDisposable
{
    public PtyBench()
    {
        System = ActorSystem.Create("pty-bench", ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [], log-dead-letters = off }"));
        Directory = global::System.IO.Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "bench-pty")).FullName;
        Flood = Compile("flood");
        RawEcho = Compile("rawecho");
        Drain = Compile("drain");
        Keys = Compile("keys");
        foreach (var input in FloodInput.All) File.WriteAllBytes(FileOf(input), input.Make());
    }

    public LinuxPtyHost Host { get; } = new();

    public ActorSystem System { get; }

    /// <summary>Where compiled programs and inputs are; below <c>artifacts</c>.</summary>
    public string Directory { get; }

    public string Flood { get; }

    public string RawEcho { get; }

    public string Drain { get; }

    public string Keys { get; }

    public static PtyOptions Program(params IReadOnlyList<string> command) => new()
    {
        FileName = command[0],
        Arguments = [.. command.Skip(1)],
        Environment = new Dictionary<string, string> { ["PATH"] = "/usr/local/bin:/usr/bin:/bin", ["TERM"] = "xterm-256color", ["LC_ALL"] = "C.UTF-8" },
        Rows = 25,
    };

    public string FileOf(FloodInput input) => Path.Combine(Directory, input.Name);

    /// <summary>Starts an actor that runs and reads a program.</summary>
    public IActorRef Start(PtyOptions options, ISessionOutput output) => System.ActorOf(Make<SessionReader>.Of(() => new SessionReader(Host, options, output)));

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote to its terminal.</returns>
    /// <exception cref="InvalidOperationException">It did not start, or did not end with 0.</exception>
    public string Run(params IReadOnlyList<string> command)
    {
        using var output = new CollectedOutput();
        Start(Program(command), output);
        return output.Wait(string.Join(' ', command));
    }

    public void Dispose()
    {
        System.Terminate().GetAwaiter().GetResult();
        Host.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private string Compile(string name)
    {
        var program = Path.Combine(Directory, name);
        Run("cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program, Path.Combine(Repository.Root, "tests/ActorTerm.Benchmarks/Pty/native", name + ".c"), "-lutil");
        return program;
    }
}
