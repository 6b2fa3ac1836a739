using System.Runtime.InteropServices;
using System.Text;

namespace ActorTerm.Host;

/// <summary>Whose a file is: statx(2), whose layout is the same on every architecture.</summary>
internal static partial class FileOwner
{
    private const int AtFdCwd = -100;
    private const uint StatxUid = 0x8;
    private const int UidOffset = 20;

    /// <returns>The owner's uid.</returns>
    /// <exception cref="IOException">The file cannot be looked at.</exception>
    public static uint Of(string path)
    {
        Span<byte> buffer = stackalloc byte[256];
        if (statx(AtFdCwd, [.. Encoding.UTF8.GetBytes(path), 0], 0, StatxUid, buffer) != 0)
            throw new IOException($"cannot look at {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        return BitConverter.ToUInt32(buffer[UidOffset..]);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int statx(int folder, byte[] path, int flags, uint mask, Span<byte> buffer);
}
