using ActorTerm.Benchmarks.Harness;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>What a session that does nothing costs.</summary>
internal static class Idling
{
    private const int Sessions = 250;

    /// <summary>What each costs beyond as many that are there already, so that what the host has once is not counted.</summary>
    public static Row Bytes(SessionBench host) => new(
        "an idle session that runs cat, managed", "bytes",
        new Side("host", () =>
        {
            var there = Make(host);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var made = Make(host);
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Sessions;
            host.Close([.. there, .. made]);
            return bytes;
        }),
        Baseline: null,
        Goal.AtMost(10_000));

    private static SessionId[] Make(SessionBench host)
    {
        var made = Enumerable.Range(0, Sessions).Select(_ => host.Ask<Created>(SessionBench.Create("/bin/cat")).Session).ToArray();
        AwaitJobs(host);
        return made;
    }

    /// <summary>Until the last thing that happens in a session by itself has happened: its foreground job is known.</summary>
    private static void AwaitJobs(SessionBench host)
    {
        while (host.Ask<SessionList>(new ListSessions()).Sessions.Any(session => session.Job != "cat")) Thread.Yield();
    }
}
