using ActorTerm.Pty;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Turns what happens on a pseudo-terminal into messages for its session. Called on the reactor's thread, so it tells and returns.</summary>
internal sealed class PtyMessages(IActorRef session, int generation) : IPtyEvents
{
    public void Ready(PtyInterest what) => session.Tell(PtyReady.Of(what), ActorRefs.NoSender);

    public void Exiting() => session.Tell(new PtyExiting(generation), ActorRefs.NoSender);

    public void Exited(PtyExit exit) => session.Tell(new PtyExited(generation, exit), ActorRefs.NoSender);
}

/// <summary>The pseudo-terminal can be read or written. One instance per kind: nothing is allocated for it.</summary>
internal sealed class PtyReady
{
    private static readonly PtyReady[] All = [.. Enumerable.Range(0, 4).Select(what => new PtyReady((PtyInterest)what))];

    private PtyReady(PtyInterest what) => What = what;

    public PtyInterest What { get; }

    public static PtyReady Of(PtyInterest what) => All[(int)what];
}

/// <summary>The program is gone, but not all it wrote is read.</summary>
/// <param name="Generation">Which start of the session's program it was.</param>
internal sealed record PtyExiting(int Generation);

/// <param name="Generation">Which start of the session's program it was.</param>
internal sealed record PtyExited(int Generation, PtyExit Exit);
