using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorTerm.Host;

/// <summary>
/// The claim on the host's socket path. An exclusive lock beside the socket (flock(2)) says that a host lives; the folder is the owner's
/// alone, and a socket left over by a host that died is removed.
/// </summary>
internal sealed partial class SocketFile : IDisposable
{
    private const int MaxPathBytes = 107;      // sun_path less its NUL: unix(7)
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _lock;

    private SocketFile(string path, FileStream claim)
    {
        Path = path;
        _lock = claim;
    }

    public string Path { get; }

    /// <summary>Where the socket is unless a setting says otherwise: <c>$XDG_RUNTIME_DIR/actorterm/host.sock</c>, else <c>/tmp/actorterm-UID/host.sock</c>.</summary>
    public static string DefaultPath =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime
            ? System.IO.Path.Combine(runtime, "actorterm", "host.sock")
            : $"/tmp/actorterm-{geteuid()}/host.sock";

    /// <exception cref="StartupException">The path is too long, the folder is not ours or open to others, or a host lives there.</exception>
    public static SocketFile Claim(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Encoding.UTF8.GetByteCount(path) > MaxPathBytes)
            throw new StartupException($"the socket's path has {Encoding.UTF8.GetByteCount(path)} bytes, and a Unix socket's may have {MaxPathBytes}: {path}");

        var folder = System.IO.Path.GetDirectoryName(path)!;
        PrepareFolder(folder);
        var claim = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (flock(claim.SafeFileHandle.DangerousGetHandle().ToInt32(), LockExclusive | LockNonBlocking) != 0 || Answers(path))
        {
            claim.Dispose();
            throw new StartupException($"a host runs already at {path}");
        }

        File.Delete(path);
        return new SocketFile(path, claim);
    }

    /// <summary>To be called once the server listens.</summary>
    public void Protect() => File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    public void Dispose()
    {
        File.Delete(Path);
        _lock.Dispose();
    }

    private static void PrepareFolder(string folder)
    {
        try
        {
            if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot make the socket's folder {folder}: {e.Message}");
        }

        if (FileOwner.Of(folder) != geteuid()) throw new StartupException($"the socket's folder belongs to another user: {folder}");
        var others = File.GetUnixFileMode(folder) & ~OwnerOnly;
        if (others != UnixFileMode.None && IsOurs(folder)) File.SetUnixFileMode(folder, OwnerOnly);
    }

    /// <summary>Folders of our own making are kept closed; one the user chose is the user's business.</summary>
    private static bool IsOurs(string folder) => System.IO.Path.GetFileName(folder).StartsWith("actorterm", StringComparison.Ordinal);

    private static bool Answers(string path)
    {
        if (!File.Exists(path)) return false;

        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(int descriptor, int operation);

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
