using System.Globalization;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>A flood that a coprocess reads as well, drawn on the screen and for a viewer, against the same flood without the coprocess.</summary>
internal static class Relaying
{
    public static Row Row(PtyBench bench, SessionBench host, FloodInput input, int megabytes, Goal goal) => new(
        $"flood of {input.Name} into a session with a viewer, a coprocess reads it", "MB/s",
        new Side("host", () => megabytes / Seconds(bench, host, input, megabytes, "cat > /dev/null")),
        new Side("without it", () => megabytes / Seconds(bench, host, input, megabytes, null)),
        goal);

    /// <summary>From the key that sets the program off to its end.</summary>
    private static double Seconds(PtyBench bench, SessionBench host, FloodInput input, int megabytes, string? coprocess)
    {
        using var ended = new ManualResetEventSlim();
        var witness = host.Start(() => new Witness(host.Workspace, ended));
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        var made = host.Ask<Created>(SessionBench.Create(
            "sh", "-c", "stty -echo; echo ready; read go; exec \"$@\"", "sh", bench.Flood, bench.FileOf(input), size));
        host.Ask<SessionsProtocol.TextMatched>(made.Session, new SessionsProtocol.WaitFor("ready", OnlyNew: false, Idle: null, Within: null));
        var viewer = new Viewer();
        viewer.Actor = host.Ask<SessionsProtocol.Attached>(made.Session, new SessionsProtocol.Attach(viewer, 80, 25, TakesSize: false, ReadOnly: false)).Viewer;
        if (coprocess is not null)
        {
            host.Ask<StartAnswer.Started>(
                made.Session, new StartCoprocess(new CoprocessCommand.Shell(coprocess), CoprocessOptions.None, CoprocessSource.Api));
        }

        var start = Stopwatch.GetTimestamp();
        host.Ask<SessionsProtocol.Accepted>(made.Session, new SessionsProtocol.Type("\n"));
        ended.Wait();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        host.End(witness);
        host.Close(made.Session);
        return seconds;
    }

    private sealed class Witness : ReceiveActor
    {
        public Witness(IActorRef workspace, ManualResetEventSlim ended)
        {
            Receive<SessionTerminated>(_ => ended.Set());
            workspace.Tell(new HearTree(TreeEvents.Terminated), Self);
        }
    }

    /// <summary>Draws as fast as frames come.</summary>
    private sealed class Viewer : SessionsProtocol.IViewerLink
    {
        private volatile IActorRef? _actor;

        public IActorRef Actor
        {
            set
            {
                _actor = value;
                value.Tell(SessionsProtocol.ViewerCredit.Instance);       // of a frame that came before
            }
        }

        public void Draw(ReadOnlyMemory<byte> frame) => _actor?.Tell(SessionsProtocol.ViewerCredit.Instance);

        public bool TrySay(SessionsProtocol.ViewerNews news) => true;

        public void Close(string reason)
        {
        }
    }
}
