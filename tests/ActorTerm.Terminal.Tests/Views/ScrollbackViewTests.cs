using System.Buffers;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;
using ActorTerm.Terminal.Tests.Oracle;
using ActorTerm.Terminal.Views;

namespace ActorTerm.Terminal.Tests.Views;

public class ScrollbackViewTests
{
    private readonly OurTerminal _session = new(20, 5);

    private Screen Screen => _session.Screen;

    [Fact]
    public void It_begins_at_the_end_and_stays_where_it_is_while_the_program_writes()
    {
        Lines(1, 100);
        var view = new ScrollbackView(Screen, 20, 5);
        Assert.Equal(["line 97", "line 98", "line 99", "line 100"], Shown(view).Take(4).Select(line => line[..Math.Min(8, line.Length)].TrimEnd()));

        view.Scroll(Screen, -50);
        var before = Shown(view);
        Lines(101, 150);

        Assert.Equal(before.Skip(1), Shown(view).Skip(1));
        Assert.StartsWith("line 47", before[0]);
        Assert.EndsWith("[50/96]", before[0]);
    }

    [Fact]
    public void It_stops_at_either_end()
    {
        Lines(1, 100);
        var view = new ScrollbackView(Screen, 20, 5);

        view.Scroll(Screen, -1_000);
        Assert.StartsWith("line 1 ", Shown(view)[0]);
        view.Scroll(Screen, 1_000);
        Assert.True(view.IsAtEnd(Screen));
        view.ScrollToStart(Screen);
        Assert.Equal(Screen.FirstLine, view.Top);
    }

    [Fact]
    public void Lines_that_history_lost_are_left_behind()
    {
        var session = new OurTerminal(new TerminalOptions { Columns = 20, Rows = 5, ScrollbackLines = 10 });
        var view = new ScrollbackView(session.Screen, 20, 5);
        for (var i = 0; i < 100; i++) session.Feed($"line {i}\r\n");

        view.Draw(session.Screen, new ArrayBufferWriter<byte>());

        Assert.Equal(session.Screen.FirstLine, view.Top);
    }

    [Fact]
    public void A_text_is_found_backwards_and_forwards_hit_by_hit()
    {
        Lines(1, 100);
        var view = new ScrollbackView(Screen, 20, 5);

        Assert.Equal(SearchResult.Found, view.Find(Screen, "line 2", SearchDirection.Backward));
        Assert.Equal(28, view.Hit!.Value.FirstLine);                     // line 29
        Assert.Equal(SearchResult.Found, view.Find(Screen, "line 2", SearchDirection.Backward));
        Assert.Equal(27, view.Hit!.Value.FirstLine);
        Assert.InRange(view.Top, 23, 27);
        Assert.Equal(SearchResult.Found, view.Find(Screen, "line 2", SearchDirection.Forward));
        Assert.Equal(28, view.Hit!.Value.FirstLine);
        Assert.Equal(SearchResult.NotFound, view.Find(Screen, "line 2", SearchDirection.Forward));
        Assert.Equal(28, view.Hit!.Value.FirstLine);
    }

    [Fact]
    public void Several_hits_in_one_line_are_gone_through_one_by_one()
    {
        _session.Feed("ab ab ab\r\n");
        var view = new ScrollbackView(Screen, 20, 5);

        var columns = new List<int>();
        while (view.Find(Screen, "ab", SearchDirection.Backward) == SearchResult.Found) columns.Add(view.Hit!.Value.FirstColumn);
        while (view.Find(Screen, "ab", SearchDirection.Forward) == SearchResult.Found) columns.Add(view.Hit!.Value.FirstColumn);

        Assert.Equal([6, 3, 0, 3, 6], columns);
    }

    [Fact]
    public void A_text_is_found_over_the_edge_that_wrapped_it_and_behind_wide_characters()
    {
        _session.Feed("漢字 0123456789 overlong needle\r\n");
        var view = new ScrollbackView(Screen, 20, 5);

        Assert.Equal(SearchResult.Found, view.Find(Screen, "overlong", SearchDirection.Backward));

        Assert.Equal(new SearchHit(0, 16, 1, 4), view.Hit);
    }

    [Theory]
    [InlineData("needle", true)]
    [InlineData("Needle", true)]
    [InlineData("NEEDLE", false)]
    public void Small_letters_find_capitals_too_and_capitals_only_themselves(string text, bool found)
    {
        _session.Feed("a Needle\r\n");
        var view = new ScrollbackView(Screen, 20, 5);

        Assert.Equal(found ? SearchResult.Found : SearchResult.NotFound, view.Find(Screen, text, SearchDirection.Backward));
    }

    [Fact]
    public void Hits_are_drawn_in_another_style_and_the_current_one_in_a_third()
    {
        _session.Feed("find me\r\nfind me\r\n");
        var view = new ScrollbackView(Screen, 20, 5);
        view.Find(Screen, "find", SearchDirection.Backward);

        var viewer = Draw(view);

        Assert.Equal(CellColor.Palette(3), StyleAt(viewer, 0, 0).Background);
        Assert.Equal(CellColor.Palette(11), StyleAt(viewer, 1, 3).Background);
        Assert.Equal(default, StyleAt(viewer, 1, 4));
    }

    [Fact]
    public void A_long_history_is_searched_in_pieces()
    {
        var session = new OurTerminal(new TerminalOptions { Columns = 20, Rows = 5, ScrollbackLines = 50_000 });
        session.Feed("needle\r\n");
        for (var i = 0; i < 45_000; i++) session.Feed("hay\r\n"u8);
        var view = new ScrollbackView(session.Screen, 20, 5);

        Assert.Equal(SearchResult.Unfinished, view.Find(session.Screen, "needle", SearchDirection.Backward));
        Assert.Equal(SearchResult.Unfinished, view.FindOn(session.Screen));
        Assert.Equal(SearchResult.Found, view.FindOn(session.Screen));
        Assert.Equal(0, view.Hit!.Value.FirstLine);
    }

    [Fact]
    public void A_line_without_end_is_searched_in_time_linear_in_its_length()
    {
        var session = new OurTerminal(new TerminalOptions { Columns = 20, Rows = 5, ScrollbackLines = 50_000 });
        for (var i = 0; i < 10_000; i++) session.Feed("01234567890123456789"u8);
        session.Feed(" needle");
        var view = new ScrollbackView(session.Screen, 20, 5);
        view.ScrollToStart(session.Screen);

        Assert.Equal(SearchResult.Found, view.Find(session.Screen, "needle", SearchDirection.Forward));
    }

    [Fact]
    public void Nothing_is_not_found()
    {
        Assert.Equal(SearchResult.NotFound, new ScrollbackView(Screen, 20, 5).Find(Screen, "", SearchDirection.Backward));
    }

    private void Lines(int first, int last)
    {
        for (var i = first; i <= last; i++) _session.Feed($"line {i}\r\n");
    }

    private static Style StyleAt(OurTerminal terminal, int row, int column) =>
        terminal.Screen.GetLine(terminal.Screen.TopAbsoluteLine + row).StyleAt(column);

    private string[] Shown(ScrollbackView view) => [.. Draw(view).Picture().Lines];

    private OurTerminal Draw(ScrollbackView view)
    {
        var viewer = new OurTerminal(20, 5);
        var frame = new ArrayBufferWriter<byte>();
        view.Draw(Screen, frame);
        viewer.Feed(frame.WrittenSpan);
        return viewer;
    }
}
