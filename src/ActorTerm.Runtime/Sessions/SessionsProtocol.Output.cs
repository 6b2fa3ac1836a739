using ActorTerm.Language;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
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

        /// <summary>The parser is at rest: what could not be done from within it can be done now.</summary>
        void Act()
        {
        }

        /// <summary>BEL.</summary>
        void Bell()
        {
        }

        /// <summary>Something else happened than output.</summary>
        void Happened(TriggersProtocol.TriggerEvent what, params IReadOnlyList<string> captures)
        {
        }

        /// <summary>The shell says that a command began; null that it ended or was abandoned.</summary>
        void CommandRuns(string? command)
        {
        }

        /// <summary>The job in the foreground and its ancestors, by name.</summary>
        void JobsAre(IReadOnlyList<string> names)
        {
        }

        void ProgramStarted()
        {
        }

        /// <summary>All its output was seen, the last line too.</summary>
        void ProgramEnded()
        {
        }

        void ProfileChanged()
        {
        }

        /// <summary>Why the session must not have this profile; null when it may.</summary>
        string? Objection(ProfilesProtocol.Profile changed) => null;

        /// <summary>A message for the session that the session itself does not know.</summary>
        /// <returns>Whether it was for this.</returns>
        bool Hear(object message, AskingProtocol.Asker asker) => false;
    }

    /// <summary>What a watcher may do to its session, from within its calls and on the session's turn only.</summary>
    public interface IWatchedSession
    {
        SessionId Id { get; }

        IActorRef Self { get; }

        ITimerScheduler Timers { get; }

        /// <summary>By the clock of the actor system.</summary>
        DateTimeOffset Now { get; }

        ProfilesProtocol.Profile Profile { get; }

        VariablesProtocol.ScopeHandle Scope { get; }

        Screen Screen { get; }

        /// <summary>Whether its program runs.</summary>
        bool IsRunning { get; }

        /// <summary>As <c>TerminalModel.OpenLine</c>.</summary>
        long? OpenLine { get; }

        /// <summary>From within the parser: it goes no further, and <see cref="IOutputWatcher.Act"/> comes next.</summary>
        void RequestStop();

        /// <summary>Types text, to this session only.</summary>
        /// <returns>Why not; null when it is on its way.</returns>
        Rejected? TypeText(string text);

        /// <summary>Feeds bytes to the terminal as if the program had printed them. Not from within the parser.</summary>
        void FeedTerminal(ReadOnlySpan<byte> bytes);

        /// <summary>While true, what people and scripts type is kept; afterwards it goes to the program in its order.</summary>
        void HoldInput(bool hold);

        /// <summary>Names it, in plain text, and in place of any name it has: who made the trigger wants so.</summary>
        void NameIt(string name);

        /// <returns>Why not; null when it is set.</returns>
        string? SetUserVariable(string name, Value value);

        /// <summary>As if the shell had told it.</summary>
        void ReportDirectory(string path);

        /// <inheritdoc cref="ReportDirectory"/>
        void ReportHost(string? user, string host);

        void ReportTabStatus(string text);

        /// <summary>As <c>Screen.LinkText</c>; a text that is no address, or a longer one than links may have, does nothing.</summary>
        void LinkText(long absoluteLine, int size, int start, int length, string uri);

        void RingBell();

        void Publish(string kind, params KeyValuePair<string, Value>[] data);

        /// <summary>Changes properties of its own copy of the profile, without <see cref="IOutputWatcher.ProfileChanged"/>.</summary>
        void KeepInProfile(string key, Value value);

        /// <summary>What a process that works for this session has as environment, and the directories in the first of which it runs.</summary>
        (IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string?> Directories) Surroundings { get; }

        /// <summary>Starts a coprocess at this byte.</summary>
        /// <returns>Why not; null when it is being started. That it then could not be is told by the event <c>coprocess.rejected</c>.</returns>
        StartAnswer? StartCoprocess(StartCoprocess request);
    }

    /// <summary>Makes the watcher of a session; given by Root.</summary>
    public delegate IOutputWatcher? OutputWatcherMaker(IWatchedSession session);
}
