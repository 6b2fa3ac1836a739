using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorTerm.Api.Admission;

/// <summary>Who is at the other end of a Unix socket: SO_PEERCRED (unix(7)), as the kernel noted it at connect.</summary>
internal static partial class PeerCredentials
{
    private const int SolSocket = 1;
    private const int SoPeerCred = 17;

    /// <summary>Whether the peer runs as this process's effective user. Of another family of sockets nothing is known, so no.</summary>
    public static bool IsSameUser(Socket socket)
    {
        if (socket.AddressFamily != AddressFamily.Unix) return false;

        Span<byte> ucred = stackalloc byte[12];      // pid, uid, gid: three 32-bit words
        return socket.GetRawSocketOption(SolSocket, SoPeerCred, ucred) == ucred.Length
            && BitConverter.ToUInt32(ucred[4..]) == geteuid();
    }

    [LibraryImport("libc")]
    private static partial uint geteuid();
}
