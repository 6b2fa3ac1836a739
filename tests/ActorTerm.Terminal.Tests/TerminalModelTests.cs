using System.Text;

namespace ActorTerm.Terminal.Tests;

public sealed class TerminalModelTests
{
    [Fact]
    public void Text_and_line_ends_stand_where_they_were_written()
    {
        var terminal = new TestTerminal().Feed("hello\r\nwörld\r\n日本");

        Assert.Equal("hello|wörld|日本", terminal.Text);
        Assert.Equal((4, 2), terminal.Cursor);
    }

    [Fact]
    public void What_scrolls_off_enters_history_and_lines_keep_their_numbers()
    {
        var terminal = new TestTerminal(rows: 2).Feed("one\r\ntwo\r\nthree\r\nfour");

        Assert.Equal(["one", "two"], terminal.History);
        Assert.Equal("three|four", terminal.Text);
        Assert.Equal(2, terminal.Model.Screen.TopAbsoluteLine);
        Assert.Equal("two", terminal.Model.Screen.GetLine(1).GetText());
    }

    [Fact]
    public void A_full_line_wraps_only_when_one_more_character_comes()
    {
        var terminal = new TestTerminal(columns: 4).Feed("abcd\r\nefghi");

        Assert.Equal("abcd|efgh|i", terminal.Text);
        Assert.False(terminal.Line(0).Wrapped);
        Assert.True(terminal.Line(1).Wrapped);
    }

    [Fact]
    public void The_alternate_screen_comes_and_goes_without_a_trace()
    {
        var terminal = new TestTerminal().Feed("main\e[?1049halternate");
        Assert.Equal("    altern|ate", terminal.Text);

        terminal.Feed("\e[?1049l");

        Assert.Equal("main", terminal.Text);
        Assert.Equal((4, 0), terminal.Cursor);
        Assert.Empty(terminal.History);
    }

    [Fact]
    public void A_stop_leaves_the_rest_of_the_bytes_for_later()
    {
        var terminal = new TestTerminal();
        terminal.OnEvent = happened => { if (happened is "bell") terminal.Model.RequestStop(); };
        var bytes = "one\atwo\athree"u8.ToArray();

        var first = terminal.Model.Feed(bytes);
        Assert.Equal(4, first);
        Assert.Equal("one", terminal.Text);

        var second = terminal.Model.Feed(bytes.AsSpan(first));
        Assert.Equal(4, second);
        Assert.Equal("onetwo", terminal.Text);
        Assert.Equal(5, terminal.Model.Feed(bytes.AsSpan(first + second)));
    }

    [Fact]
    public void Muted_bytes_have_no_effect_but_sequences_go_on_through_them()
    {
        var terminal = new TestTerminal().Feed("a\e[3");

        terminal.Model.FeedMuted("1mmuted\a\e[6n\e["u8);
        terminal.Feed("32mb");

        Assert.Equal("ab", terminal.Text);
        Assert.Equal("palette 2", terminal.StyleAt(0, 1).Foreground.ToString());
        Assert.Equal("", terminal.Replies);
        Assert.DoesNotContain("bell", terminal.Events);
    }

    [Theory]
    [InlineData("\e[6n", "\e[1;2R")]
    [InlineData("\e[c", "\e[?64;1;6;9;15;21;22;28c")]
    [InlineData("\e[?2004$p", "\e[?2004;2$y")]
    [InlineData("\e[=c", "\eP!|00000000\e\\")]
    [InlineData("\e[18t", "\e[8;24;80t")]
    [InlineData("\eP$qr\e\\", "\eP1$r1;24r\e\\")]
    [InlineData("\e]4;1;?\a", "\e]4;1;rgb:cdcd/0000/0000\a")]
    [InlineData("\e[5;5H\e[?25l\e]4;1;#123456\a\e]4;1;?;2;#123456\a\e]2;title\a\e[22t\ec", "")]
    public void Muted_queries_are_answered_when_that_is_asked_for_and_nothing_else_has_an_effect(string muted, string answer)
    {
        var terminal = new TestTerminal(80, 24).Feed("a");

        terminal.Model.FeedMuted(System.Text.Encoding.ASCII.GetBytes(muted), answerQueries: true);

        Assert.Equal(answer, terminal.Replies);
        Assert.Equal("a", terminal.Text);
        Assert.Equal((0, 1), (terminal.Model.Screen.Cursor.Row, terminal.Model.Screen.Cursor.Column));
        Assert.Empty(terminal.Events);
    }

    [Fact]
    public void Injected_bytes_are_joined_with_nothing_and_get_no_answers()
    {
        var terminal = new TestTerminal().Feed("a\e[");

        terminal.Model.Inject("31mb\e[6n\e["u8);
        terminal.Model.Inject("c"u8);
        terminal.Feed("32md");

        Assert.Equal("a31mbcd", terminal.Text);
        Assert.Equal("", terminal.Replies);
        Assert.Equal("palette 2", terminal.StyleAt(0, 6).Foreground.ToString());
    }

    [Fact]
    public void Clearing_the_scrollback_keeps_the_line_of_the_cursor_and_its_number()
    {
        var terminal = new TestTerminal(rows: 3).Feed("one\r\ntwo\r\nthree\r\n$ four");
        var line = terminal.Model.Screen.CursorLine;

        terminal.Feed("\e]1337;ClearScrollback\a");

        Assert.Equal("$ four", terminal.Text);
        Assert.Empty(terminal.History);
        Assert.Equal(line, terminal.Model.Screen.CursorLine);
        Assert.Equal("$ four", terminal.Model.Screen.GetLine(line).GetText());
        Assert.Equal((6, 0), terminal.Cursor);
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(80, 4097)]
    public void A_size_out_of_range_is_refused(int columns, int rows)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestTerminal(columns, rows));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestTerminal().Model.Resize(columns, rows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Text_in_pieces_is_the_same_text(int size)
    {
        var bytes = Encoding.UTF8.GetBytes("\e[1;31mré\e[0m日本👩‍💻\r\n\e]2;title\a\e[2;3Hx\e(0q\e(Bq");
        var whole = new TestTerminal();
        whole.Model.Feed(bytes);

        var pieces = new TestTerminal();
        foreach (var piece in bytes.Chunk(size)) pieces.Model.Feed(piece);

        Assert.Equal(whole.Text, pieces.Text);
        Assert.Equal(whole.Events, pieces.Events);
        Assert.Equal("palette 1", pieces.StyleAt(0, 1).Foreground.ToString());
        Assert.Equal("  x─q", pieces.Row(1));
    }
}
