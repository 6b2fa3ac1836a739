using System.Text;
using ActorTerm.Terminal;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Copies lines of a terminal for those who asked: what they get does not change with the screen.</summary>
internal static class ScreenReader
{
    public static BufferContents Read(TerminalModel terminal, ReadBuffer request)
    {
        var screen = terminal.Screen;
        var (start, end) = Lines(screen, request.Range);
        var span = request.Range as LineSpan;
        var lines = new List<BufferLine>();
        for (var line = start; line < end; line++) lines.Add(Copy(screen.GetLine(line), request.WithStyles, span));
        return new BufferContents(
            lines, screen.Cursor.Column, screen.CursorLine, span?.StartX ?? 0, start, span?.EndX ?? 0, end);
    }

    public static LineCounts Count(TerminalModel terminal)
    {
        var screen = terminal.Screen;
        return new LineCounts(screen.FirstLine, screen.Rows, screen.TopAbsoluteLine - screen.FirstLine, screen.TopAbsoluteLine);
    }

    /// <summary>The absolute lines a range means, as far as they exist.</summary>
    private static (long Start, long End) Lines(Screen screen, BufferRange range)
    {
        var (first, end) = (screen.FirstLine, screen.EndLine);
        return range switch
        {
            VisibleScreen => (screen.TopAbsoluteLine, end),
            TrailingLines trailing => (Math.Max(first, end - trailing.Count), end),
            LineSpan span => (Math.Clamp(span.StartY, first, end), Math.Clamp(span.EndX > 0 ? span.EndY + 1 : span.EndY, first, end)),
            _ => throw new ArgumentOutOfRangeException(nameof(range), range, "no such range"),
        };
    }

    private static BufferLine Copy(LineView line, bool withStyles, LineSpan? span)
    {
        var (from, to) = span?.FirstColumn is { } first ? (first, first + span.ColumnCount) : (0, int.MaxValue);
        var text = new StringBuilder(line.Columns);
        var cells = new List<Run<int>>();
        var styles = new List<Run<Style>>();
        foreach (var cell in line.Cells)
        {
            if (cell.Column < from || cell.Column >= to) continue;

            text.Append(cell.ToString());
            Add(cells, cell.CodePoints.Length, 1);
            if (cell.Width == 2) Add(cells, 0, 1);
            if (withStyles) Add(styles, cell.Style, cell.Width);
        }

        return new BufferLine(text.ToString(), cells, styles, line.Wrapped);
    }

    private static void Add<T>(List<Run<T>> runs, T value, int length)
    {
        if (runs.Count > 0 && EqualityComparer<T>.Default.Equals(runs[^1].Value, value)) runs[^1] = new Run<T>(value, runs[^1].Length + length);
        else runs.Add(new Run<T>(value, length));
    }
}
