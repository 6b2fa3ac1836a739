using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class ScreenLineTests
{
    [Fact]
    public void Cells_follow_the_run_lengths_of_code_points()
    {
        // 漢 takes two cells, the next was never written, e and its accent share one
        var line = new ScreenLine(new LineContents
        {
            Text = "漢e\u0301x",
            CodePointsPerCell = { Run(1, 1), Run(0, 1), Run(0, 1), Run(2, 1), Run(1, 1) },
        });

        Assert.Equal(["漢", "", "", "e\u0301", "x", ""], Enumerable.Range(0, 6).Select(line.TextAt));
    }

    [Fact]
    public void A_run_covers_as_many_cells_as_it_says()
    {
        var line = new ScreenLine(new LineContents { Text = "abc", CodePointsPerCell = { Run(1, 3) } });

        Assert.Equal(["a", "b", "c", ""], Enumerable.Range(0, 4).Select(line.TextAt));
    }

    [Fact]
    public void A_code_point_outside_the_BMP_is_one()
    {
        var line = new ScreenLine(new LineContents { Text = "😀!", CodePointsPerCell = { Run(1, 1), Run(0, 1), Run(1, 1) } });

        Assert.Equal(["😀", "", "!"], Enumerable.Range(0, 3).Select(line.TextAt));
    }

    [Fact]
    public void Styles_follow_their_own_run_lengths_and_end_in_the_default()
    {
        var red = new Protocol.CellStyle { FgStandard = 1, Bold = true, Repeats = 2 };
        var orange = new Protocol.CellStyle { FgRgb = new() { Red = 255, Green = 128 }, BgStandard = 0, Underline = true, UnderlineColor = new() { Blue = 3 } };
        var line = new ScreenLine(new LineContents { Text = "abc", Style = { red, orange } });

        Assert.Equal(new CellStyle { Foreground = Color.OfPalette(1), IsBold = true }, line.StyleAt(1));
        var second = new CellStyle
        {
            Foreground = Color.OfRgb(255, 128, 0),
            Background = Color.OfPalette(0),
            IsUnderlined = true,
            UnderlineColor = Color.OfRgb(0, 0, 3),
        };
        Assert.Equal(second, line.StyleAt(2));
        Assert.Equal(CellStyle.Default, line.StyleAt(3));
    }

    [Fact]
    public void Every_attribute_has_its_place()
    {
        var all = new Protocol.CellStyle
        {
            FgAlternate = AlternateColor.ReversedDefault,
            Faint = true,
            Italic = true,
            Blink = true,
            Strikethrough = true,
            Invisible = true,
            Inverse = true,
            Guarded = true,
            Url = new() { Url = "http://localhost/" },
        };

        var style = new ScreenLine(new LineContents { Text = "a", Style = { all } }).StyleAt(0);

        var expected = new CellStyle
        {
            IsFaint = true,
            IsItalic = true,
            IsBlinking = true,
            IsStruckThrough = true,
            IsInvisible = true,
            IsInverse = true,
            IsProtected = true,
            Link = "http://localhost/",
        };
        Assert.Equal(expected, style);
    }

    [Fact]
    public void Colours_read_as_people_write_them()
    {
        Assert.Equal(["default", "9", "#ff8000"], new[] { Color.Default, Color.OfPalette(9), Color.OfRgb(255, 128, 0) }.Select(color => color.ToString()));
        Assert.True(Color.Default.IsDefault);
        Assert.Equal((byte)9, Color.OfPalette(9).PaletteIndex);
        Assert.Equal(((byte)255, (byte)128, (byte)0), Color.OfRgb(255, 128, 0).Rgb!.Value);
    }

    private static CodePointsPerCell Run(int codePoints, int repeats) => new() { NumCodePoints = codePoints, Repeats = repeats };
}
