using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests.Screens;

public sealed class RectangleTests
{
    private const string Filled = "0123456789\r\nabcdefghij\r\nABCDEFGHIJ\r\n!!!!!!!!!!\e[2;5H";

    [Theory]
    [InlineData("\e[2;3;3;5$z", "0123456789|ab   fghij|AB   FGHIJ|!!!!!!!!!!")]      // DECERA
    [InlineData("\e[$z", "")]
    [InlineData("\e[3$z", "0123456789|abcdefghij")]
    [InlineData("\e[3;5;2;3$z", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]      // turned around it is none
    [InlineData("\e[42;2;3;3;5$x", "0123456789|ab***fghij|AB***FGHIJ|!!!!!!!!!!")]   // DECFRA
    [InlineData("\e[7;2;3;3;5$x", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]    // not with a control
    [InlineData("\e[1;1;2;3;1;3;5;1$v", "0123456789|abcdefghij|ABCD012HIJ|!!!!abc!!!")] // DECCRA
    [InlineData("\e[1;1;3;10;1;2;1;1$v", "0123456789|0123456789|abcdefghij|ABCDEFGHIJ")]
    [InlineData("\e[2;1;4;10;1;1;1;1$v", "abcdefghij|ABCDEFGHIJ|!!!!!!!!!!|!!!!!!!!!!")]
    [InlineData("\e[1;1;1;4;1;1;3;1$v", "0101236789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[1;1;4;10;1;3;8;1$v", "0123456789|abcdefghij|ABCDEFG012|!!!!!!!abc")]  // cut off at the edges
    [InlineData("\e[2;3r\e[?6h\e[1;1;1;3$z", "0123456789|   defghij|ABCDEFGHIJ|!!!!!!!!!!")]      // in origin mode counted from the margins
    [InlineData("\e[2;3r\e[?6h\e[$z", "0123456789|||!!!!!!!!!!")]
    public void Areas_are_erased_filled_and_copied(string stream, string expected)
    {
        var terminal = new TestTerminal().Feed(Filled);

        terminal.Feed(stream);

        Assert.Equal(expected, terminal.Text);
    }

    [Fact]
    public void Area_functions_leave_the_cursor_alone()
    {
        var terminal = new TestTerminal().Feed(Filled + "\e[2;3;3;5$z\e[42;2;3;3;5$x\e[1;1;2;3;1;3;5;1$v\e[1;1;2;2;1$r");

        Assert.Equal((4, 1), terminal.Cursor);
    }

    [Fact]
    public void Filling_takes_the_current_rendition()
    {
        var terminal = new TestTerminal().Feed("\e[1;41m\e[65;1;1;1;2$x");

        Assert.Equal("AA", terminal.Text);
        Assert.Equal(new Style { Flags = StyleFlags.Bold, Background = CellColor.Palette(1) }, terminal.StyleAt(0, 1));
    }

    [Fact]
    public void Changing_attributes_covers_the_stream_of_cells_or_by_DECSACE_the_rectangle()
    {
        var stream = new TestTerminal().Feed(Filled + "\e[1;2;2;9;1;4$r");
        var rectangle = new TestTerminal().Feed(Filled + "\e[2*x\e[1;2;2;3;1;4$r");

        Assert.Equal("0123456789 [1+9 default/default/default Bold Single  ]", ScreenDump.Line(stream.Line(0)));
        Assert.Equal("abcdefghij [0+9 default/default/default Bold Single  ]", ScreenDump.Line(stream.Line(1)));
        Assert.Equal("abcdefghij [1+2 default/default/default Bold Single  ]", ScreenDump.Line(rectangle.Line(1)));
        Assert.Equal(default, rectangle.StyleAt(0, 9));
    }

    [Theory]
    [InlineData("\e[1m", "\e[1;1;1;1;0$r", StyleFlags.None)]
    [InlineData("\e[1;3m", "\e[1;1;1;1;22$r", StyleFlags.Italic)]
    [InlineData("", "\e[1;1;1;1;1;5;7;8$r", StyleFlags.Bold | StyleFlags.Blink | StyleFlags.Inverse | StyleFlags.Invisible)]
    [InlineData("\e[1;7m", "\e[1;1;1;1;1;5$t", StyleFlags.Inverse | StyleFlags.Blink)]
    [InlineData("\e[1m", "\e[1;1;1;1;0$t", StyleFlags.Blink | StyleFlags.Inverse | StyleFlags.Invisible)]
    public void Attributes_are_set_and_reversed(string before, string stream, StyleFlags expected)
    {
        var terminal = new TestTerminal().Feed("\e[2*x" + before + "x" + stream);

        Assert.Equal(expected, terminal.StyleAt(0, 0).Flags);
    }

    [Fact]
    public void Half_a_wide_character_is_not_copied()
    {
        var terminal = new TestTerminal().Feed("日本\e[1;2;1;3;1;2;1;1$v");

        Assert.Equal("日本", terminal.Text);
        Assert.Equal("日»本»", ScreenDump.Line(terminal.Line(0)));
    }
}
