using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Terminal.Tests.Rows;

public sealed class RowProperties
{
    private static readonly StyleKey[] Keys =
    [
        default,
        new() { Foreground = CellColor.Palette(1) },
        new() { Background = CellColor.Rgb(1, 2, 3) },
        new() { Flags = StyleFlags.Bold, Underline = UnderlineStyle.Curly },
    ];

    private static StyleView Styles => new(Keys, []);

    private static Arbitrary<(int Columns, RowOperation[] First, RowOperation[] Second)> Operations { get; } = Arb.From(
        from columns in Gen.Choose(1, 60)
        from first in RowOperation.Any.ArrayOf(40)
        from second in RowOperation.Any.ArrayOf(10)
        select (columns, first, second),
        input => [.. Shorter(input.Item2).Select(first => (input.Item1, first, input.Item3)), .. Shorter(input.Item3).Select(second => (input.Item1, input.Item2, second))]);

    private static IEnumerable<RowOperation[]> Shorter(RowOperation[] operations) =>
        operations.Select((_, left) => operations.Where((_, at) => at != left).ToArray());

    [Fact]
    public void A_row_holds_what_an_array_of_cells_holds() => Prop.ForAll(Operations, input =>
    {
        var (row, naive) = Done(input);

        for (var column = 0; column < input.Columns; column++)
        {
            Assert.Equal(naive.Cells[column].Cell, row.CellAt(column));
            Assert.Equal(naive.Cells[column].Style, row.StyleAt(column));
        }

        Assert.InRange(row.Used, 0, input.Columns);
    }).QuickCheckThrowOnFailure(1_000);

    [Fact]
    public void A_record_of_history_reads_as_the_row_did() => Prop.ForAll(Operations, input =>
    {
        var (row, naive) = Done(input);
        row.Wrapped = input.First.Length % 2 == 1;
        var clusters = new GraphemeTable();
        for (var column = 0; column < input.Columns; column += 3)
        {
            // Some cells become clusters, some are above U+FFFF.
            if (row.CellAt(column) is not (Cell.Empty or Cell.Tail) and var cell) row.ReplaceCell(column, column % 2 == 0 ? clusters.Join(cell, 0x301) : 0x1f600, input.Columns);
        }

        var bytes = new byte[LineRecord.MaxLength(row)];
        var record = bytes.AsSpan(0, LineRecord.Write(row, clusters, bytes, default(OwnNumbers)));

        var live = LineView.Of(row, clusters, Styles);
        var frozen = LineView.Of(record, Styles);
        Assert.Equal(ScreenDump.Line(live), ScreenDump.Line(frozen));
        Assert.Equal(live.GetText(), frozen.GetText());
        Assert.Equal(naive.Cells.Take(frozen.Columns).Select(expected => expected.Style), StylesOf(frozen));
    }).QuickCheckThrowOnFailure(1_000);

    [Fact]
    public void Columns_and_characters_of_a_line_lead_to_each_other() => Prop.ForAll(Operations, input =>
    {
        var (row, _) = Done(input);
        var line = LineView.Of(row, new GraphemeTable(), Styles);
        var text = line.GetText();

        foreach (var cell in line.Cells)
        {
            var index = line.CellToCharIndex(cell.Column);
            if (cell.IsEmpty) continue;
            Assert.Equal(cell.ToString(), text.Substring(index, cell.ToString().Length));
            Assert.Equal(cell.Column, line.CharToCellIndex(index));
            if (cell.Width == 2) Assert.Equal(index, line.CellToCharIndex(cell.Column + 1));
        }

        Assert.Equal(text.Length, line.CellToCharIndex(line.Columns));
        Assert.Equal(line.Columns, line.CharToCellIndex(text.Length));
        Assert.False(text.EndsWith('\0'));
    }).QuickCheckThrowOnFailure(500);

    private static (Row Row, NaiveRow Naive) Done((int Columns, RowOperation[] First, RowOperation[] Second) input)
    {
        var (row, naive) = (new Row(), new NaiveRow(input.Columns));
        var (other, naiveOther) = (new Row(), new NaiveRow(input.Columns));
        foreach (var operation in input.Second) operation.Do(other, naiveOther, row, naive, input.Columns);
        foreach (var operation in input.First) operation.Do(row, naive, other, naiveOther, input.Columns);
        return (row, naive);
    }

    private static int[] StylesOf(LineView line)
    {
        var styles = new List<int>();
        foreach (var run in line.StyleRuns) styles.AddRange(Enumerable.Repeat(Array.FindIndex(Keys, key => Is(key, run.Style)), run.Columns));
        return [.. styles];
    }

    private static bool Is(StyleKey key, Style style) => key.Foreground == style.Foreground && key.Background == style.Background && key.Flags == style.Flags;
}
