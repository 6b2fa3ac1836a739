using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;
using Status = ActorTerm.Protocol.GetBufferResponse.Types.Status;

namespace ActorTerm.Api.Translation;

/// <summary>The request for lines of screen and history.</summary>
internal static class BufferRequests
{
    /// <summary>Lines from the end that one answer may have, as many as iTerm2 gives; whoever asks for more gets so many.</summary>
    private const int MaxTrailingLines = 1_000_000;

    public static object Get(long id, GetBufferRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target) || target.IsAll) return Refused(id, Status.SessionNotFound);
        if (ToRange(m.LineRange) is not { } range) return Refused(id, Status.InvalidLineRange);

        return Answers.AskWorkspace(id, new ToSession(target, new SessionsProtocol.ReadBuffer(range, m.IncludeStyles)), (answer, reply) =>
            answer.GetBufferResponse = reply is SessionsProtocol.BufferContents contents
                ? ToResponse(contents)
                : new GetBufferResponse { Status = Status.SessionNotFound });
    }

    /// <summary>A coordinate range wins; otherwise exactly one of the other two must be there, whatever its value.</summary>
    private static SessionsProtocol.BufferRange? ToRange(LineRange? m) => m switch
    {
        { WindowedCoordRange: { } window } => ToSpan(window),
        { HasScreenContentsOnly: true, HasTrailingLines: false } => new SessionsProtocol.VisibleScreen(),
        { HasTrailingLines: true, HasScreenContentsOnly: false, TrailingLines: >= 0 } => new SessionsProtocol.TrailingLines(Math.Min(m.TrailingLines, MaxTrailingLines)),
        _ => null,
    };

    private static SessionsProtocol.LineSpan? ToSpan(WindowedCoordRange m)
    {
        if (m.CoordRange is not { Start: { } start, End: { } end }) return null;
        if (start.X < 0 || end.X < 0 || start.Y < 0 || end.Y < start.Y) return null;

        var columns = m.Columns is { Length: > 0 and <= int.MaxValue, Location: >= 0 and <= int.MaxValue } window ? window : null;
        return new SessionsProtocol.LineSpan(start.X, start.Y, end.X, end.Y, (int?)columns?.Location, (int)(columns?.Length ?? 0));
    }

    private static GetBufferResponse ToResponse(SessionsProtocol.BufferContents contents)
    {
        var response = new GetBufferResponse
        {
            Status = Status.Ok,
            Cursor = new Coord { X = contents.CursorX, Y = contents.CursorY },
            WindowedCoordRange = new()
            {
                CoordRange = new()
                {
                    Start = new Coord { X = contents.StartX, Y = contents.StartY },
                    End = new Coord { X = contents.EndX, Y = contents.EndY },
                },
            },
        };
        response.Contents.AddRange(contents.Lines.Select(ToLine));
        return response;
    }

    private static LineContents ToLine(SessionsProtocol.BufferLine line)
    {
        var contents = new LineContents
        {
            Text = line.Text,
            Continuation = line.Wrapped ? LineContents.Types.Continuation.SoftEol : LineContents.Types.Continuation.HardEol,
        };
        contents.CodePointsPerCell.AddRange(line.Cells.Select(run => new CodePointsPerCell { NumCodePoints = run.Value, Repeats = run.Length }));
        contents.Style.AddRange(line.Styles.Select(CellStyles.ToWire));
        return contents;
    }

    private static object Refused(long id, Status status) => Answers.Now(id, answer => answer.GetBufferResponse = new GetBufferResponse { Status = status });
}
