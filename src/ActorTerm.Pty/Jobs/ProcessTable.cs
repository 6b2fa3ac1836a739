using System.Globalization;

namespace ActorTerm.Pty.Jobs;

/// <summary>Looks at the processes of this machine through /proc (proc(5)). What is read may have ended by the time it is used.</summary>
internal static class ProcessTable
{
    /// <summary>Every process there is, one stat file each: some 10 microseconds apiece, so only for what has no cheaper way.</summary>
    public static IEnumerable<ProcessStatus> All()
    {
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(directory.AsSpan("/proc/".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                && ProcessStatus.Read(pid) is { } process)
            {
                yield return process;
            }
        }
    }

    /// <summary>The children of each of a process's threads (CONFIG_PROC_CHILDREN); nobody where the kernel lacks that.</summary>
    public static IEnumerable<ProcessStatus> ChildrenOf(int pid)
    {
        foreach (string list in ReadEach(pid, "children"))
        {
            foreach (string child in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (ProcessStatus.Read(int.Parse(child, CultureInfo.InvariantCulture)) is { IsDead: false } process) yield return process;
            }
        }
    }

    /// <summary>The arguments the process runs with; empty when it has cleared them, is a kernel thread or is gone.</summary>
    public static string[] ArgumentsOf(int pid)
    {
        // A program that sets its title overwrites the area with one text and pads it with NUL or blanks.
        string text = (TryRead($"/proc/{pid}/cmdline") ?? "").TrimEnd('\0', ' ');
        return text.Length == 0 ? [] : text.Split('\0');
    }

    /// <returns>Null when it may not be read or the process is gone.</returns>
    public static string? WorkingDirectoryOf(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> ReadEach(int pid, string file)
    {
        string[] threads;
        try
        {
            threads = Directory.GetDirectories($"/proc/{pid}/task");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        foreach (string thread in threads)
        {
            if (TryRead($"{thread}/{file}") is { } text) yield return text;
        }
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
