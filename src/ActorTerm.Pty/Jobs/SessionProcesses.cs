using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Jobs;

/// <summary>Reaches every process of a session, wherever its jobs were put: process groups alone would miss background jobs.</summary>
internal static class SessionProcesses
{
    /// <summary>
    /// How often to look again for what was forked while looking: enough for anything that does not outrun us on purpose.
    /// </summary>
    private const int Rounds = 16;

    /// <summary>Signals every process of the sessions led by these children, once each.</summary>
    /// <returns>How many there were.</returns>
    public static int Signal(IReadOnlyCollection<ChildProcess> leaders, int signal)
    {
        var reached = new HashSet<int>();
        for (int round = 0; round < Rounds; round++)
        {
            int before = reached.Count;
            var sessions = leaders.Where(leader => leader.IsNumberOwn()).Select(leader => leader.Pid).ToHashSet();
            foreach (var process in ProcessTable.All())
            {
                if (IsMember(process, sessions) && !reached.Contains(process.Pid) && Signal(process.Pid, sessions, signal)) reached.Add(process.Pid);
            }

            if (reached.Count == before) break;
        }

        return reached.Count;
    }

    private static bool IsMember(ProcessStatus process, HashSet<int> sessions) => sessions.Contains(process.Session) && !process.IsDead;

    /// <summary>
    /// By descriptor: a number read from /proc can be somebody else's a moment later, so it is looked at again once it is held.
    /// </summary>
    private static bool Signal(int pid, HashSet<int> sessions, int signal)
    {
        int descriptor = PidDescriptor.Open(pid);
        if (descriptor < 0) return false;

        bool sent = ProcessStatus.Read(pid) is { } process && IsMember(process, sessions) && PidDescriptor.Send(descriptor, signal);
        _ = Libc.Close(descriptor);
        return sent;
    }
}
