using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>How many sessions come and go.</summary>
internal static class Turnover
{
    private const int Sessions = 500;
    private const int TmuxSessions = 100;
    private const int AtOnce = 16;

    public static Row Row(PtyBench bench, SessionBench host) => new(
        "sessions with /bin/true created, ended and removed", "per s",
        Side.Rate("host", Sessions, () =>
        {
            using var done = new ManualResetEventSlim();
            var client = host.Start(() => new Client(host.Workspace, done));
            done.Wait();
            host.End(client);
        }),
        new Side("tmux", () => Tmux.MakeAndEnd(bench, TmuxSessions)),
        Goal.AtLeast(1_000));

    /// <summary>Asks for a session whenever one of its own is gone.</summary>
    private sealed class Client : ReceiveActor
    {
        private static readonly CreateTab Create = SessionBench.Create("/bin/true");

        public Client(IActorRef workspace, ManualResetEventSlim done)
        {
            var (asked, gone) = (0, 0);
            Receive<Created>(_ => { });
            Receive<NotCreated>(m => throw new InvalidOperationException(m.Text));
            Receive<SessionTerminated>(m => workspace.Tell(new CloseSessions([m.Id]), Self));
            Receive<Closed>(_ =>
            {
                if (++gone == Sessions) done.Set();
                else AskForOne();
            });
            workspace.Tell(new HearTree(TreeEvents.Terminated), Self);
            for (var i = 0; i < AtOnce; i++) AskForOne();

            void AskForOne()
            {
                if (asked++ < Sessions) workspace.Tell(Create, Self);
            }
        }
    }
}
