using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// RLIMIT_NOFILE (getrlimit(2)): the host takes all it may have, since a session costs it two descriptors, and programs get the usual limit
/// back: some still use select(2), or close every possible descriptor one by one.
/// </summary>
internal static unsafe class DescriptorLimit
{
    private const int Resource = 7;               // RLIMIT_NOFILE
    private const int ThisProcess = 0;

    /// <summary>Raises this process's soft limit to its hard one.</summary>
    public static void RaiseOwn()
    {
        ResourceLimit limit;
        if (Libc.ProcessLimit(ThisProcess, Resource, null, &limit) != 0 || limit.Soft == limit.Hard) return;

        limit.Soft = limit.Hard;
        _ = Libc.ProcessLimit(ThisProcess, Resource, &limit, null);
    }

    /// <summary>
    /// Sets the soft limit of a program just started, never above the hard one. posix_spawn(3) has no attribute for it, so it follows at
    /// once: within microseconds, while the program is still being linked.
    /// </summary>
    public static void Give(int pid, int soft)
    {
        ResourceLimit limit;
        if (Libc.ProcessLimit(pid, Resource, null, &limit) != 0) return;   // gone already

        limit.Soft = Math.Min((ulong)soft, limit.Hard);
        _ = Libc.ProcessLimit(pid, Resource, &limit, null);
    }
}
