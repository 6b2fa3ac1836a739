using ActorTerm.Benchmarks.Harness;
using ActorTerm.Terminal;
using ActorTerm.Terminal.Events;

namespace ActorTerm.Benchmarks.Terminal;

/// <summary>Bytes into parser, screen and history, without a PTY.</summary>
internal static class Flooding
{
    private const int Megabytes = 16;
    private const int Piece = 64 * 1024;
    private const double BytesPerMegabyte = 1e6;

    public static Row Row(string what, Func<int, byte[]> input, XtermHeadless peer, string folder, double goal)
    {
        var bytes = input(Megabytes * 1_000_000);
        var path = Path.Combine(folder, what);
        File.WriteAllBytes(path, bytes);
        return new Row(
            $"parse into screen and history, {what}", "MB/s",
            Side.Rate("terminal", bytes.Length / BytesPerMegabyte, () => Feed(New(), bytes)),
            new Side("@xterm/headless", () => peer.Flood(path)),
            Goal.RatioAtLeast(goal));
    }

    public static TerminalModel New() => new(new TerminalOptions { Columns = 80, Rows = 24, ScrollbackLines = 10_000 }, Silent.Instance);

    public static void Feed(TerminalModel terminal, byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += Piece) terminal.Feed(bytes.AsSpan(at, Math.Min(Piece, bytes.Length - at)));
    }

    private sealed class Silent : ITerminalEvents
    {
        public static Silent Instance { get; } = new();
    }
}
