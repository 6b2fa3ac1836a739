using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Client;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>
/// A minute of a session and its coprocess of which one does not read what the other writes, or neither does, in a host with the settings it comes with.
/// </summary>
internal sealed class Unread
{
    /// <summary>Lines of flood after which history, buffers and code have the size they keep.</summary>
    private const int WarmUpLines = 5_000_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Long after everything is full that lies between a writer and one that does not read.</summary>
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(5);

    /// <summary>Before the guard ends a coprocess that does not read.</summary>
    private static readonly TimeSpan NotYetEnded = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private static readonly string[] Flood = ["yes", "flood"];

    private readonly Lazy<Outcome> _outcome;

    private Unread(string[] program, string coprocess) => _outcome = new(() => LastAsync(program, coprocess).GetAwaiter().GetResult());

    public static IEnumerable<Row> Rows()
    {
        var program = new Unread(["sh", "-c", "stty raw -echo; exec sleep 1000"], "exec yes");
        yield return program.Memory("a program that never reads, its coprocess runs `yes`");
        yield return program.Row("what that `yes` writes from the 5th second to the 25th", "bytes", outcome => outcome.CoprocessWrote, Goal.AtMost(0));

        var coprocess = new Unread(Flood, "exec sleep 1000");
        yield return coprocess.Memory("a program that floods, its coprocess never reads");
        yield return coprocess.Row("what that flood writes from the 5th second to the 25th", "bytes", outcome => outcome.ProgramWrote, Goal.AtMost(0));
        yield return coprocess.Stalled(30);
        yield return coprocess.GoesOn();

        var neither = new Unread(Flood, "exec yes");
        yield return neither.Memory("a program that floods, its coprocess runs `yes`, neither reads");
        yield return neither.Stalled(2);
        yield return neither.GoesOn();
    }

    private Row Memory(string who) => Row($"{who}: resident memory, the most it grew in 60 s", "MB", outcome => outcome.Grown, Goal.AtMost(32));

    private Row Stalled(int seconds) =>
        Row("until that coprocess is ended as `stalled`", "s", outcome => outcome.Stalled, Goal.AtLeast(seconds).And(Goal.AtMost(seconds + 1)));

    private Row GoesOn() => Row("lines of that flood drawn afterwards", "millions", outcome => outcome.Lines / 1e6, Goal.AtLeast(1));

    private Row Row(string work, string unit, Func<Outcome, double> figure, Goal goal) => new(work, unit, new Side("ours", () => figure(_outcome.Value)), null, goal);

    private static async Task<Outcome> LastAsync(string[] program, string coprocess)
    {
        using var host = new SoakHost();
        await using var script = await Connection.ConnectAsync(new ConnectOptions { Socket = host.Socket });
        await using var ends = await script.App.WatchEventsAsync(["coprocess.ended"]);
        var session = script.App.Session(host.New(program));
        while (program == Flood && host.LinesOf(session.Id) < WarmUpLines) { }

        var before = host.ResidentMegabytes;
        var started = await session.StartCoprocessAsync([coprocess]);
        var (pid, begun) = ((await session.GetInfoAsync()).Pid!.Value, Stopwatch.GetTimestamp());
        var stalled = StalledAsync(ends);
        var outcome = new Outcome();
        var (typed, printed, lines) = ((Range?)null, (Range?)null, (long?)null);
        using var ticks = new PeriodicTimer(Tick);
        while (Stopwatch.GetElapsedTime(begun) is var passed && passed < Minute && await ticks.WaitForNextTickAsync())
        {
            outcome = outcome with { Grown = Math.Max(outcome.Grown, host.ResidentMegabytes - before) };
            if (stalled.IsCompletedSuccessfully) lines ??= host.LinesOf(session.Id);          // once: an answer is memory too
            else if (passed > Full && passed < NotYetEnded) (typed, printed) = (Range.With(typed, Written(started.Pid)), Range.With(printed, Written(pid)));
        }

        return outcome with
        {
            CoprocessWrote = typed?.Length ?? 0,
            ProgramWrote = printed?.Length ?? 0,
            Stalled = stalled.IsCompletedSuccessfully ? (await stalled - started.StartedAt).TotalSeconds : double.PositiveInfinity,
            Lines = lines is { } first ? host.LinesOf(session.Id) - first : 0,
        };
    }

    private static async Task<DateTimeOffset> StalledAsync(Subscription<HostEvent> ends)
    {
        await foreach (var end in ends)
        {
            if (end.Data.GetProperty("reason").GetString() == "stalled") return end.Time;
        }

        throw new InvalidOperationException("the coprocess ended otherwise");
    }

    /// <summary>Bytes that a process's writes took: <c>wchar</c> of proc(5).</summary>
    private static long Written(int pid) =>
        long.Parse(File.ReadLines(FormattableString.Invariant($"/proc/{pid}/io")).First(line => line.StartsWith("wchar:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);

    private sealed record Outcome(double Grown = 0, long CoprocessWrote = 0, long ProgramWrote = 0, double Stalled = 0, long Lines = 0);

    private readonly record struct Range(long First, long Last)
    {
        public long Length => Last - First;

        public static Range With(Range? range, long value) => new(range?.First ?? value, value);
    }
}
