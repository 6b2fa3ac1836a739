using System.Globalization;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;
using ActorTerm.Terminal.Unicode;
using ActorTerm.Terminal.Views;

namespace ActorTerm.Terminal.Tests.Views;

/// <summary>What can be seen of a screen, cell by cell; and, worked out without any sequence, what a viewer of another size should see of it.</summary>
internal sealed class ViewPicture
{
    private static readonly Style Marker = new() { Flags = StyleFlags.Faint | StyleFlags.Inverse };
    private static readonly Style Message = new() { Flags = StyleFlags.Bold | StyleFlags.Inverse };
    private static readonly Style Padding = new() { Flags = StyleFlags.Faint };

    private readonly SeenCell[][] _rows;
    private readonly LineSize[] _sizes;

    private ViewPicture(int columns, int rows)
    {
        _rows = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(SeenCell.Blank(default), columns).ToArray())];
        _sizes = new LineSize[rows];
    }

    /// <summary>All of a screen.</summary>
    public static ViewPicture Of(Screen screen)
    {
        var picture = new ViewPicture(screen.Columns, screen.Rows);
        for (var row = 0; row < screen.Rows; row++) picture.Copy(screen.GetLine(screen.TopAbsoluteLine + row), row, left: 0, screen.Columns);
        return picture;
    }

    /// <summary>What a viewer should see.</summary>
    public static ViewPicture Expected(Screen screen, Viewport view, int columns, int rows, Overlays overlays)
    {
        var picture = new ViewPicture(columns, rows);
        foreach (var row in picture._rows) Array.Fill(row, new SeenCell(".", 1, Padding, null));
        for (var row = 0; row < view.Rows; row++)
        {
            var line = screen.GetLine(screen.TopAbsoluteLine + view.Top + row);
            var isDouble = line.Size != LineSize.Single && columns == screen.Columns && view.Rows == screen.Rows && (row > 0 || overlays.Icon is null);
            var shown = isDouble ? Math.Max(1, columns / 2) : view.Columns;
            Array.Fill(picture._rows[row], SeenCell.Blank(default), 0, view.Columns);
            var (isMoreLeft, isMoreRight) = picture.Copy(line, row, view.Left, shown);
            if (!isDouble) picture._sizes[row] = LineSize.Single;
            if (isMoreLeft) picture.Put(row, 0, "<", Marker);
            if (isMoreRight) picture.Put(row, shown - 1, ">", Marker);
        }

        if (view.Top > 0) picture.Put(0, view.Columns - 1, "^", Marker);
        if (view.Top + view.Rows < screen.Rows) picture.Put(view.Rows - 1, view.Columns - 1, "v", Marker);
        if (overlays.Alert is { } alert)
        {
            picture._sizes[0] = LineSize.Single;
            picture.Write(0, alert[..Math.Min(alert.Length, columns)].PadRight(columns));
        }

        if (overlays.Icon is { } icon) picture.Write(picture.ColumnsOf(0) - Math.Min(icon.Length, picture.ColumnsOf(0)), icon[..Math.Min(icon.Length, picture.ColumnsOf(0))]);
        return picture;
    }

    /// <summary>Null when both look the same.</summary>
    public static string? Difference(ViewPicture seen, ViewPicture expected)
    {
        for (var row = 0; row < expected._rows.Length; row++)
        {
            if (seen._sizes[row] != expected._sizes[row]) return $"row {row} is {seen._sizes[row]}, not {expected._sizes[row]}";
            for (var column = 0; column < expected.ColumnsOf(row); column++)
            {
                if (seen._rows[row][column] == expected._rows[row][column]) continue;
                return string.Create(CultureInfo.InvariantCulture, $"""
                    row {row} column {column}: seen {seen._rows[row][column]}, expected {expected._rows[row][column]}
                    seen     |{seen.Text(row)}|
                    expected |{expected.Text(row)}|
                    """);
            }
        }

        return null;
    }

    private int ColumnsOf(int row) => _sizes[row] == LineSize.Single ? _rows[row].Length : Math.Max(1, _rows[row].Length / 2);

    private string Text(int row) => string.Concat(_rows[row].Select(cell => cell.Text));

    /// <summary>Whether something can be seen on either side of what was copied.</summary>
    private (bool Left, bool Right) Copy(LineView line, int row, int left, int columns)
    {
        _sizes[row] = line.Size;
        var (isMoreLeft, isMoreRight) = (false, false);
        foreach (var cell in line.Cells)
        {
            var first = SeenCell.Of(cell);
            for (var i = 0; i < cell.Width; i++)
            {
                var at = cell.Column + i - left;
                if (at >= 0 && at < columns) _rows[row][at] = i == 0 ? first : first with { Text = "", Width = 0 };
            }

            var start = cell.Column - left;
            var isVisible = first != SeenCell.Blank(default);
            isMoreLeft |= isVisible && start + cell.Width <= 0;
            isMoreRight |= isVisible && start >= columns;
            if (cell.Width == 2 && start == -1) _rows[row][0] = SeenCell.Blank(first.Style) with { Link = first.Link };
            if (cell.Width == 2 && start == columns - 1) _rows[row][columns - 1] = SeenCell.Blank(first.Style) with { Link = first.Link };
        }

        return (isMoreLeft, isMoreRight);
    }

    /// <summary>One character over what is there; the other half of a wide one is blank then.</summary>
    private void Put(int row, int column, string text, Style style)
    {
        var cells = _rows[row];
        if (cells[column].Width == 0) cells[column - 1] = SeenCell.Blank(cells[column - 1].Style) with { Link = cells[column - 1].Link };
        if (cells[column].Width == 2) cells[column + 1] = SeenCell.Blank(cells[column + 1].Style) with { Link = cells[column + 1].Link };
        cells[column] = new SeenCell(text, 1, style, null);
    }

    private void Write(int column, string text)
    {
        foreach (var character in text) Put(0, column++, character.ToString(), Message);
    }

    /// <param name="Width">0 for the right half of a wide character.</param>
    private readonly record struct SeenCell(string Text, int Width, Style Style, string? Link)
    {
        /// <summary>Blanks that cannot be told apart are the same.</summary>
        public static SeenCell Blank(Style style) => StyleWriter.IsBlank(style) ? new(" ", 1, default, null) : new(" ", 1, style, null);

        public static SeenCell Of(CellView cell)
        {
            // At the session's edge a flag or a family can be kept in one column, which no terminal can draw: what fits is shown.
            var codePoints = cell.CodePoints;
            var needsWhole = codePoints.Length > 1 && codePoints[1..].ToArray().Any(codePoint => CodePointWidth.Of(codePoint) > 0);
            while (needsWhole && ClusterWidth.Of(codePoints) > cell.Width) codePoints = codePoints[..^1];
            if (codePoints.Length < cell.CodePoints.Length) return Of(new CellView(cell.Column, cell.Width, codePoints, cell.Style));

            var style = cell.Style with { Flags = cell.Style.Flags & ~StyleFlags.Protected };
            var text = cell.IsEmpty ? " " : cell.ToString();
            if (text == " " && StyleWriter.IsBlank(style)) return Blank(style);
            return new SeenCell(text, cell.Width, style with { Link = null }, style.Link?.Uri);
        }
    }
}
