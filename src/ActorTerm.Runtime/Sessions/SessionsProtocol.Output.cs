using ActorTerm.Terminal.Screens;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>
    /// Looks at what a session's program prints as it reaches the screen: triggers. Called by the session on its own turn, so it may keep state without
    /// locks and must not wait.
    /// </summary>
    /// <remarks>
    /// <see cref="LineCompleted"/> comes from within the parser. What it asks of the <see cref="IWatchedSession"/> takes effect at the byte the parser
    /// is at: a coprocess started there has every byte after it and none before, and a silent one keeps all of them off the screen. The session
    /// stops the parser there, holds what it has read beyond until the process runs, then goes on with it as a new chunk. Muted output is never seen
    /// here.
    /// </remarks>
    public interface IOutputWatcher
    {
        /// <summary>Whether <see cref="LineCompleted"/> is wanted. Read at the start of each turn; false costs nothing.</summary>
        bool WatchesLines { get; }

        /// <summary>As <c>ITerminalEvents.LineCompleted</c>: the line will not be printed in for now, and is as it was before what follows.</summary>
        void LineCompleted(long absoluteLine);

        /// <summary>A turn is over in which something may have been printed: the line of the cursor can be looked at, or a timer set to do so.</summary>
        void OutputSeen();
    }

    /// <summary>What a watcher may do to its session, from within its calls and on the session's turn only.</summary>
    public interface IWatchedSession
    {
        Screen Screen { get; }

        /// <summary>Starts a coprocess at this byte.</summary>
        /// <returns>Why not; null when it is being started. That it then could not be is told by the event <c>coprocess.rejected</c>.</returns>
        StartAnswer? StartCoprocess(StartCoprocess request);
    }

    /// <summary>Makes the watcher of a session; given by Root.</summary>
    public delegate IOutputWatcher? OutputWatcherMaker(IWatchedSession session);
}
