namespace ActorTerm.Terminal.Tests.Screens;

public sealed class WrapTests
{
    [Theory]
    [InlineData("0123456789\r\nx", "0123456789|x")]          // a full line and a line end are one line
    [InlineData("0123456789x", "0123456789|x")]
    [InlineData("0123456789\bx", "01234567x9")]              // CUB, CR and the like give the wrap up
    [InlineData("0123456789\rx", "x123456789")]
    [InlineData("0123456789\e[Ax", "012345678x")]
    [InlineData("0123456789\e[Kx", "012345678x")]            // EL erases where the cursor is
    [InlineData("0123456789\e[Jx", "012345678x")]
    [InlineData("0123456789\e[Px", "012345678x")]
    [InlineData("0123456789\e[@x", "012345678x")]
    [InlineData("0123456789\e[Xx", "012345678x")]
    [InlineData("0123456789\e[10Gx", "012345678x")]
    [InlineData("0123456789\e[mx", "0123456789|x")]          // SGR and modes do not
    [InlineData("0123456789\e[?25lx", "0123456789|x")]
    [InlineData("0123456789\tx", "0123456789|x")]
    [InlineData("0123456789\e7\e[H\e8x", "0123456789|x")]    // DECSC saves it
    [InlineData("\e[?7l0123456789xyz", "012345678z")]        // without DECAWM the last cell is overwritten
    [InlineData("\e[?7l0123456789日", "0123456789")]         // but never by half a character
    [InlineData("\e[?7l012345678日x", "012345678x")]
    [InlineData("012345678日", "012345678|日")]              // a wide character wraps whole
    [InlineData("01234567日x", "01234567日|x")]
    [InlineData("0123456789e\u0301", "0123456789|e\u0301")]
    [InlineData("0123456789\u0301x", "0123456789\u0301|x")]  // what joins the last cell does not wrap
    [InlineData("é123456789\u0301x", "é123456789\u0301|x")]
    [InlineData("\e[4habc\e[Hx", "xabc")]                    // IRM
    [InlineData("0123456789\r\e[4hxy", "xy01234567")]
    [InlineData("日本\r\e[4hx", "x日本")]
    [InlineData("01234567日\r\e[4hx", "x01234567")]          // half a character does not stay
    public void Text_wraps_when_the_next_character_comes(string stream, string expected) => ScreenCase.Check(stream, expected);

    [Theory]
    [InlineData("\e[?69h\e[3;6s\e[1;3Habcdef", "  abcd|  ef", "4,1")]
    [InlineData("\e[?69h\e[3;6s\e[1;1Habcdef", "abcdef", "5,0")]
    [InlineData("\e[?69h\e[3;6s\e[1;1Habcdefg", "abcdef|  g", "3,1")]
    [InlineData("\e[?69h\e[3;6s\e[1;8Habcd", "       abc|  d", "3,1")]
    [InlineData("\e[?69h\e[3;6s\e[4;3Habcdef", "||  abcd|  ef", "4,3")]
    [InlineData("\e[?69h\e[3;6s\e[1;6H日", "|  日", "4,1")]
    public void Side_margins_wrap(string stream, string expected, string cursor) => ScreenCase.Check(stream, expected, cursor);

    [Fact]
    public void Lines_between_side_margins_do_not_continue_each_other()
    {
        var terminal = new TestTerminal().Feed("\e[?69h\e[3;6s\e[1;3Habcdef");

        Assert.False(terminal.Line(0).Wrapped);
    }

    [Theory]
    [InlineData("0123456789x\e[1;5H\e[K")]                   // what erases the end of a line breaks it
    [InlineData("0123456789x\e[1;5H\e[P")]
    [InlineData("0123456789x\e[1;5H\e[J")]
    [InlineData("0123456789x\e[2;1H\e[L")]                   // and what parts it from the next
    [InlineData("0123456789x\e[2;1H\e[M")]
    [InlineData("0123456789x\e[2;1H\e[2K")]
    [InlineData("0123456789x\e[2;4r\e[S")]
    public void A_line_that_lost_its_end_does_not_go_on(string stream)
    {
        var terminal = new TestTerminal().Feed(stream);

        Assert.False(terminal.Line(0).Wrapped);
    }

    [Fact]
    public void A_logical_line_stays_one_as_it_scrolls()
    {
        var terminal = new TestTerminal(columns: 4, rows: 2).Feed("abcdefghijklmnop");

        var screen = terminal.Model.Screen;
        Assert.Equal(["abcd", "efgh"], terminal.History);
        Assert.True(screen.GetLine(0).Wrapped && screen.GetLine(1).Wrapped && screen.GetLine(2).Wrapped);
        Assert.False(screen.GetLine(3).Wrapped);
    }

    [Theory]
    [InlineData("a\e[3b", "aaaa")]                           // REP
    [InlineData("é\e[2b", "ééé")]
    [InlineData("日\e[2b", "日日日")]
    [InlineData("\e(0q\e[2b", "───")]
    [InlineData("a\e[31m\e[2b", "a")]                       // only what stands directly before it
    [InlineData("\e[2b", "")]
    [InlineData("e\u0301\e[b", "e\u0301e")]
    public void The_last_character_repeats(string stream, string expected) => ScreenCase.Check(stream, expected);

    [Fact]
    public void Repeating_ends_with_a_screenful()
    {
        var terminal = new TestTerminal().Feed("a\e[99999b");

        Assert.Equal(1, terminal.Model.Screen.TopAbsoluteLine);
    }
}
