using System.Text;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests;

/// <summary>Everything that can be read of a terminal, as text: two terminals are the same when their dumps are.</summary>
internal static class ScreenDump
{
    public static string Of(TerminalModel terminal)
    {
        var screen = terminal.Screen;
        var dump = new StringBuilder();
        dump.AppendLine($"{screen.Columns}x{screen.Rows} top {screen.TopAbsoluteLine} first {screen.FirstLine} alternate {screen.IsAlternate}");
        dump.AppendLine($"{screen.Cursor} {terminal.Modes}");
        dump.AppendLine($"title '{terminal.Titles.Title}' icon '{terminal.Titles.IconName}' {terminal.Titles.Count}");
        for (var line = screen.FirstLine; line < screen.EndLine; line++) dump.Append(line).Append(' ').AppendLine(Line(screen.GetLine(line)));
        return dump.ToString();
    }

    /// <summary>Flags, characters with their widths, and runs of styles; empty cells at the end that look like nothing are left out.</summary>
    public static string Line(LineView line)
    {
        var cells = new StringBuilder();
        var length = 0;
        foreach (var cell in line.Cells)
        {
            cells.Append(cell.IsEmpty ? "·" : cell.ToString()).Append(cell.Width == 2 ? "»" : "");
            if (!cell.IsEmpty || cell.Style != default) length = cells.Length;
        }

        cells.Length = length;
        if (line.Wrapped) cells.Append(" wrapped");
        if (line.Size != 0) cells.Append(' ').Append(line.Size);
        var column = 0;
        foreach (var run in line.StyleRuns)
        {
            if (run.Style != default) cells.Append($" [{column}+{run.Columns} {Describe(run.Style)}]");
            column += run.Columns;
        }

        return cells.ToString();
    }

    private static string Describe(Style style) =>
        $"{style.Foreground}/{style.Background}/{style.UnderlineColor} {style.Flags} {style.Underline} {style.Link?.Uri} {style.Link?.Id}";
}
