namespace ActorTerm.Terminal.Tests.Screens;

public sealed class LineTextTests
{
    [Theory]
    [InlineData("one\r\ntwo", 0, "one")]
    [InlineData("one\r\ntwo", 1, "two")]
    [InlineData("one\r\ntwo", 2, "")]
    [InlineData("0123456789abcdefghijxyz", 0, "0123456789abcdefghijxyz")]      // from any of its rows
    [InlineData("0123456789abcdefghijxyz", 1, "0123456789abcdefghijxyz")]
    [InlineData("0123456789abcdefghijxyz", 2, "0123456789abcdefghijxyz")]
    [InlineData("a\e[5Gb", 0, "a   b")]                                          // empty cells between
    [InlineData("日本語 é\r\n", 0, "日本語 é")]
    [InlineData("123456789日\r\n", 0, "123456789日")]                             // a wide character that did not fit
    public void The_text_of_a_line_is_read_whole_however_many_rows_it_takes(string stream, int row, string expected) =>
        Assert.Equal(expected, Text(new TestTerminal(10, 4).Feed(stream), row));

    [Fact]
    public void A_line_that_reaches_into_history_is_read_from_there() =>
        Assert.Equal("0123456789abcdefghijxyz", Text(new TestTerminal(10, 2).Feed("0123456789abcdefghijxyz"), 2));

    [Fact]
    public void A_line_that_has_left_history_has_no_text()
    {
        var terminal = new TestTerminal(10, 2, new TerminalOptions { ScrollbackLines = 0 }).Feed("one\r\ntwo\r\nthree\r\nfour");

        Assert.Equal("", Text(terminal, 0));
    }

    [Fact]
    public void The_alternate_screen_has_no_lines_above_it()
    {
        var terminal = new TestTerminal(10, 2).Feed("0123456789abcdefghij0123456789").Feed("\e[?1049h\e[Hx");

        Assert.Equal("x", Text(terminal, terminal.Model.Screen.TopAbsoluteLine));
    }

    [Fact]
    public void Only_as_much_as_there_is_room_for_is_copied_beginning_at_most_half_before_the_row()
    {
        var terminal = new TestTerminal(10, 8).Feed("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee");
        var text = new char[24];

        var length = terminal.Model.Screen.CopyLineText(3, text);

        Assert.Equal("ccccccccccddddddddddeeee", new string(text, 0, length));
    }

    [Fact]
    public void What_was_printed_and_is_not_complete_is_known_by_the_row_it_began_in()
    {
        var terminal = new TestTerminal(10, 2);

        Assert.Null(terminal.Model.OpenLine);
        Assert.Equal(0, terminal.Feed("0123456789abcdefghij0123456789x").Model.OpenLine);
        terminal.Model.CompleteLine();
        Assert.Null(terminal.Model.OpenLine);
        Assert.Equal(3, terminal.Feed("more").Model.OpenLine);
    }

    [Theory]
    [InlineData("see bug 12 now", 4, 6, "bug 12")]
    [InlineData("0123456789 bug 12 now", 11, 6, "bug 12")]             // in the second row
    [InlineData("01234567bug 12", 8, 6, "bug 12")]                      // over two rows
    [InlineData("日本 bug é", 3, 5, "bug é")]
    public void A_part_of_a_line_becomes_a_link(string text, int start, int length, string expected)
    {
        var terminal = new TestTerminal(10, 4).Feed(text);

        terminal.Model.Screen.LinkText(0, 100, start, length, "https://bugs.example/12");

        var linked = "";
        for (var row = 0; row < 4; row++)
        {
            foreach (var cell in terminal.Line(row).Cells)
            {
                if (terminal.StyleAt(row, cell.Column).Link?.Uri == "https://bugs.example/12")
                    linked += string.Concat(cell.CodePoints.ToArray().Select(char.ConvertFromUtf32));
            }
        }

        Assert.Equal(expected, linked);
    }

    [Fact]
    public void An_address_with_control_characters_is_no_link() =>
        Assert.Throws<ArgumentException>(() => new TestTerminal().Feed("x").Model.Screen.LinkText(0, 100, 0, 1, "https://x/\e]0;y"));

    private static string Text(TestTerminal terminal, long row)
    {
        var text = new char[100];
        return new string(text, 0, terminal.Model.Screen.CopyLineText(row, text));
    }
}
