namespace ActorTerm.Terminal.Tests.Control;

public sealed class LineObservationTests
{
    private static IEnumerable<string> Lines(string stream, int columns = 10, int rows = 4)
    {
        var terminal = new TestTerminal(columns, rows);
        terminal.Model.ObserveLines = true;
        terminal.Feed(stream);
        return terminal.Events.OfType<string>().Where(said => said.StartsWith("line "));
    }

    [Theory]
    [InlineData("one\r\ntwo\r\n", "line 0: one,line 1: two")]
    [InlineData("one\ntwo", "line 0: one")]
    [InlineData("10%\r20%\r", "line 0: 10%,line 0: 20%")]    // each time it was printed in
    [InlineData("one\e[3;1H", "line 0: one")]                // moves and changes of the screen
    [InlineData("one\e[2J", "line 0: one")]
    [InlineData("one\e[K", "line 0: one")]
    [InlineData("one\eM", "line 0: one")]
    [InlineData("one\eD", "line 0: one")]
    [InlineData("one\eE", "line 0: one")]
    [InlineData("one\e[A", "line 0: one")]
    [InlineData("one\e[B", "line 0: one")]
    [InlineData("one\e[C", "line 0: one")]
    [InlineData("one\e[D", "line 0: one")]
    [InlineData("one\e[Z", "line 0: one")]
    [InlineData("one\e[L", "line 0: one")]
    [InlineData("one\e[M", "line 0: one")]
    [InlineData("one\e[S", "line 0: one")]
    [InlineData("one\e[T", "line 0: one")]
    [InlineData("one\b\b\e[P", "line 0: one")]
    [InlineData("one\e[X", "line 0: one")]
    [InlineData("one\e[?1049h", "line 0: one")]
    [InlineData("one\ec", "line 0: one")]
    [InlineData("one\e[31mtwo\b\t", "")]                     // not rendition, backspace or tab
    [InlineData("\r\n\r\n\e[H", "")]                         // nor lines without new text
    [InlineData("0123456789abc\r\n", "line 0: 0123456789")]  // a wrapped line is said when it ends, by the row it began in
    public void A_line_is_said_when_something_else_than_text_follows(string stream, string expected) =>
        Assert.Equal(expected, string.Join(',', Lines(stream)));

    [Fact]
    public void A_line_that_scrolls_away_is_said_as_it_was() => Assert.Equal(["line 0: one", "line 1: two"], Lines("one\r\ntwo\r\n", rows: 1));

    [Fact]
    public void Without_an_observer_nothing_is_said()
    {
        var terminal = new TestTerminal().Feed("one\r\ntwo\r\n");

        Assert.Empty(terminal.Events);
    }

    [Fact]
    public void A_stop_at_a_line_takes_its_end_and_no_more()
    {
        var terminal = new TestTerminal();
        terminal.Model.ObserveLines = true;
        terminal.OnEvent = _ => terminal.Model.RequestStop();

        Assert.Equal(4, terminal.Model.Feed("one\ntwo\n"u8));
    }
}
