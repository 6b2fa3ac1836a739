using System.Buffers.Binary;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// Who started this process may have left SIGCHLD ignored. Then the kernel reaps children itself and their exit status is lost
/// (sigaction(2), waitid(2)), so the disposition is checked before the first start.
/// </summary>
internal static unsafe class ChildSignalDisposition
{
    private const int ChildSignal = 17;
    private const int Size = 152;                 // struct sigaction of glibc: handler, 128 bytes of mask, flags, restorer
    private const int FlagsOffset = 136;
    private const long Ignore = 1;                // SIG_IGN; SIG_DFL is 0
    private const int NoWait = 2;                 // SA_NOCLDWAIT

    /// <summary>Makes children waitable. A handler that somebody installed (.NET has one) stays.</summary>
    /// <returns>Whether anything had to be changed.</returns>
    public static bool Ensure()
    {
        byte* action = stackalloc byte[Size];
        new Span<byte>(action, Size).Clear();
        if (Libc.SignalAction(ChildSignal, null, action) != 0) return false;

        var flags = new Span<byte>(action + FlagsOffset, sizeof(int));
        bool ignored = *(long*)action == Ignore;
        bool noWait = (BinaryPrimitives.ReadInt32LittleEndian(flags) & NoWait) != 0;
        if (!ignored && !noWait) return false;

        if (ignored) *(long*)action = 0;
        BinaryPrimitives.WriteInt32LittleEndian(flags, BinaryPrimitives.ReadInt32LittleEndian(flags) & ~NoWait);
        return Libc.SignalAction(ChildSignal, action, null) == 0;
    }
}
