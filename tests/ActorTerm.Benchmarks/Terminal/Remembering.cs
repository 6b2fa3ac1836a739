using System.Text;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Terminal;

namespace ActorTerm.Benchmarks.Terminal;

/// <summary>What history and idle terminals cost.</summary>
internal static class Remembering
{
    private const int Lines = 10_000;
    private const int Milliseconds = 1_000;

    public static Row BytesPerLine(string what, double goal, Func<int, string> line) => new(
        $"history, lines of 80 columns, {what}", "bytes a line",
        new Side("terminal", () => Filled(line).Screen.Scrollback.Bytes / (double)Lines), null, Goal.AtMost(goal));

    public static string Plain(int number) => new string((char)('a' + number % 26), 80) + "\r\n";

    public static string FourColors(int number) =>
        string.Concat(Enumerable.Range(1, 4).Select(color => $"\e[3{color}m{new string((char)('a' + number % 26), 20)}")) + "\r\n";

    public static Row AsStrings()
    {
        var terminal = Filled(Plain);
        return new Row("history, 10,000 lines as strings", "ms", new Side("terminal", () =>
        {
            var history = terminal.Screen.Scrollback;
            var length = 0;
            var start = Stopwatch.GetTimestamp();
            for (var line = history.FirstLine; line < history.EndLine; line++) length += history.GetLine(line).GetText().Length;
            var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds * Milliseconds;
            return length > 0 ? elapsed : throw new InvalidOperationException("history is empty");
        }), null, Goal.AtMost(2));
    }

    /// <summary>An idle terminal that shows a prompt.</summary>
    public static Row IdleBytes()
    {
        const int Count = 2_000;
        return new Row("terminal of 80 by 24 that shows a prompt", "bytes", new Side("terminal", () =>
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var terminals = new TerminalModel[Count];
            for (var i = 0; i < Count; i++) (terminals[i] = Flooding.New()).Feed("\e[1;32muser@host\e[0m:\e[34m~\e[0m$ "u8);
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Count;
            GC.KeepAlive(terminals);
            return bytes;
        }), null, Goal.AtMost(6_000));
    }

    private static TerminalModel Filled(Func<int, string> line)
    {
        var terminal = Flooding.New();
        for (var i = 0; i < Lines + terminal.Screen.Rows; i++) terminal.Feed(Encoding.ASCII.GetBytes(line(i)));
        return terminal;
    }
}
