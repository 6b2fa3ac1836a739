using System.Globalization;

namespace ActorTerm.Pty.Jobs;

/// <summary>
/// Finds out what runs in the foreground of a terminal. Reads a handful of files under /proc, so it belongs on the helper thread.
/// </summary>
internal static class ForegroundJobReader
{
    /// <summary>
    /// Most processes looked at below the foreground leader, and above the deepest job (256): a job may have forked thousands.
    /// </summary>
    private const int MostProcesses = 256;

    /// <param name="group">The foreground process group, as tcgetpgrp(3) gave it.</param>
    /// <param name="root">The session's own program, where ancestors end.</param>
    /// <returns>Null when nobody of that group is left.</returns>
    public static ForegroundJob? Read(int group, int root)
    {
        if (FindLeader(group) is not { } leader) return null;

        var (job, deepest) = Descend(leader, group);
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

    /// <summary>
    /// The descendant at the greatest depth among those reached through members of the group only, and among all; of equals the latest
    /// found.
    /// </summary>
    private static (ProcessStatus Job, ProcessStatus Deepest) Descend(ProcessStatus leader, int group)
    {
        var (job, deepest) = (leader, leader);
        var layers = new Queue<(ProcessStatus Process, bool InGroup)>([(leader, true)]);
        for (int seen = 0; seen < MostProcesses && layers.TryDequeue(out var next); seen++)
        {
            deepest = next.Process;
            if (next.InGroup) job = next.Process;
            foreach (var child in ProcessTable.ChildrenOf(next.Process.Pid)) layers.Enqueue((child, next.InGroup && child.Group == group));
        }

        return (job, deepest);
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
