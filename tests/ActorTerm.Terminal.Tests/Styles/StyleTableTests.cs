using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests.Styles;

public sealed class StyleTableTests
{
    [Fact]
    public void Equal_styles_have_one_number_and_others_another()
    {
        var table = new StyleTable();
        var numbers = new HashSet<int>();
        for (var red = 0; red < 256; red += 5)
        {
            for (var flags = 0; flags < 16; flags++)
            {
                var style = new StyleKey { Foreground = CellColor.Rgb(red, 1, 2), Flags = (StyleFlags)flags };
                Assert.True(numbers.Add(table.IdOf(in style)));
                Assert.Equal(style, table[table.IdOf(in style)]);
            }
        }

        StyleKey none = default;
        Assert.Equal(0, table.IdOf(in none));
        Assert.Equal(numbers.Count + 1, table.Count);
    }

    [Fact]
    public void Each_part_of_a_style_counts()
    {
        StyleKey[] styles =
        [
            new() { Foreground = CellColor.Palette(1) }, new() { Background = CellColor.Palette(1) }, new() { UnderlineColor = CellColor.Palette(1) },
            new() { Foreground = CellColor.Rgb(0, 0, 1) }, new() { Underline = UnderlineStyle.Single }, new() { Underline = UnderlineStyle.Double },
            new() { Flags = StyleFlags.Bold }, new() { Flags = StyleFlags.Protected }, new() { Link = 1 }, new() { Link = 2 },
        ];
        var table = new StyleTable();

        var numbers = styles.Select(style => table.IdOf(in style)).ToArray();

        Assert.Equal(styles.Length, numbers.Distinct().Count());
        Assert.Equal(numbers, styles.Select(style => table.IdOf(in style)));
    }

    [Fact]
    public void A_full_table_gives_the_nearest_palette_colour()
    {
        var table = new StyleTable();
        for (var i = 0; i < 70_000; i++)
        {
            var style = new StyleKey { Foreground = CellColor.Rgb(i >> 16, i >> 8, i) };
            table.IdOf(in style);
        }

        var late = new StyleKey { Foreground = CellColor.Rgb(254, 1, 1), Flags = StyleFlags.Bold };
        var nearest = table[table.IdOf(in late)];

        Assert.Equal("palette 196", nearest.Foreground.ToString());
        Assert.Equal(StyleFlags.Bold, nearest.Flags);
        Assert.InRange(table.Count, 60_000, StyleTable.Capacity);
    }

    [Fact]
    public void What_a_sweep_does_not_find_in_use_is_free_again()
    {
        StyleTable table = null!;
        var live = new List<ushort>();
        table = new StyleTable(() =>
        {
            table.BeginSweep();
            foreach (var id in live) table.Mark(id);
            return table.EndSweep() > 0;
        });
        var kept = new StyleKey { Foreground = CellColor.Rgb(9, 9, 9) };
        live.Add(table.IdOf(in kept));

        for (var i = 0; i < 200_000; i++)
        {
            var style = new StyleKey { Background = CellColor.Rgb(i >> 16, i >> 8, i) };
            Assert.Equal(style, table[table.IdOf(in style)]);
        }

        Assert.Equal(kept, table[live[0]]);
        Assert.Equal(live[0], table.IdOf(in kept));
    }

    [Theory]
    [InlineData(0, 0, 0, 16)]
    [InlineData(255, 255, 255, 231)]
    [InlineData(95, 135, 175, 67)]
    [InlineData(8, 8, 8, 232)]
    [InlineData(128, 128, 128, 244)]
    [InlineData(250, 3, 3, 196)]
    public void The_nearest_colour_is_of_the_cube_or_the_greys(int red, int green, int blue, int expected) =>
        Assert.Equal(CellColor.Palette(expected), NearestColor.Of(CellColor.Rgb(red, green, blue)));

    [Fact]
    public void A_terminal_with_more_styles_than_numbers_goes_on()
    {
        var terminal = new TestTerminal(columns: 80, rows: 5, options: new TerminalOptions { ScrollbackLines = 100 });
        for (var i = 0; i < 100_001; i++) terminal.Feed($"\e[38;2;{i >> 16};{i >> 8 & 255};{i & 255}mx");

        Assert.Equal("#0186a0", terminal.StyleAt(terminal.Cursor.Row, terminal.Cursor.Column - 1).Foreground.ToString());
    }
}
