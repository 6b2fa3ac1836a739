using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>Reads lines of screen and history. Answered by <see cref="BufferContents"/>.</summary>
    public sealed record ReadBuffer(BufferRange Range, bool WithStyles);

    public abstract record BufferRange;

    public sealed record VisibleScreen : BufferRange;

    /// <param name="Count">The last so many lines, the screen's included; more than there are means all.</param>
    public sealed record TrailingLines(int Count) : BufferRange;

    /// <summary>Half open, in absolute lines from 0; lines that are lost are skipped.</summary>
    /// <param name="FirstColumn">Null: whole lines. Otherwise only these columns of each line.</param>
    public sealed record LineSpan(int StartX, long StartY, int EndX, long EndY, int? FirstColumn, int ColumnCount) : BufferRange;

    /// <param name="CursorY">Absolute line.</param>
    public sealed record BufferContents(IReadOnlyList<BufferLine> Lines, int CursorX, long CursorY, int StartX, long StartY, int EndX, long EndY);

    /// <param name="Cells">Code points per cell, as runs; 0 for the right half of a wide character and for a cell never written.</param>
    /// <param name="Styles">As runs over the same cells; empty unless asked for.</param>
    /// <param name="Wrapped">The line goes on in the next one.</param>
    public sealed record BufferLine(string Text, IReadOnlyList<Run<int>> Cells, IReadOnlyList<Run<Style>> Styles, bool Wrapped);

    public readonly record struct Run<T>(T Value, int Length);

    /// <summary>Text for people: the screen, or part of it and of the history. Answered by <see cref="Captured"/>.</summary>
    /// <param name="Start">Counted from the screen's first line, 0; history is negative. Null: the screen's first.</param>
    /// <param name="End">As <paramref name="Start"/>, exclusive. Null: the screen's last.</param>
    /// <param name="Ansi">With SGR sequences, so that printing the lines looks as the screen does.</param>
    /// <param name="JoinWrapped">Lines that a wrap cut become one.</param>
    public sealed record Capture(long? Start, long? End, bool Ansi, bool JoinWrapped);

    public sealed record Captured(IReadOnlyList<CapturedLine> Lines, long FirstLine, int Columns, int Rows, int CursorX, long CursorY);

    public readonly record struct CapturedLine(string Text, bool Wrapped);

    /// <summary>Answered by <see cref="LineCounts"/>.</summary>
    public sealed record CountLines;

    /// <param name="Overflow">Lines lost from the head of the history.</param>
    /// <param name="FirstVisible">Absolute number of the screen's first line.</param>
    public sealed record LineCounts(long Overflow, int Grid, long History, long FirstVisible);

    /// <summary>What a connection may hear of one session.</summary>
    [Flags]
    public enum SessionEvents
    {
        None = 0,
        Screen = 1,
        CustomSequence = 2,
        PromptStart = 4,
        CommandStart = 8,
        CommandEnd = 16,
        Keystroke = 32,

        /// <summary>Releases, and modifiers alone.</summary>
        KeystrokeMore = 64,
    }

    /// <summary>Replaces what <paramref name="Subscriber"/> hears of this session. Forgotten when it ends.</summary>
    public sealed record Hear(IActorRef Subscriber, SessionEvents Events);

    /// <summary>The visible screen changed; told at most once per frame, and always once after the last change.</summary>
    public sealed record ScreenChanged(SessionId Session) : ConnectionsProtocol.ScriptEvent;

    /// <summary>OSC 1337 ; Custom=id=IDENTITY:PAYLOAD.</summary>
    public sealed record CustomSequenceSeen(SessionId Session, string Identity, string Payload) : ConnectionsProtocol.ScriptEvent;
}
