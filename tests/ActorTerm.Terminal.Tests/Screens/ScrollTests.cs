namespace ActorTerm.Terminal.Tests.Screens;

public sealed class ScrollTests
{
    private const string Filled = "one\r\ntwo\r\nthree\r\nfour";

    [Theory]
    [InlineData("\e[4H\n", "two|three|four", "one")]
    [InlineData("\e[4H\n\n", "three|four", "one,two")]
    [InlineData("\e[2S", "three|four", "one,two")]           // SU
    [InlineData("\e[9S", "", "one,two,three,four")]
    [InlineData("\e[2T", "||one|two", "")]                   // SD
    [InlineData("\e[^", "|one|two|three", "")]
    [InlineData("\e[H\eM", "|one|two|three", "")]            // RI
    [InlineData("\e[2;3r\e[3H\n", "one|three||four", "")]    // a region below line 1 feeds no history
    [InlineData("\e[2;3r\e[2H\eM", "one||two|four", "")]
    [InlineData("\e[2;3r\e[S", "one|three||four", "")]
    [InlineData("\e[2;3r\e[T", "one||two|four", "")]
    [InlineData("\e[1;3r\e[3H\n", "two|three||four", "one")] // one that starts at line 1 does
    [InlineData("\e[1;3r\e[2S", "three|||four", "one,two")]
    [InlineData("\e[2;3r\e[4H\n", "one|two|three|four", "")] // below the region nothing scrolls
    [InlineData("\e[2;3r\e[1H\eM", "one|two|three|four", "")]
    [InlineData("\e[1;1H\e[M", "two|three|four", "")]        // deleted lines are gone
    [InlineData("\e[2J", "", "")]                            // and so are erased ones
    [InlineData("\e[?69h\e[1;3s\e[4;1H\n", "two|thr|fouee|   r", "")]
    [InlineData("\e[?69h\e[1;2s\e[T", "  e|ono|twree|thur", "")]
    [InlineData("\e[?69h\e[1;3s\e[4;5H\n", "one|two|three|four", "")]
    public void Lines_move_and_history_gets_what_leaves_at_the_top(string stream, string expected, string history)
    {
        var terminal = new TestTerminal().Feed(Filled + stream);

        Assert.Equal(expected, terminal.Text);
        Assert.Equal(history, string.Join(',', terminal.History));
    }

    [Fact]
    public void The_alternate_screen_feeds_no_history()
    {
        var terminal = new TestTerminal().Feed("\e[?1049h" + Filled + "\r\nfive\r\nsix");

        Assert.Equal("three|four|five|six", terminal.Text);
        Assert.Empty(terminal.History);
        Assert.Equal(0, terminal.Model.Screen.TopAbsoluteLine);
    }

    [Fact]
    public void With_a_region_from_line_1_the_lines_below_stay_in_place()
    {
        var terminal = new TestTerminal(rows: 3).Feed("\e[3Hstatus\e[1;2r\e[1Ha\r\nb\r\nc\r\nd");

        Assert.Equal("c|d|status", terminal.Text);
        Assert.Equal(["a", "b"], terminal.History);
        Assert.Equal(2, terminal.Model.Screen.TopAbsoluteLine);
    }

    [Theory]
    [InlineData("\e[3J", true)]
    [InlineData("\ec", false)]
    public void History_goes_on_demand(string stream, bool cleared)
    {
        var terminal = new TestTerminal(rows: 2).Feed(Filled + stream);

        Assert.Equal(cleared ? [] : ["one", "two"], terminal.History);
        Assert.Equal(2, terminal.Model.Screen.TopAbsoluteLine);
        Assert.Equal(cleared, terminal.Events.Contains("history cleared"));
    }

    [Fact]
    public void By_setting_a_reset_clears_history_too_and_nothing_else_may()
    {
        var resets = new TestTerminal(rows: 2, options: new TerminalOptions { ResetClearsHistory = true }).Feed(Filled + "\ec");
        var refuses = new TestTerminal(rows: 2, options: new TerminalOptions { ResetClearsHistory = true, ClearHistoryAllowed = false });
        refuses.Feed(Filled + "\ec\e[3J");

        Assert.Empty(resets.History);
        Assert.Equal(["one", "two"], refuses.History);
    }

    [Fact]
    public void A_terminal_without_history_still_counts_its_lines()
    {
        var terminal = new TestTerminal(rows: 2, options: new TerminalOptions { ScrollbackLines = 0 }).Feed(Filled);

        Assert.Empty(terminal.History);
        Assert.Equal(2, terminal.Model.Screen.FirstLine);
        Assert.Equal("three", terminal.Model.Screen.GetLine(2).GetText());
        Assert.Throws<ArgumentOutOfRangeException>(() => terminal.Model.Screen.GetLine(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => terminal.Model.Screen.GetLine(4));
    }
}
