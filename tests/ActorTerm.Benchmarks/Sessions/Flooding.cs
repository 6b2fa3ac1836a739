using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>A program that writes as fast as its session reads.</summary>
internal static class Flooding
{
    public static Row Row(PtyBench bench, SessionBench host, FloodInput input, int megabytes, Goal goal)
    {
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        return new Row(
            $"flood of {input.Name} into a session", "MB/s",
            new Side("host", () => megabytes / Seconds(host, bench.Flood, bench.FileOf(input), size)),
            new Side("C", () => double.Parse(bench.Run(bench.Drain, "1", bench.Flood, bench.FileOf(input), size), CultureInfo.InvariantCulture)),
            goal);
    }

    /// <summary>From the creation of the session to the end of its program.</summary>
    private static double Seconds(SessionBench host, params IReadOnlyList<string> flood)
    {
        using var ended = new ManualResetEventSlim();
        var witness = host.Start(() => new Witness(host.Workspace, ended));
        var start = Stopwatch.GetTimestamp();
        var made = host.Ask<Created>(SessionBench.Create(flood));
        ended.Wait();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        host.End(witness);
        host.Close(made.Session);
        return seconds;
    }

    /// <summary>Waits for the end of one program.</summary>
    internal sealed class Witness : ReceiveActor
    {
        public Witness(IActorRef workspace, ManualResetEventSlim ended)
        {
            Receive<SessionTerminated>(_ => ended.Set());
            workspace.Tell(new HearTree(TreeEvents.Terminated), Self);
        }
    }
}
