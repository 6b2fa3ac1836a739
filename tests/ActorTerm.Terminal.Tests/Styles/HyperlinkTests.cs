namespace ActorTerm.Terminal.Tests.Styles;

public sealed class HyperlinkTests
{
    [Fact]
    public void Text_between_the_ends_of_a_link_belongs_to_it()
    {
        var terminal = new TestTerminal().Feed("a\e]8;;http://x/\e\\b\e]8;;\e\\c");

        Assert.Null(terminal.StyleAt(0, 0).Link);
        Assert.Equal("http://x/", terminal.StyleAt(0, 1).Link?.Uri);
        Assert.Null(terminal.StyleAt(0, 2).Link);
    }

    [Fact]
    public void Links_of_one_id_and_address_are_one_and_others_are_not()
    {
        var terminal = new TestTerminal().Feed("\e]8;id=1;u\aa\e]8;;\ab\e]8;id=1;u\ac\e]8;id=2;u\ad\e]8;;u\ae\e]8;;\a\e]8;;u\af");
        var links = Enumerable.Range(0, 6).Select(column => terminal.StyleAt(0, column).Link).ToArray();

        Assert.Same(links[0], links[2]);
        Assert.NotSame(links[0], links[3]);
        Assert.NotSame(links[4], links[5]);
    }

    [Fact]
    public void A_link_that_is_too_long_is_none()
    {
        var terminal = new TestTerminal(options: new TerminalOptions { HyperlinkLimit = 10 }).Feed("\e]8;;http://toolong/\ax\e]8;;http://ok/\ay");

        Assert.Null(terminal.StyleAt(0, 0).Link);
        Assert.Equal("http://ok/", terminal.StyleAt(0, 1).Link?.Uri);
    }

    [Fact]
    public void With_no_room_for_more_links_text_is_printed_without()
    {
        var terminal = new TestTerminal(options: new TerminalOptions { MaxHyperlinks = 2 }).Feed("\e]8;;a\aa\e]8;;b\ab\e]8;;c\ac");

        Assert.Equal("abc", terminal.Text);
        Assert.Equal("b", terminal.StyleAt(0, 1).Link?.Uri);
        Assert.Null(terminal.StyleAt(0, 2).Link);
    }

    [Fact]
    public void Links_that_nothing_shows_any_more_make_room()
    {
        var options = new TerminalOptions { MaxHyperlinks = 4, ScrollbackLines = 10 };
        var terminal = new TestTerminal(rows: 2, options: options);

        var linked = 0;
        for (var i = 0; i < 1_000; i++)
        {
            terminal.Feed($"\e]8;;{i}\ax\e]8;;\a\r\n");
            if (terminal.StyleAt(0, 0).Link is not null) linked++;
        }

        Assert.InRange(linked, 200, 1_000);
    }
}
