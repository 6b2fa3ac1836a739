using System.Runtime.InteropServices;
using System.Text;

namespace ActorTerm.Client;

/// <summary>Where hosts are found. The rules are those of docs/protocol.md, section 1.</summary>
public static class HostAddress
{
    /// <summary>The bytes that a Unix socket's path may have (<c>sun_path</c> of unix(7), less its NUL).</summary>
    public const int MaxSocketPathBytes = 107;

    /// <summary>
    /// The socket a client looks at when it is told nothing: <c>ACTORTERM_SOCKET</c>, else
    /// <c>$XDG_RUNTIME_DIR/actorterm/host.sock</c>, else <c>/tmp/actorterm-UID/host.sock</c>.
    /// </summary>
    public static string Socket => Find(Environment.GetEnvironmentVariable, UserId);

    internal static uint UserId => geteuid();

    internal static string Find(Func<string, string?> environment, uint userId)
    {
        if (environment("ACTORTERM_SOCKET") is { Length: > 0 } told) return told;
        var folder = environment("XDG_RUNTIME_DIR") is { Length: > 0 } runtime ? Path.Combine(runtime, "actorterm") : $"/tmp/actorterm-{userId}";
        return Path.Combine(folder, "host.sock");
    }

    /// <exception cref="HostUnreachableException">No socket can have such a path.</exception>
    internal static string Checked(string path)
    {
        var bytes = Encoding.UTF8.GetByteCount(path);
        return bytes <= MaxSocketPathBytes
            ? path
            : throw new HostUnreachableException($"the socket path has {bytes} bytes, and {MaxSocketPathBytes} are possible: {path}");
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern uint geteuid();
}
