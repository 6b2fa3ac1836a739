using System.Text;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>What stands on a screen, in words any terminal can be asked for.</summary>
/// <param name="CursorColumn">0-based; one beyond the last column while a wrap is pending.</param>
internal sealed record ScreenPicture(int CursorColumn, int CursorRow, bool Alternate, string Title, IReadOnlyList<RowPicture> Rows)
{
    /// <summary>The lines without trailing blanks, as tmux's capture-pane prints them.</summary>
    public IEnumerable<string> Lines => Rows.Select(row => row.Text.TrimEnd(' '));

    /// <summary>Null when both are equal, else the first differences with the lines they stand in.</summary>
    public static string? Difference(ScreenPicture ours, ScreenPicture theirs)
    {
        var text = new StringBuilder();
        Compare(text, "cursor", $"{ours.CursorColumn},{ours.CursorRow}", $"{theirs.CursorColumn},{theirs.CursorRow}");
        Compare(text, "alternate screen", ours.Alternate, theirs.Alternate);
        Compare(text, "title", ours.Title, theirs.Title);
        Compare(text, "number of rows", ours.Rows.Count, theirs.Rows.Count);
        var shown = 0;
        for (var y = 0; y < Math.Min(ours.Rows.Count, theirs.Rows.Count) && shown < 5; y++)
        {
            var row = RowPicture.Difference(ours.Rows[y], theirs.Rows[y]);
            if (row is null) continue;
            text.Append("row ").Append(y).Append(": ").AppendLine(row);
            shown++;
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static void Compare<T>(StringBuilder text, string what, T ours, T theirs)
    {
        if (!EqualityComparer<T>.Default.Equals(ours, theirs)) text.Append(what).Append(": ours ").Append(ours).Append(", theirs ").Append(theirs).AppendLine();
    }
}

internal sealed record RowPicture(IReadOnlyList<CellPicture> Cells)
{
    public string Text => string.Concat(Cells.Select(cell => cell.Width == 0 ? "" : cell.Text));

    public static string? Difference(RowPicture ours, RowPicture theirs)
    {
        if (ours.Cells.Count != theirs.Cells.Count) return $"ours has {ours.Cells.Count} columns, theirs {theirs.Cells.Count}";
        for (var x = 0; x < ours.Cells.Count; x++)
        {
            if (ours.Cells[x] != theirs.Cells[x])
                return $"column {x}: ours {ours.Cells[x]}, theirs {theirs.Cells[x]}\n  ours   |{ours.Text}|\n  theirs |{theirs.Text}|";
        }

        return null;
    }
}

/// <param name="Text">A blank is a space, written or not. Empty in the second column of a wide character.</param>
/// <param name="Width">0 there, else 1 or 2.</param>
/// <param name="Style">As xterm-headless.mjs writes it; empty for the default.</param>
internal readonly record struct CellPicture(string Text, int Width, string Style)
{
    public override string ToString() => $"'{Text}' {Width} [{Style}]";
}
