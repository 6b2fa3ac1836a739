using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Tests.Screens;

/// <summary>Rewrapping: history never changes, a shrinking screen pushes to it, a growing one takes nothing back.</summary>
public sealed class ResizeTests
{
    [Theory]
    [InlineData("abcdefgh", 4, 4, "abcd|efgh", "")]
    [InlineData("abcdefghijkl", 20, 4, "abcdefghijkl", "")]              // a wrapped line becomes one
    [InlineData("abcdefghijkl", 5, 4, "abcde|fghij|kl", "")]
    [InlineData("ab\r\ncd", 20, 4, "ab|cd", "")]                         // line ends stay
    [InlineData("a\r\n\r\nb", 4, 4, "a||b", "")]
    [InlineData("ab\e[5Gef", 3, 4, "ab| ef", "")]                        // gaps are cells
    [InlineData("0123456789abcdefghijABCDEFGHIJ", 5, 4, "abcde|fghij|ABCDE|FGHIJ", "01234,56789")]
    [InlineData("a\r\nb\r\nc\r\nd", 10, 2, "c|d", "a,b")]
    [InlineData("a\r\nb", 10, 2, "a|b", "")]                             // empty rows below are dropped first
    [InlineData("a\r\nb\r\nc\r\nd\e[2A", 10, 2, "b|c", "a")]             // what is below the cursor goes when there is no other way
    [InlineData("a\r\nb\r\nc\r\nd\r\ne", 10, 6, "b|c|d|e", "a")]         // growing brings nothing back
    [InlineData("日本語", 5, 4, "日本|語", "")]                          // wide characters are not cut
    [InlineData("012345678日x", 20, 4, "012345678日x", "")]              // the cell left blank before one is no text
    public void The_main_screen_is_rewrapped(string stream, int columns, int rows, string expected, string history)
    {
        var terminal = new TestTerminal().Feed(stream);

        terminal.Model.Resize(columns, rows);

        Assert.Equal(expected, terminal.Text);
        Assert.Equal(history, string.Join(',', terminal.History));
    }

    [Fact]
    public void A_column_too_narrow_for_a_character_shows_nothing_of_it()
    {
        var terminal = new TestTerminal().Feed("a日b");

        terminal.Model.Resize(1, 4);

        Assert.Equal("a|||b", terminal.Text);
    }

    [Theory]
    [InlineData("abcdefgh", 4, 4, "3,1 True")]                           // after the last character, wherever that went
    [InlineData("abcdefg", 4, 4, "3,1 False")]
    [InlineData("abcdefgh\e[3D", 4, 4, "1,1 False")]
    [InlineData("abcdefghij", 20, 4, "10,0 False")]                      // a pending wrap ends when there is room
    [InlineData("abcdefghij", 5, 4, "4,1 True")]
    [InlineData("abcdefghijkl", 20, 4, "12,0 False")]
    [InlineData("ab\e[9G", 4, 4, "3,0 False")]                           // beyond the text it stays as far right as there is
    [InlineData("ab\e[9G", 20, 4, "8,0 False")]
    [InlineData("ab\e[3;5H", 10, 2, "4,1 False")]
    [InlineData("\e[4;10H", 3, 2, "2,1 False")]
    [InlineData("a\r\nb\r\nc\r\nd\e[H", 10, 2, "0,0 False")]
    public void The_cursor_stays_with_its_text(string stream, int columns, int rows, string expected)
    {
        var terminal = new TestTerminal().Feed(stream);

        terminal.Model.Resize(columns, rows);

        var cursor = terminal.Model.Screen.Cursor;
        Assert.Equal(expected, $"{cursor.Column},{cursor.Row} {cursor.PendingWrap}");
    }

    [Fact]
    public void Wider_and_back_is_the_same_screen()
    {
        var terminal = new TestTerminal(columns: 20, rows: 6).Feed("a long line that wraps twice over\r\nshort\r\n\e[31mred and \e[0mplain 日本 e\u0301");
        var before = ScreenDump.Of(terminal.Model);

        terminal.Model.Resize(40, 6);
        terminal.Model.Resize(20, 6);

        Assert.Equal(before, ScreenDump.Of(terminal.Model));
    }

    [Fact]
    public void Styles_and_clusters_move_with_the_cells()
    {
        var terminal = new TestTerminal().Feed("\e[31mab\e[32mcde\u0301f\e[44m\e[K");

        terminal.Model.Resize(3, 6);

        Assert.Equal("abc|de\u0301f", terminal.Text);
        Assert.Equal("palette 2", terminal.StyleAt(0, 2).Foreground.ToString());
        Assert.Equal("palette 4", terminal.StyleAt(2, 0).Background.ToString());
    }

    [Fact]
    public void Numbers_of_history_mean_the_same_lines_for_ever()
    {
        var terminal = new TestTerminal(columns: 4, rows: 2).Feed("abcdefgh\r\nij");
        Assert.Equal("abcd", terminal.Model.Screen.GetLine(0).GetText());

        terminal.Model.Resize(20, 2);

        Assert.Equal("abcd", terminal.Model.Screen.GetLine(0).GetText());
        Assert.True(terminal.Model.Screen.GetLine(0).Wrapped);
        Assert.Equal("efgh|ij", terminal.Text);
    }

    [Fact]
    public void The_map_says_where_lines_went()
    {
        var mapping = new Mapping();
        var terminal = new TerminalModel(new TerminalOptions { Columns = 10, Rows = 4 }, mapping);
        terminal.Feed("x\r\nabcdefgh\r\nend"u8);

        terminal.Resize(4, 3);

        Assert.Equal((0L, 0), mapping.Moved!.Map(0, 0));
        Assert.Equal((1L, 1), mapping.Moved.Map(1, 1));
        Assert.Equal((2L, 2), mapping.Moved.Map(1, 6));
        Assert.Equal((3L, 0), mapping.Moved.Map(2, 0));
        Assert.Equal((77L, 5), mapping.Moved.Map(77, 5));
        Assert.Equal("end", terminal.Screen.GetLine(3).GetText());
        Assert.Equal(1, terminal.Screen.TopAbsoluteLine);
    }

    [Fact]
    public void The_alternate_screen_is_cropped_and_the_main_one_rewrapped_behind_it()
    {
        var terminal = new TestTerminal().Feed("main line!\e[?1049h\e[H0123456789\e[4;10Hx");

        terminal.Model.Resize(5, 3);
        Assert.Equal("01234", terminal.Text);
        Assert.Equal((4, 2), terminal.Cursor);

        terminal.Model.Resize(8, 4);
        Assert.Equal("01234", terminal.Text);
        Assert.Equal("main lin|e!", terminal.Feed("\e[?1049l").Text);
        Assert.Equal((2, 1), terminal.Cursor);
    }

    [Fact]
    public void Margins_are_reset_and_tab_stops_go_on_to_the_right()
    {
        var terminal = new TestTerminal().Feed("\e[2;3r\e[5G\eH");

        terminal.Model.Resize(30, 6);

        Assert.Equal("\eP1$r1;6r\e\\", terminal.Ask("\eP$qr\e\\"));
        Assert.Equal("\eP2$u1/5/9/17/25\e\\", terminal.Ask("\e[2$w"));
    }

    [Fact]
    public void With_mode_2048_the_program_hears_of_it()
    {
        var terminal = new TestTerminal();
        Assert.Equal("\e[48;4;10;64;80t", terminal.Ask("\e[?2048h"));

        terminal.Model.Resize(20, 5);

        Assert.EndsWith("\e[48;5;20;80;160t", terminal.Replies);
    }

    [Fact]
    public void Any_sizes_in_any_order_do_no_harm()
    {
        var random = new Random(42);
        var terminal = new TestTerminal(options: new TerminalOptions { ScrollbackLines = 100 });
        for (var i = 0; i < 500; i++)
        {
            terminal.Model.Feed(new Fuzz.RandomStream(i).Next(10));
            terminal.Model.Resize(1 + random.Next(60), 1 + random.Next(20));

            var screen = terminal.Model.Screen;
            Assert.InRange(screen.Cursor.Column, 0, screen.Columns - 1);
            Assert.InRange(screen.Cursor.Row, 0, screen.Rows - 1);
            for (var line = screen.TopAbsoluteLine; line < screen.EndLine; line++) Assert.InRange(screen.GetLine(line).Columns, 0, screen.Columns);
        }
    }

    private sealed class Mapping : ITerminalEvents
    {
        public LineMap? Moved { get; private set; }

        public void Resized(LineMap moved) => Moved = moved;
    }
}
