using System.Text;

namespace ActorTerm.Client;

/// <summary>What a command printed, read from the lines between its marks.</summary>
internal static class RunOutput
{
    /// <param name="prompt">Null: the command has not begun.</param>
    public static async Task<(string Text, bool IsTruncated)> ReadAsync(Session session, string? prompt, CancellationToken cancel)
    {
        if (prompt is null || await session.GetPromptAsync(prompt, cancel) is not { OutputRange: { } range } it) return ("", false);

        if (it.State == PromptState.Running) range = range with { End = (await session.GetScreenAsync(cancel: cancel)).Cursor };
        var first = Math.Min(range.Start.Line, range.End.Line);        // a command may clear the screen, and stand higher at its end
        var contents = await session.GetLinesAsync(first, (int)(range.End.Line - first) + 1, cancel: cancel);
        return (Text(contents, range), contents.FirstLine > range.Start.Line);
    }

    /// <summary>The lines of a range, each ended by LF; the last one too, unless nothing stands on it.</summary>
    internal static string Text(ScreenContents contents, CellRange range)
    {
        var text = new StringBuilder();
        for (var i = 0; i < contents.Lines.Count; i++)
        {
            var (line, number) = (contents.Lines[i], contents.FirstLine + i);
            var from = number == range.Start.Line ? range.Start.Column : 0;
            if (number >= range.End.Line)
            {
                text.Append(Cells(line, from, range.End.Column));
                break;
            }

            text.Append(from == 0 ? line.Text : Cells(line, from, int.MaxValue));
            if (!line.IsWrapped) text.Append('\n');
        }

        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
        return text.ToString();
    }

    private static string Cells(ScreenLine line, int from, int to)
    {
        var cells = new StringBuilder();
        for (var column = from; column < Math.Min(to, line.Width); column++) cells.Append(line.TextAt(column));
        return cells.ToString();
    }
}
