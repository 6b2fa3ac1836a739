using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Jobs;

/// <summary>Reaches every process of a session, wherever its jobs were put: process groups alone would miss background jobs.</summary>
internal static class SessionProcesses
{
    /// <summary>How often to look again for what was forked while looking: enough for anything that does not outrun us on purpose.</summary>
    private const int Rounds = 16;

    /// <summary>Signals every process of the session led by the child, once each.</summary>
    /// <returns>How many there were.</returns>
    public static int Signal(ChildProcess leader, int signal)
    {
        var reached = new HashSet<int>();
        for (int round = 0; round < Rounds && leader.IsNumberOwn(); round++)
        {
            int before = reached.Count;
            foreach (var process in ProcessTable.All())
            {
                if (IsMember(process, leader.Pid) && !reached.Contains(process.Pid) && Signal(process.Pid, leader.Pid, signal)) reached.Add(process.Pid);
            }

            if (reached.Count == before) break;
        }

        return reached.Count;
    }

    private static bool IsMember(ProcessStatus process, int session) => process.Session == session && !process.IsDead;

    /// <summary>By descriptor: a number read from /proc can be somebody else's a moment later, so it is looked at again once it is held.</summary>
    private static bool Signal(int pid, int session, int signal)
    {
        int descriptor = PidDescriptor.Open(pid);
        if (descriptor < 0) return false;

        bool sent = ProcessStatus.Read(pid) is { } process && IsMember(process, session) && PidDescriptor.Send(descriptor, signal);
        _ = Libc.Close(descriptor);
        return sent;
    }
}
