using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>Which text of a session is wanted, and how.</summary>
public sealed record CaptureOptions
{
    /// <summary>Counted from the first line of the screen, which is 0; the history is negative. Default 0. What does not exist is left out.</summary>
    public long? Start { get; init; }

    /// <summary>The first line that is not wanted any more. Default: behind the screen.</summary>
    public long? End { get; init; }

    /// <summary>With escape sequences for colours and attributes.</summary>
    public bool Ansi { get; init; }

    /// <summary>Lines that a wrap cut become one.</summary>
    public bool JoinWrapped { get; init; }

    /// <summary>All of the history, and the screen.</summary>
    public static CaptureOptions Everything { get; } = new() { Start = long.MinValue };

    internal CaptureRequest ToRequest(string session)
    {
        var request = new CaptureRequest { Session = session };
        if (Start is { } start) request.Start = start;
        if (End is { } end) request.End = end;
        if (Ansi) request.Ansi = true;
        if (JoinWrapped) request.JoinWrapped = true;
        return request;
    }
}

/// <summary>Text of a session.</summary>
/// <param name="FirstLine">Absolute number of the first line.</param>
/// <param name="Columns">Of the session, as <paramref name="Rows"/>.</param>
public sealed record Capture(IReadOnlyList<CapturedLine> Lines, long FirstLine, int Columns, int Rows, Cursor Cursor)
{
    internal static Capture Of(CaptureResponse capture) => new(
        [.. capture.Lines.Select(line => new CapturedLine(line.Text, line.Wrapped))],
        capture.FirstLine,
        capture.Columns,
        capture.Rows,
        new Cursor(capture.CursorColumn, capture.CursorLine));
}

/// <param name="IsWrapped">It goes on in the next line.</param>
public sealed record CapturedLine(string Text, bool IsWrapped);
