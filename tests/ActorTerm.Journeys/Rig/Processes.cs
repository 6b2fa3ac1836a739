using System.Globalization;
using System.Runtime.InteropServices;
using Xunit.Sdk;

namespace ActorTerm.Journeys.Rig;

/// <summary>Processes of this machine, by /proc (proc(5)).</summary>
public static class Processes
{
    public static void Kill(int pid, int signal = 9) => Assert.Equal(0, kill(pid, signal));

    /// <summary>Waits until a process has ended; a zombie has.</summary>
    public static Task GoneAsync(int pid) => UntilAsync(() => State(pid) is null or 'Z', $"the end of process {pid}");

    /// <summary>Waits until a condition holds that nobody tells of.</summary>
    /// <param name="what">What is waited for, in words that go before "did not happen".</param>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var until = DateTime.UtcNow + Patience.Limit;
        while (!holds())
        {
            if (DateTime.UtcNow > until) throw new XunitException($"{what}: did not happen within {Patience.Limit.TotalSeconds:0} s");
            await poll.WaitForNextTickAsync();
        }
    }

    public static int Descriptors(int pid) => Directory.GetFiles($"/proc/{pid}/fd").Length;

    /// <summary>Bytes that its writes took.</summary>
    public static long Written(int pid) =>
        long.Parse(File.ReadLines($"/proc/{pid}/io").Single(line => line.StartsWith("wchar:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);

    /// <summary>The processes of a session, by the id of the one that leads it or led it; zombies have ended.</summary>
    public static IReadOnlyList<int> OfSession(int leader) => [.. Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0 && Stat(pid) is { } stat && stat[0] != "Z" && stat[3] == leader.ToString(CultureInfo.InvariantCulture))];

    private static char? State(int pid) => Stat(pid)?[0][0];

    /// <summary>What stands in proc(5)'s stat behind the name of the program: state, parent, process group, session ...</summary>
    private static string[]? Stat(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int kill(int process, int signal);
}
