using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>Lines of a terminal at one moment.</summary>
/// <param name="FirstLine">Absolute number of the first of them.</param>
/// <param name="Cursor">Where the cursor stands, on these lines or not.</param>
public sealed record ScreenContents(IReadOnlyList<ScreenLine> Lines, long FirstLine, Cursor Cursor)
{
    /// <summary>The text of the lines, each ended by a line feed; lines that a wrap cut are one again.</summary>
    public string Text => string.Concat(Lines.Select((line, i) => line.IsWrapped && i < Lines.Count - 1 ? line.Text : line.Text + "\n"));

    internal static ScreenContents Of(GetBufferResponse buffer) => new(
        [.. buffer.Contents.Select(line => new ScreenLine(line))],
        buffer.WindowedCoordRange?.CoordRange?.Start?.Y ?? 0,
        new Cursor(buffer.Cursor?.X ?? 0, buffer.Cursor?.Y ?? 0));
}

/// <param name="Column">From 0.</param>
/// <param name="Line">Absolute number.</param>
public readonly record struct Cursor(int Column, long Line);

/// <summary>How many lines a session has, and which numbers they have.</summary>
/// <param name="Lost">Lines that left the history: the oldest that can be read has this number.</param>
/// <param name="History">Lines above the screen.</param>
/// <param name="Screen">Lines of the screen.</param>
public readonly record struct LineCounts(long Lost, int History, int Screen)
{
    /// <summary>Absolute number of the first line of the screen.</summary>
    public long FirstScreenLine => Lost + History;
}
