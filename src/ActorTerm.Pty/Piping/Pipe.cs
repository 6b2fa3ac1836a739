using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty.Piping;

/// <summary>
/// A pipe (pipe(7)): the host's end is non-blocking, the child's is not, since programs expect to wait. Both are close-on-exec: the child
/// gets a copy of its own.
/// </summary>
internal readonly unsafe record struct Pipe(int HostEnd, int ChildEnd)
{
    /// <param name="toChild">The host writes; otherwise it reads.</param>
    /// <exception cref="PtySpawnException">There is no descriptor left.</exception>
    public static Pipe Open(bool toChild)
    {
        int* ends = stackalloc int[2];
        if (Libc.Pipe(ends, OpenFlags.CloseOnExec) != 0) throw SpawnRefusal.OutOf("pipe", Marshal.GetLastPInvokeError());

        var pipe = toChild ? new Pipe(ends[1], ends[0]) : new Pipe(ends[0], ends[1]);
        if (Libc.FileControl(pipe.HostEnd, FileControlCommand.SetFlags, OpenFlags.NonBlocking) == 0) return pipe;

        int error = Marshal.GetLastPInvokeError();
        pipe.CloseHostEnd();
        pipe.CloseChildEnd();
        throw SpawnRefusal.OutOf("pipe", error);
    }

    public void CloseHostEnd() => _ = Libc.Close(HostEnd);

    public void CloseChildEnd() => _ = Libc.Close(ChildEnd);
}
