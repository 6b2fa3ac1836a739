namespace ActorTerm.Pty.Native;

/// <summary>
/// A descriptor for a process, which cannot come to mean another one as a number can. By call number, the same on every architecture: glibc
/// has functions for these only since 2.36.
/// </summary>
internal static class PidDescriptor
{
    private const nint SendSignalCall = 424;      // pidfd_send_signal(2), Linux 5.1
    private const nint OpenCall = 434;            // pidfd_open(2), Linux 5.3
    private const nint NoInfo = 0;
    private const nint NoFlags = 0;

    /// <returns>A close-on-exec descriptor, or -1 and the last error.</returns>
    public static int Open(int pid) => (int)Libc.SystemCall(OpenCall, pid, NoFlags, 0, 0);

    /// <returns>Whether the process was there to get it.</returns>
    public static bool Send(int descriptor, int signal) => Libc.SystemCall(SendSignalCall, descriptor, signal, NoInfo, NoFlags) == 0;
}
