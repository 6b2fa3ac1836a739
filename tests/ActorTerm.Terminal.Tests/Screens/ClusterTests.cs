using ActorTerm.Terminal.Lines;

namespace ActorTerm.Terminal.Tests.Screens;

public sealed class ClusterTests
{
    /// <summary>Characters with their widths: a» is wide, · is empty.</summary>
    private static string Cells(TestTerminal terminal, int row = 0) => ScreenDump.Line(terminal.Line(row)).Split(" [")[0];

    [Theory]
    [InlineData("e\u0301x", "e\u0301x")]
    [InlineData("é\u0302x", "é\u0302x")]
    [InlineData("日\u0301x", "日\u0301»x")]
    [InlineData("\u0301x", "x")]                             // at the left edge there is nothing to join
    [InlineData("a\e[3Gb\e[3G\u0301", "a·b")]                // nothing before the cursor but an empty cell: see below
    [InlineData("👩\u200d💻x", "👩\u200d»💻»x")]               // outside mode 2027 each has the width it has alone
    [InlineData("❤\ufe0fx", "❤\ufe0fx")]
    [InlineData("🇫🇷x", "🇫🇷x")]
    [InlineData("👍🏽x", "👍»🏽»x")]
    [InlineData("a\u200bb", "a\u200bb")]
    public void Characters_without_width_join_the_cell_before(string stream, string expected)
    {
        if (stream.Contains("\e[3G\u0301")) expected = "a \u0301b";

        Assert.Equal(expected, Cells(new TestTerminal().Feed(stream)));
    }

    [Theory]
    [InlineData("👩\u200d💻x", "👩\u200d💻»x")]
    [InlineData("❤\ufe0fx", "❤\ufe0f»x")]                    // VS16 makes it wide
    [InlineData("❤\ufe0ex", "❤\ufe0ex")]                     // VS15 changes nothing
    [InlineData("🇫🇷🇩🇪x", "🇫🇷»🇩🇪»x")]
    [InlineData("🇫x", "🇫x")]
    [InlineData("👍🏽x", "👍🏽»x")]
    [InlineData("각x", "각»x")]
    [InlineData("ab\u0301c", "ab\u0301c")]
    [InlineData("\u0600a", "\u0600a")]                       // a prepended mark goes with what follows
    [InlineData("🇫\e[C\e[D🇷x", "🇫🇷»x")]                     // back where it was, it is still adjacent
    [InlineData("🇫\e[5G🇷x", "🇫···🇷x")]                    // elsewhere it is not
    public void Mode_2027_draws_clusters_whole(string stream, string expected) =>
        Assert.Equal(expected, Cells(new TestTerminal().Feed("\e[?2027h" + stream)));

    [Fact]
    public void A_cluster_that_turns_wide_in_the_last_column_moves_to_the_next_line()
    {
        var terminal = new TestTerminal(columns: 4).Feed("\e[?2027habc❤\ufe0fd");

        Assert.Equal("abc wrapped", Cells(terminal));
        Assert.Equal("❤\ufe0f»d", Cells(terminal, 1));
        Assert.Equal((3, 1), terminal.Cursor);
    }

    [Fact]
    public void Without_autowrap_it_stays_narrow()
    {
        var terminal = new TestTerminal(columns: 4).Feed("\e[?2027h\e[?7labc❤\ufe0f");

        Assert.Equal("abc❤\ufe0f", Cells(terminal));
    }

    [Fact]
    public void A_cluster_has_at_most_sixteen_code_points()
    {
        var terminal = new TestTerminal().Feed("a" + new string('\u0301', 40) + "b");

        Assert.Equal("a" + new string('\u0301', 15) + "b", terminal.Row(0));
    }

    [Fact]
    public void More_clusters_than_the_table_holds_do_no_harm_to_those_on_the_screen()
    {
        var terminal = new TestTerminal().Feed("\e[2;1He\u0301\e[1;1H");
        for (var i = 0; i < 20_000; i++) terminal.Feed($"{char.ConvertFromUtf32(0x4e00 + i)}\u0302\r");

        Assert.Equal("e\u0301", terminal.Row(1));
        Assert.Equal(char.ConvertFromUtf32(0x4e00 + 19_999) + "\u0302", terminal.Row(0));
    }

    [Fact]
    public void Clusters_read_the_same_from_history()
    {
        const string line = "e\u0301 👩\u200d💻 日\u0302 😀";
        var terminal = new TestTerminal(columns: 30, rows: 1).Feed("\e[?2027h" + line);
        var live = ScreenDump.Line(terminal.Line(0));

        terminal.Feed("\r\n");

        Assert.Equal(live, ScreenDump.Line(terminal.Model.Screen.GetLine(0)));
        Assert.Equal(line, terminal.History[0]);
    }

    [Fact]
    public void Contents_count_the_code_points_of_each_cell()
    {
        var terminal = new TestTerminal(columns: 12).Feed("ae\u0301日\e[2C😀b");
        Span<byte> counts = stackalloc byte[12];

        var text = terminal.Line(0).GetContents(counts);

        Assert.Equal("ae\u0301日😀b", text);
        Assert.Equal([1, 2, 1, 0, 0, 0, 1, 0, 1], counts[..terminal.Line(0).Columns].ToArray());
        Assert.Equal("ae\u0301日  😀b", terminal.Row(0));
    }

    [Theory]
    [InlineData("\u0080\u009fa", "a")]                       // C1 in UTF-8 is neither text nor control
    [InlineData("\u009b31ma", "31ma")]
    public void C1_characters_are_dropped(string stream, string expected) => ScreenCase.Check(stream, expected);

    [Theory]
    [InlineData(new byte[] { 0xff, 0x41 }, "\ufffdA")]
    [InlineData(new byte[] { 0xc3, 0x41 }, "\ufffdA")]
    [InlineData(new byte[] { 0xe2, 0x82, 0x41 }, "\ufffdA")]
    [InlineData(new byte[] { 0xe2, 0x82, 0xe2, 0x82, 0xac }, "\ufffd€")]
    [InlineData(new byte[] { 0xc0, 0x80 }, "\ufffd\ufffd")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "\ufffd\ufffd\ufffd")]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 }, "\ufffd\ufffd\ufffd\ufffd")]
    [InlineData(new byte[] { 0xf0, 0x9f, 0x98, 0x0d, 0x42 }, "B")]
    [InlineData(new byte[] { 0x80, 0xbf }, "\ufffd\ufffd")]
    public void Each_ill_formed_part_shows_as_one_replacement_character(byte[] bytes, string expected)
    {
        var whole = new TestTerminal();
        whole.Model.Feed(bytes);
        var pieces = new TestTerminal();
        foreach (var piece in bytes) pieces.Model.Feed([piece]);

        Assert.Equal(expected, whole.Text);
        Assert.Equal(expected, pieces.Text);
    }
}
