using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>
/// What may be said about the coprocess of a session: a process that reads what the session's program prints, byte for byte, and types what it
/// prints itself. A session has at most one. Ask the session, through <c>WorkspaceProtocol.ToSession</c>.
/// </summary>
public static partial class CoprocessesProtocol
{
    /// <summary>Starts one, whatever asks for it. Answered by a <see cref="StartAnswer"/>, once it runs or is known not to.</summary>
    public sealed record StartCoprocess(CoprocessCommand Command, CoprocessOptions Options, CoprocessSource Source);

    /// <summary>What to run.</summary>
    public abstract record CoprocessCommand
    {
        private CoprocessCommand()
        {
        }

        /// <summary>Nothing to run: refused, whoever asks.</summary>
        public abstract bool IsBlank { get; }

        /// <summary>The program and its arguments.</summary>
        public abstract IReadOnlyList<string> Argv { get; }

        /// <summary>As a person would type it in a shell.</summary>
        public abstract string Text { get; }

        /// <summary>Laid over its environment.</summary>
        public virtual IEnumerable<KeyValuePair<string, string>> Variables => [];

        /// <summary>A text for <c>/bin/sh -c</c>: quoting, globs, pipelines and <c>~</c> are the shell's.</summary>
        /// <param name="Line">The text.</param>
        /// <param name="Captures">What a trigger captured: <c>$TRIGGER_MATCH_0</c> to <c>_9</c> for the line, and <c>$1</c> to <c>$9</c>.</param>
        public sealed record Shell(string Line, IReadOnlyList<string>? Captures = null) : CoprocessCommand
        {
            public override bool IsBlank => string.IsNullOrWhiteSpace(Line);

            public override IReadOnlyList<string> Argv => ["/bin/sh", "-c", Line, .. Captures is null ? [] : Captures.Skip(1).Take(9).Prepend("sh")];

            public override IEnumerable<KeyValuePair<string, string>> Variables =>
                (Captures ?? []).Take(10).Select((text, i) => KeyValuePair.Create($"TRIGGER_MATCH_{i}", text));

            public override string Text => Line;
        }

        /// <summary>A program, looked up in PATH, with its arguments, without a shell.</summary>
        public sealed record Program(IReadOnlyList<string> Words) : CoprocessCommand
        {
            public override bool IsBlank => Words.Count == 0 || string.IsNullOrWhiteSpace(Words[0]);

            public override IReadOnlyList<string> Argv => Words;

            public override string Text => string.Join(' ', Words.Select(ShellWord.Quote));
        }
    }

    /// <param name="Mute">
    /// From the byte at which it starts until it ends, what the program prints has no effect: no text, no event, no reply. The coprocess has it all.
    /// </param>
    /// <param name="LockInput">Nobody else may type meanwhile: they are refused with <c>busy</c>.</param>
    /// <param name="Newline">What becomes of line feeds that it prints.</param>
    /// <param name="OnStdinFull">What happens when it does not read.</param>
    /// <param name="AnswerQueries">Of a muted session: queries of the program are answered all the same.</param>
    public sealed record CoprocessOptions(
        bool Mute = false,
        bool LockInput = false,
        CoprocessNewline Newline = CoprocessNewline.Raw,
        StdinFull OnStdinFull = StdinFull.Block,
        bool AnswerQueries = false)
    {
        public static CoprocessOptions None { get; } = new();
    }

    public enum CoprocessNewline
    {
        /// <summary>Its bytes are typed as they are.</summary>
        Raw,

        /// <summary>LF becomes CR, which is what the Return key sends.</summary>
        Cr,
    }

    public enum StdinFull
    {
        /// <summary>The session's program blocks until the coprocess reads; the stall guard ends one that never does.</summary>
        Block,

        /// <summary>The coprocess ends.</summary>
        Kill,

        /// <summary>What it has not read is kept in memory, whatever it takes.</summary>
        Unbounded,
    }

    /// <summary>Who started it.</summary>
    public enum CoprocessSource
    {
        Api,
        Cli,
        Function,
        Trigger,
        Key,

        /// <summary>The session's profile gives it to every session.</summary>
        Profile,
    }

    public abstract record StartAnswer
    {
        private StartAnswer()
        {
        }

        public sealed record Started(CoprocessInfo Info) : StartAnswer;

        /// <summary>One runs, or is being started; nothing happened to it.</summary>
        public sealed record AlreadyRunning(string Command) : StartAnswer;

        /// <summary>There was no command.</summary>
        public sealed record Blank : StartAnswer;

        public sealed record SpawnFailed(string Text) : StartAnswer;

        /// <summary>The session's program does not run.</summary>
        public sealed record SessionEnded : StartAnswer;
    }

    public sealed record CoprocessInfo(string Command, int Pid, CoprocessOptions Options, CoprocessSource Source, DateTimeOffset StartedAt);

    /// <summary>Ends it: SIGTERM to its process group, after a grace period SIGKILL; bytes on their way are dropped. Answered by <see cref="Stopped"/>.</summary>
    public sealed record StopCoprocess
    {
        public static StopCoprocess Instance { get; } = new();
    }

    /// <param name="WasRunning">False: there was none.</param>
    public sealed record Stopped(bool WasRunning);

    /// <summary>Answered by <see cref="CoprocessStatus"/>.</summary>
    public sealed record GetCoprocess
    {
        public static GetCoprocess Instance { get; } = new();
    }

    /// <param name="Running">Null: none.</param>
    public sealed record CoprocessStatus(CoprocessInfo? Running);

    /// <summary>Why a coprocess ended; events carry the names in camel case.</summary>
    public enum EndReason
    {
        /// <summary>It closed its standard output, as every process does that ends.</summary>
        Exited,

        /// <summary>Somebody stopped it.</summary>
        Stopped,

        /// <summary>It did not read for too long, and the session's program was blocked by that.</summary>
        Stalled,

        /// <summary>It did not read, and was started with <see cref="StdinFull.Kill"/>.</summary>
        StdinFull,

        /// <summary>Its process was gone and what held its standard output had been silent for the release time.</summary>
        Released,

        /// <summary>The session's program ended.</summary>
        SessionEnded,

        /// <summary>The session was closed.</summary>
        SessionClosed,

        /// <summary>The session was restarted.</summary>
        Restart,
    }
}
