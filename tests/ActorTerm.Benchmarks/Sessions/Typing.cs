using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>From a key, told to the workspace, to the notice that its echo stands on the screen.</summary>
internal static class Typing
{
    public static Row Row(PtyBench bench, SessionBench host, int floods, int keys, Goal goal) => new(
        $"key to its echo on the screen, 99th percentile, {(floods == 0 ? "idle" : $"beside {floods} sessions that flood")}", "ms",
        new Side("host", () => Milliseconds(bench, host, floods, keys)),
        new Side("C", () => double.Parse(
            bench.Run(bench.Keys, Text(keys), bench.RawEcho, Text(floods), bench.Flood, bench.FileOf(FloodInput.Lines)), CultureInfo.InvariantCulture)),
        goal);

    private static double Milliseconds(PtyBench bench, SessionBench host, int floods, int keys)
    {
        var flood = SessionBench.Create(bench.Flood, bench.FileOf(FloodInput.Lines), "1000000");
        var flooding = Enumerable.Range(0, floods).Select(_ => host.Ask<Created>(flood).Session).ToArray();
        var echo = host.Ask<Created>(SessionBench.Create(bench.RawEcho)).Session;
        var typed = new TaskCompletionSource<double[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        AwaitOutput(host, [echo, .. flooding]);
        var typist = host.Start(() => new Typist(host.Workspace, echo, keys, typed));

        var times = typed.Task.GetAwaiter().GetResult();

        host.End(typist);
        host.Close([echo, .. flooding]);
        Array.Sort(times);
        return times[keys * 99 / 100];
    }

    /// <summary>Until each program has written something.</summary>
    private static void AwaitOutput(SessionBench host, IReadOnlyList<SessionId> sessions)
    {
        foreach (var session in sessions)
            host.Ask<SessionsProtocol.TextMatched>(session, new SessionsProtocol.WaitFor(".", OnlyNew: false, Idle: null, Within: null));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Types a key when the one before has come back.</summary>
    private sealed class Typist : ReceiveActor
    {
        private readonly IActorRef _workspace;
        private readonly ToSession _key;
        private long _typed;

        public Typist(IActorRef workspace, SessionId echo, int keys, TaskCompletionSource<double[]> done)
        {
            _workspace = workspace;
            _key = new ToSession(SessionTarget.Of(echo), new SessionsProtocol.Type("k"));
            var times = new List<double>(keys);
            Receive<SessionsProtocol.Accepted>(_ => { });
            Receive<SessionsProtocol.ScreenChanged>(_ =>
            {
                times.Add(Stopwatch.GetElapsedTime(_typed).TotalMilliseconds);
                if (times.Count < keys) Press();
                else done.TrySetResult([.. times]);
            });
            workspace.Tell(new HearSessions(SessionTarget.Of(echo), SessionsProtocol.SessionEvents.Screen), Self);
            Press();
        }

        private void Press()
        {
            _typed = Stopwatch.GetTimestamp();
            _workspace.Tell(_key, Self);
        }
    }
}
