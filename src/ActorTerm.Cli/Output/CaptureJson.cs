using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>Text of a session: <c>actorterm capture --json</c>.</summary>
internal sealed record CaptureJson(string Id, long FirstLine, int Columns, int Rows, CaptureJson.Place Cursor, IReadOnlyList<CaptureJson.Line> Lines)
{
    public static CaptureJson Of(string id, Capture capture) => new(
        id, capture.FirstLine, capture.Columns, capture.Rows, new Place(capture.Cursor.Column, capture.Cursor.Line),
        [.. capture.Lines.Select(line => new Line(line.Text, line.IsWrapped))]);

    /// <param name="Line">Absolute number.</param>
    public sealed record Place(long Column, long Line);

    public sealed record Line(string Text, bool Wrapped);
}
