using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Sessions;

/// <summary>What may be said to a session and what it answers. Ask through <c>WorkspaceProtocol.ToSession</c>.</summary>
public static partial class SessionsProtocol
{
    /// <summary>What a new session is to run, and how.</summary>
    /// <param name="Argv">Program and arguments, run without a shell; null runs <paramref name="CommandLine"/>, and without that the login shell.</param>
    /// <param name="CommandLine">Split into words as a shell does, then run without a shell; null when there is none.</param>
    /// <param name="Environment">Laid over the computed environment; null takes a variable out.</param>
    /// <param name="Directory">Null is the home directory.</param>
    /// <param name="Columns">1..4096; null is the profile's, at first actorterm.sessions.default-columns.</param>
    /// <param name="Rows">1..4096; null is the profile's, at first actorterm.sessions.default-rows.</param>
    /// <param name="Name">Shown to people; null is the profile's name.</param>
    /// <param name="Profile">Name of the profile; null is the default one.</param>
    /// <param name="ProfileOverrides">Profile properties of this session only, by iTerm2's names.</param>
    /// <param name="Hold">Once its program has ended, the session stays until it is closed, not only for the setting's time.</param>
    public sealed record SessionStart(
        IReadOnlyList<string>? Argv = null,
        string? CommandLine = null,
        IReadOnlyDictionary<string, string?>? Environment = null,
        string? Directory = null,
        int? Columns = null,
        int? Rows = null,
        string? Name = null,
        string? Profile = null,
        IReadOnlyList<KeyValuePair<string, Value>>? ProfileOverrides = null,
        bool Hold = false);

    public enum SessionState
    {
        Starting,
        Running,
        Ended,
    }

    /// <summary>How a program ended: exactly one of the two is set.</summary>
    /// <param name="Code">Exit status, 0..255.</param>
    /// <param name="Signal">The number of the signal that ended it.</param>
    public sealed record ProgramExit(int? Code, int? Signal)
    {
        public override string ToString() => Signal is { } signal ? $"signal {signal}" : $"exit code {Code}";
    }

    /// <param name="Generation">0 at first, one more after each restart.</param>
    /// <param name="Pid">The session's program; null unless it runs.</param>
    /// <param name="Coprocess">The command of its coprocess; null when there is none.</param>
    public sealed record SessionInfo(
        string Name,
        string Title,
        IReadOnlyList<string> Command,
        int? Pid,
        SessionState State,
        ProgramExit? Exit,
        int Columns,
        int Rows,
        DateTimeOffset CreatedAt,
        DateTimeOffset? EndedAt,
        int Viewers,
        int Generation,
        bool Hold,
        string? Coprocess = null);

    /// <summary>Answered by <see cref="SessionInfo"/>.</summary>
    public sealed record GetInfo;

    /// <summary>Types text into the session, encoded as UTF-8, nothing added. Answered by <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
    public sealed record Type(string Text);

    /// <summary>Writes bytes to the program as they are. Answered as <see cref="Type"/>.</summary>
    public sealed record Write(ReadOnlyMemory<byte> Bytes);

    /// <summary>Presses keys by tmux's names (<c>C-c</c>, <c>Up</c>, <c>M-x</c>). Answered as <see cref="Type"/>.</summary>
    public sealed record PressKeys(IReadOnlyList<string> Names);

    /// <summary>Feeds bytes to the terminal as if the program had printed them. Answered by <see cref="Accepted"/>.</summary>
    public sealed record Inject(ReadOnlyMemory<byte> Bytes);

    /// <summary>Answered by <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
    /// <param name="Columns">1..4096.</param>
    /// <param name="Rows">1..4096.</param>
    public sealed record Resize(int Columns, int Rows);

    /// <summary>Names the session; null goes back to its automatic name. Answered by <c>WorkspaceProtocol.Done</c>.</summary>
    /// <param name="Name">An interpolated string.</param>
    public sealed record Rename(string? Name);

    /// <summary>Runs the original command again in the same session, ending what runs first. Answered by <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
    public sealed record Restart(bool OnlyIfEnded);

    /// <summary>Sends a signal to the foreground job's process group. Answered as <see cref="Type"/>.</summary>
    public sealed record Signal(int Number);

    /// <summary>Sets, then gets variables of this session. Answered by <see cref="VariablesProtocol.VariablesAnswer"/>.</summary>
    public sealed record AccessVariables(VariablesProtocol.VariablesRequest Request);

    /// <summary>Answered by <see cref="ProfileValues"/>. Null asks for all.</summary>
    public sealed record GetProfile(IReadOnlyList<string>? Keys);

    public sealed record ProfileValues(IReadOnlyList<KeyValuePair<string, Value>> Properties);

    /// <summary>Changes this session's own copy of its profile. Answered by <see cref="Accepted"/> or <see cref="Rejected"/>.</summary>
    public sealed record SetProfile(IReadOnlyList<KeyValuePair<string, Value>> Properties);

    public sealed record Accepted
    {
        public static Accepted Instance { get; } = new();
    }

    /// <summary>Not done, and nothing was lost or changed.</summary>
    public sealed record Rejected(Rejection Why, string Text);

    public enum Rejection
    {
        /// <summary>The session's program has ended.</summary>
        Ended,

        /// <summary>The write queue is at its hard bound: the program does not read its input.</summary>
        Backpressure,

        /// <summary>A value outside its range, or text that means nothing here.</summary>
        BadValue,

        /// <summary>The session cannot be restarted now.</summary>
        NotRestartable,

        /// <summary>The program could not be started.</summary>
        CannotStart,

        /// <summary>A bound of this session is reached: viewers, waiters, subscribers.</summary>
        TooMany,

        /// <summary>A coprocess has locked the session's input.</summary>
        Busy,
    }
}
