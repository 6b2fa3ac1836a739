using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Tests.Screens;

public sealed class LineSizeTests
{
    [Theory]
    [InlineData("\e#6", LineSize.DoubleWidth)]
    [InlineData("\e#3", LineSize.DoubleHeightTop)]
    [InlineData("\e#4", LineSize.DoubleHeightBottom)]
    [InlineData("\e#6\e#5", LineSize.Single)]
    [InlineData("\e#6\e[2K", LineSize.DoubleWidth)]          // erasing a line is not erasing what it is
    [InlineData("\e#6\e[2J", LineSize.Single)]               // erasing the display is
    [InlineData("\e#6\e#8", LineSize.Single)]
    public void A_line_has_a_size(string stream, LineSize expected) =>
        Assert.Equal(expected, new TestTerminal().Feed(stream).Line(0).Size);

    [Fact]
    public void A_line_of_double_characters_holds_half_as_many()
    {
        var terminal = new TestTerminal().Feed("\e#6abcdefg\e[1;9H");

        Assert.Equal("abcde|fg", terminal.Text);
        Assert.Equal((4, 0), terminal.Cursor);
    }

    [Fact]
    public void The_size_goes_to_history_with_the_line()
    {
        var terminal = new TestTerminal(rows: 1).Feed("\e#6ab\r\n");

        Assert.Equal(LineSize.DoubleWidth, terminal.Model.Screen.GetLine(0).Size);
        Assert.Equal(LineSize.Single, terminal.Line(0).Size);
    }
}
