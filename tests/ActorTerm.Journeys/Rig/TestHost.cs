using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using ActorTerm.Client;
using Xunit.Sdk;

namespace ActorTerm.Journeys.Rig;

/// <summary>The real host, as its own process, with folders of its own: nothing of the user's is read or written.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("at-");      // short: a socket's path may have 107 bytes
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    /// <param name="user">The user it runs as; null for the tests' own.</param>
    private TestHost(string executable, IEnumerable<string> settings, int? user)
    {
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (user is { } other)
        {
            start.FileName = "setpriv";
            foreach (var word in (string[])[$"--reuid={other}", $"--regid={other}", "--clear-groups", CopyExecutable()]) start.ArgumentList.Add(word);
        }

        foreach (var setting in settings)
        {
            start.ArgumentList.Add("--set");
            start.ArgumentList.Add(setting);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ACTORTERM", StringComparison.Ordinal) || name.StartsWith("XDG_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = _home.FullName;
        start.Environment["XDG_RUNTIME_DIR"] = Folder("run");
        start.Environment["XDG_STATE_HOME"] = Folder("state");
        start.Environment["XDG_CONFIG_HOME"] = Folder("config");
        start.Environment["SHELL"] = "/bin/sh";
        start.WorkingDirectory = _home.FullName;
        if (user is { } owner) Give(_home, owner);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public string Socket => Path.Combine(_home.FullName, "run", "actorterm", "host.sock");

    public string Home => _home.FullName;

    public int Pid => _process.Id;

    /// <summary>What it said so far.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    // artifacts/ENGINE/bin/PROJECT/CONFIGURATION
    private static string Executable
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "ActorTerm.Host", own.Name, "actorterm-host");
        }
    }

    /// <param name="settings"><c>KEY=VALUE</c>, as <c>--set</c> takes them.</param>
    public static Task<TestHost> StartAsync(params IEnumerable<string> settings) => StartFromAsync(Executable, settings);

    /// <param name="executable">Another one than that of this build.</param>
    /// <param name="settings">As for <see cref="StartAsync(IEnumerable{string})"/>.</param>
    public static Task<TestHost> StartFromAsync(string executable, params IEnumerable<string> settings) => StartAsync(new TestHost(executable, settings, user: null));

    /// <summary>A host of somebody else; only root can start one.</summary>
    /// <param name="user">User and group id.</param>
    public static Task<TestHost> StartAsAsync(int user) => StartAsync(new TestHost(Executable, [], user));

    private static async Task<TestHost> StartAsync(TestHost host)
    {
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        var ended = host._process.WaitForExitAsync();
        await Task.WhenAny(host._ready.Task, ended).Within("the host's start");
        return host._ready.Task.IsCompleted ? host : throw new XunitException($"the host ended at once: {host.Log}");
    }

    public Task<Connection> ConnectAsync(string name = "journey") =>
        Connection.ConnectAsync(new ConnectOptions { Socket = Socket, Name = name }).Within($"connection of {name}");

    /// <summary>Asks it to stop, as service managers do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited) _ = kill(_process.Id, SigTerm);
        await _process.WaitForExitAsync().Within("the host's end after SIGTERM");
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
            _home.Delete(recursive: true);
        }
    }

    private string Folder(string name) =>
        Directory.CreateDirectory(Path.Combine(Home, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <summary>The program where another user can run it, wherever the clone may lie.</summary>
    private string CopyExecutable()
    {
        var program = new FileInfo(Executable);
        var copy = Directory.CreateDirectory(Path.Combine(Home, "program"));
        foreach (var file in program.Directory!.EnumerateFiles()) file.CopyTo(Path.Combine(copy.FullName, file.Name));
        return Path.Combine(copy.FullName, program.Name);
    }

    private static void Give(DirectoryInfo folder, int user)
    {
        foreach (var path in folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(folder)) Assert.Equal(0, chown(path.FullName, user, user));
    }

    private void Read(string? line)
    {
        if (line is null) return;

        lock (_log) _log.AppendLine(line);
        if (line.Contains(" serves ", StringComparison.Ordinal)) _ready.TrySetResult();
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", ExactSpelling = true, CharSet = CharSet.Ansi)]
    private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int user, int group);
}
