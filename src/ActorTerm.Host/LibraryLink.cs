using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ActorTerm.Host;

/// <summary>
/// The symlink by which iTerm2's Python library finds this host: <c>~/Library/Application Support/SUITE/private/socket</c>. The host on
/// the default socket has the suite <c>ActorTerm</c>, any other one of its own, so hosts never touch each other's links.
/// </summary>
internal sealed partial class LibraryLink : IDisposable
{
    private readonly string _link;
    private readonly string _socket;

    private LibraryLink(string link, string socket, string suite)
    {
        _link = link;
        _socket = socket;
        Suite = suite;
    }

    /// <summary>Value of IT2_SUITE with which the library finds this host.</summary>
    public string Suite { get; }

    /// <returns>Null when HOME cannot be written or another host's link is in the way; that is logged, and everything else works.</returns>
    public static LibraryLink? Make(string socket, ILogger log)
    {
        var suite = SuiteOf(socket);
        var home = Environment.GetEnvironmentVariable("HOME");
        if (string.IsNullOrEmpty(home))
        {
            LogNoLink(log, "HOME is not set");
            return null;
        }

        var folder = Path.Combine(home, "Library", "Application Support", suite, "private");
        var link = Path.Combine(folder, "socket");
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (new FileInfo(link).LinkTarget is { } target && target != socket && File.Exists(target))
            {
                LogNoLink(log, $"{link} leads to another host's socket, {target}");
                return null;
            }

            File.Delete(link);
            File.CreateSymbolicLink(link, socket);
            return new LibraryLink(link, socket, suite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNoLink(log, e.Message);
            return null;
        }
    }

    public void Dispose()
    {
        if (new FileInfo(_link).LinkTarget == _socket) File.Delete(_link);
    }

    private static string SuiteOf(string socket) => socket == Path.GetFullPath(SocketFile.DefaultPath)
        ? "ActorTerm"
        : "ActorTerm-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(socket)))[..8];

    [LoggerMessage(Level = LogLevel.Warning, Message = "iTerm2's Python library will not find this host: {Reason}")]
    private static partial void LogNoLink(ILogger log, string reason);
}
