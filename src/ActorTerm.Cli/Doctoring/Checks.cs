using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorTerm.Cli.Doctoring;

/// <summary>What can be seen from outside a host, whether one runs or not.</summary>
internal static class Checks
{
    private const int FewFiles = 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="path">The host's socket, at which nobody answers.</param>
    /// <param name="reason">Why not.</param>
    public static Finding NoHost(string path, string reason)
    {
        const string advice = "; start a host";                    // the remedy says it here
        reason = reason.Split(advice)[0];
        return File.Exists(path)
            ? Finding.Problem("host", $"the socket {path} is stale, {reason}", "start a host with `actorterm-host`, which takes the socket over")
            : Finding.Problem("host", reason, "start one with `actorterm-host`; if it runs elsewhere, set ACTORTERM_SOCKET");
    }

    /// <returns>Null when there is no socket.</returns>
    public static Finding? SocketMode(string path)
    {
        if (!File.Exists(path)) return null;

        var mode = File.GetUnixFileMode(path);
        return mode == OwnerOnly
            ? Finding.Ok("socket", $"{path} is its owner's alone")
            : Finding.Problem("socket", $"{path} has the mode {Convert.ToString((int)mode, 8)}, not 600", $"chmod 600 {path}");
    }

    public static Finding StateDirectory(string path)
    {
        try
        {
            var existing = path;
            while (!Directory.Exists(existing) && !File.Exists(existing)) existing = Path.GetDirectoryName(existing)!;
            var probe = Path.Combine(existing, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Ok("state-directory", $"{path} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Problem("state-directory", $"{path} cannot be written: {e.Message}", "make it a folder of yours, or set XDG_STATE_HOME to another");
        }
    }

    /// <param name="limits">Lines of <c>/proc/PID/limits</c>, proc_pid_limits(5).</param>
    public static Finding OpenFiles(IEnumerable<string> limits)
    {
        var limit = limits.First(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var files) && files <= FewFiles
            ? Finding.Problem("open-files", $"a host started here may open {files} files, and a session needs two", "raise RLIMIT_NOFILE: ulimit -n 65536, or LimitNOFILE in the unit")
            : Finding.Ok("open-files", $"a host started here may open {limit} files");
    }

    public static Finding Configuration(HostProgram? host) => host switch
    {
        null => Finding.Warning("configuration", "actorterm-host is neither beside actorterm nor on the PATH, so the settings were not looked at", "add its folder to PATH"),
        { Problems: [] } => Finding.Ok("configuration", $"{host.File} takes the settings as they are"),
        _ => Finding.Problem("configuration", string.Join("; ", host.Problems), "correct the settings: docs/configuration.md"),
    };

    /// <param name="name">The setting's key.</param>
    /// <param name="port">Of the settings; 0 is off.</param>
    /// <param name="served">The port that the running host has.</param>
    public static Finding Port(string name, int port, int? served)
    {
        if (port == 0) return Finding.Ok(name, "no TCP port is asked for");
        if (port == served) return Finding.Ok(name, $"the host serves port {port}");

        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return Finding.Ok(name, $"port {port} is free");
        }
        catch (SocketException e)
        {
            return Finding.Problem(name, $"port {port} is taken: {e.Message}", $"end the program that has it (ss -ltnp), or set {name} to another port or 0");
        }
    }
}
