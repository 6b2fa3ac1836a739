using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty;

/// <summary>
/// A child of this process, known by a descriptor and not only by a number that somebody else can have later. It is reaped here and nowhere
/// else; what the kernel sends to its number is sent only while the number is still its own.
/// </summary>
internal sealed unsafe class ChildProcess
{
    private const int InfoSize = 128;             // siginfo_t
    private const int InfoCode = 8;
    private const int InfoPid = 16;
    private const int InfoStatus = 24;

    /// <summary>
    /// What <see cref="Descriptor"/> is watched for: each news of an end once. A debugger can keep a dead child from being reaped, and until it
    /// lets go the descriptor is readable all the time; then there is news again (ptrace(2), pidfd_open(2)).
    /// </summary>
    public const uint Ended = Epoll.In | Epoll.EdgeTriggered;

    private readonly Lock _gate = new();
    private bool _reaped;

    private ChildProcess(int pid, int descriptor)
    {
        Pid = pid;
        Descriptor = descriptor;
    }

    public int Pid { get; }

    /// <summary>Readable once the process has ended.</summary>
    public int Descriptor { get; }

    /// <summary>Takes charge of a child just started.</summary>
    /// <exception cref="PtySpawnException">There was no descriptor for it; the child was killed and reaped.</exception>
    public static ChildProcess Open(int pid)
    {
        int descriptor = PidDescriptor.Open(pid);
        if (descriptor >= 0) return new ChildProcess(pid, descriptor);

        int error = Marshal.GetLastPInvokeError();
        KillAndReap(pid);
        throw SpawnRefusal.OutOf("process descriptor", error);
    }

    /// <summary>Undoes a start that cannot be kept. Waits for the process to be gone.</summary>
    public void Abandon()
    {
        KillAndReap(Pid);
        CloseDescriptor();
    }

    /// <summary>Collects the exit status if there is one, which frees the process id. Called by the reactor only.</summary>
    public bool TryReap(out PtyExit exit)
    {
        byte* info = stackalloc byte[InfoSize];
        new Span<byte>(info, InfoSize).Clear();
        exit = PtyExit.Unknown;
        lock (_gate)
        {
            int result;
            do result = Libc.WaitId(Wait.ByPidDescriptor, Descriptor, info, Wait.Exited | Wait.NoHang);
            while (result != 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);

            // 0 is also the answer when nothing has ended yet: the process id tells. ECHILD: somebody else reaped it, so it is over as
            // well.
            if (result == 0 && *(int*)(info + InfoPid) == 0) return false;

            if (result == 0) exit = ExitOf(*(int*)(info + InfoCode), *(int*)(info + InfoStatus));
            _reaped = true;
        }

        return true;
    }

    /// <summary>To be called once, after the reaping.</summary>
    public void CloseDescriptor() => _ = Libc.Close(Descriptor);

    /// <summary>Sends a signal to the process group that the child was born in.</summary>
    /// <returns>Whether anybody was there.</returns>
    public bool SignalGroup(int signal)
    {
        lock (_gate) return OwnsNumber() && Libc.Kill(-Pid, signal) == 0;
    }

    /// <summary>Whether the child's number still means it or its session, not a stranger.</summary>
    public bool IsNumberOwn()
    {
        lock (_gate) return OwnsNumber();
    }

    private static void KillAndReap(int pid)
    {
        _ = Libc.Kill(pid, PtySignal.Kill);
        byte* info = stackalloc byte[InfoSize];
        while (Libc.WaitId(Wait.ByPid, pid, info, Wait.Exited) != 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted)
        {
        }
    }

    // The kernel gives a number to nobody else while a group or session bears it. So after the reaping a process that has it is a stranger.
    private bool OwnsNumber() => !_reaped || Libc.Kill(Pid, 0) != 0 && Marshal.GetLastPInvokeError() == Errno.NoProcess;

    private static PtyExit ExitOf(int code, int status) => code == Wait.CodeExited ? PtyExit.Code(status) : PtyExit.BySignal(status);
}
