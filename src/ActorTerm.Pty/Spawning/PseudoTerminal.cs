using System.Runtime.InteropServices;
using System.Text;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// A new pseudo-terminal (pty(7)): its master's descriptor, non-blocking and close-on-exec, and the path of its other end.
/// </summary>
internal readonly unsafe record struct PseudoTerminal(int Master, string Path)
{
    private const int PathCapacity = 64;

    /// <summary>Opens one whose settings and size stand before any program can see it.</summary>
    /// <exception cref="PtySpawnException">The system has none left (kernel.pty.max), or no descriptor.</exception>
    public static PseudoTerminal Open(int columns, int rows)
    {
        int master = Libc.PosixOpenPt(OpenFlags.ReadWrite | OpenFlags.NoControllingTerminal | OpenFlags.CloseOnExec | OpenFlags.NonBlocking);
        if (master < 0) throw SpawnRefusal.OutOf("pseudo-terminal", Marshal.GetLastPInvokeError());

        byte* path = stackalloc byte[PathCapacity];
        int error = Prepare(master, columns, rows, path);
        if (error == 0) return new PseudoTerminal(master, Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(path)));

        _ = Libc.Close(master);
        throw SpawnRefusal.OutOf("pseudo-terminal", error);
    }

    private static int Prepare(int master, int columns, int rows, byte* path)
    {
        if (Libc.GrantPt(master) != 0 || Libc.UnlockPt(master) != 0) return Marshal.GetLastPInvokeError();

        var size = new WindowSize { Columns = (ushort)columns, Rows = (ushort)rows };
        if (Libc.IoControl(master, TerminalRequest.SetWindowSize, &size) != 0) return Marshal.GetLastPInvokeError();

        var settings = TerminalSettings.Default;
        if (Libc.SetAttributes(master, TerminalSettings.Now, &settings) != 0) return Marshal.GetLastPInvokeError();

        return Libc.PtsName(master, path, PathCapacity);
    }
}
