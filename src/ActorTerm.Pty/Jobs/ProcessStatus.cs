using System.Globalization;

namespace ActorTerm.Pty.Jobs;

/// <summary>What <c>/proc/PID/stat</c> says of a process (proc_pid_stat(5)).</summary>
internal readonly record struct ProcessStatus(int Pid, string Name, char State, int Parent, int Group, int Session)
{
    /// <summary>Ended, and only its status is still there to be collected.</summary>
    public bool IsDead => State is 'Z' or 'X';

    /// <returns>Null when there is no such process, or none any more.</returns>
    public static ProcessStatus? Read(int pid)
    {
        try
        {
            return Parse(File.ReadAllText($"/proc/{pid}/stat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;   // ended between two looks: ESRCH or ENOENT
        }
    }

    /// <summary>The name stands in parentheses and may contain any byte, closing parentheses too, so the last one ends it.</summary>
    public static ProcessStatus? Parse(string text)
    {
        int open = text.IndexOf('(');
        int close = text.LastIndexOf(')');
        if (open < 0 || close < open) return null;

        string[] rest = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length < 4 ? null : new ProcessStatus(
            Number(text[..open]), text[(open + 1)..close], rest[0][0], Number(rest[1]), Number(rest[2]), Number(rest[3]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
