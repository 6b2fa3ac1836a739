using System.Globalization;
using System.Text.Json;

namespace ActorTerm.Host;

/// <summary>
/// Says which process is the host of a socket: <c>host.json</c> in the state directory with pid, start time and socket. The start time is
/// that of proc_pid_stat(5), in clock ticks since boot, so that a pid used again is told apart.
/// </summary>
internal sealed class PidFile : IDisposable
{
    private const int StartTimeField = 19;      // counted from the field behind the name in parentheses
    private readonly string _path;

    private PidFile(string path) => _path = path;

    public static PidFile Write(StateDirectory state, string socket)
    {
        var path = Path.Combine(state.Path, "host.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new { pid = Environment.ProcessId, startTime = StartTime(), socket }) + "\n");
        return new PidFile(path);
    }

    public void Dispose() => File.Delete(_path);

    private static long StartTime()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture);
    }
}
