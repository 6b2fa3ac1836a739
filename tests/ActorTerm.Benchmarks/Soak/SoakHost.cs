using System.Diagnostics;
using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Client;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>The published host as its own process, in folders of its own, and the published command line.</summary>
internal sealed class SoakHost : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("at-");      // short: a socket's path may have 107 bytes
    private readonly Process _process;
    private readonly Connection _script;

    public SoakHost()
    {
        var start = Program(Published("actorterm-host"));
        start.ArgumentList.Add("--set");
        start.ArgumentList.Add($"actorterm.api.socket={Socket}");
        start.Environment["HOME"] = start.Environment["XDG_STATE_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _home.FullName;
        _process = Process.Start(start)!;
        using var serves = new ManualResetEventSlim();
        _process.OutputDataReceived += (_, line) => { if (line.Data?.Contains(" serves ", StringComparison.Ordinal) == true) serves.Set(); };
        _process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (!serves.Wait(TimeSpan.FromSeconds(30))) throw new InvalidOperationException("the host does not start");
        _script = Connection.ConnectAsync(new ConnectOptions { Socket = Socket }).GetAwaiter().GetResult();
    }

    public string Socket => Path.Combine(_home.FullName, "host.sock");

    /// <summary><c>VmRSS</c> of proc(5), in 1,000,000 bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <returns>Id of a session that runs the program.</returns>
    public string New(params IReadOnlyList<string> command) =>
        _script.App.CreateSessionAsync(new NewSession { Command = command }).GetAwaiter().GetResult().Session.Id;

    /// <summary>Lines that the session has written since it began; those that scrolled away count.</summary>
    public long LinesOf(string session) => _script.App.Session(session).GetScreenAsync().GetAwaiter().GetResult().FirstLine;

    /// <summary>Runs a verb to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public void Verb(params IReadOnlyList<string> words)
    {
        var start = Program(Published("actorterm"));
        foreach (var word in words) start.ArgumentList.Add(word);
        start.Environment["ACTORTERM_SOCKET"] = Socket;
        using var verb = Process.Start(start)!;
        verb.StandardOutput.ReadToEnd();
        verb.WaitForExit();
        if (verb.ExitCode != 0) throw new InvalidOperationException($"actorterm {string.Join(' ', words)}: {verb.StandardError.ReadToEnd()}");
    }

    public void Dispose()
    {
        _script.DisposeAsync().AsTask().GetAwaiter().GetResult();
        using (var kill = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        _process.WaitForExit();
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    private static ProcessStartInfo Program(string path) => new(path) { RedirectStandardOutput = true, RedirectStandardError = true };

    private static string Published(string name)
    {
        var path = Path.Combine(Repository.Root, "artifacts", name);
        return File.Exists(path) ? path : throw new InvalidOperationException($"there is no {path}: run ./build.sh publish");
    }
}
