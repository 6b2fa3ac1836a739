using System.Globalization;

namespace ActorTerm.Pty.Jobs;

/// <summary>Finds out what runs in the foreground of a terminal. Reads a handful of files under /proc, so it belongs on the helper thread.</summary>
internal static class ForegroundJobReader
{
    /// <summary>Most processes looked at below the foreground leader, and above the deepest job (256): a job may have forked thousands.</summary>
    private const int MostProcesses = 256;

    /// <param name="group">The foreground process group, as tcgetpgrp(3) gave it.</param>
    /// <param name="root">The session's own program, where ancestors end.</param>
    /// <returns>Null when nobody of that group is left.</returns>
    public static ForegroundJob? Read(int group, int root)
    {
        if (FindLeader(group) is not { } leader) return null;

        var deepest = Descend(leader, _ => true);
        var job = Descend(leader, process => process.Group == group);
        string[] arguments = ProcessTable.ArgumentsOf(job.Pid);
        return new ForegroundJob(
            job.Pid,
            job.Name,
            arguments.Length > 0 ? arguments[0] : job.Name,
            arguments.Length > 0 ? string.Join(' ', arguments) : job.Name,
            ProcessTable.WorkingDirectoryOf(job.Pid),
            deepest.Name,
            Ancestors(deepest, root));
    }

    /// <summary>The leader's id is the group's; when it has ended, any member stands for it.</summary>
    private static ProcessStatus? FindLeader(int group)
    {
        if (ProcessStatus.Read(group) is { IsDead: false } leader && leader.Group == group) return leader;

        foreach (var process in ProcessTable.All())
        {
            if (process.Group == group && !process.IsDead) return process;
        }

        return null;
    }

    /// <summary>The descendant at the greatest depth that can be reached through processes of which the condition holds; among equals the latest found.</summary>
    private static ProcessStatus Descend(ProcessStatus top, Func<ProcessStatus, bool> counts)
    {
        var last = top;
        var layers = new Queue<ProcessStatus>([top]);
        for (int seen = 0; seen < MostProcesses && layers.TryDequeue(out var process); seen++)
        {
            last = process;
            foreach (var child in ProcessTable.ChildrenOf(process.Pid).Where(counts)) layers.Enqueue(child);
        }

        return last;
    }

    private static List<string> Ancestors(ProcessStatus deepest, int root)
    {
        var names = new List<string>();
        for (ProcessStatus? process = deepest; process is { } one && names.Count < MostProcesses; process = ProcessStatus.Read(one.Parent))
        {
            string[] arguments = ProcessTable.ArgumentsOf(one.Pid);
            names.Add((arguments.Length > 0 ? arguments[0] : one.Name).ToLower(CultureInfo.InvariantCulture));
            if (one.Pid == root || one.Parent <= 1) break;
        }

        return names;
    }
}
