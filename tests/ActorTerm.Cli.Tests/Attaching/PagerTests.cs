using ActorTerm.Cli.Attaching;

namespace ActorTerm.Cli.Tests.Attaching;

public class PagerTests
{
    private static readonly string[] Lines = [.. Enumerable.Range(0, 100).Select(n => n % 10 == 5 ? $"Needle {n}" : $"line {n}")];

    [Fact]
    public void It_begins_at_the_end() => Assert.Equal(Lines[90..], new Pager(Lines, 10).Seen.Select(line => line.Text));

    [Fact]
    public void It_stops_at_both_ends()
    {
        var pager = new Pager(Lines, 10);

        pager.Scroll(5);
        Assert.Equal(90, pager.Top);

        pager.Scroll(-1000);
        Assert.Equal(0, pager.Top);
    }

    [Fact]
    public void A_search_goes_towards_the_past_and_shows_what_it_finds()
    {
        var pager = new Pager(Lines, 10);

        Assert.True(pager.Find("needle"));
        Assert.Equal(95, pager.Hit);
        Assert.True(pager.FindNext(backward: true));
        Assert.Equal(85, pager.Hit);
        Assert.Contains(pager.Seen, line => line.Number == 85);
        Assert.True(pager.FindNext(backward: false));
        Assert.Equal(95, pager.Hit);
        Assert.False(pager.FindNext(backward: false));
    }

    [Theory]
    [InlineData("needle", true)]
    [InlineData("Needle", true)]
    [InlineData("NEEDLE", false)]
    [InlineData("nowhere", false)]
    public void Small_letters_find_capitals_and_capitals_only_themselves(string text, bool found) => Assert.Equal(found, new Pager(Lines, 10).Find(text));

    [Fact]
    public void A_higher_window_shows_no_more_than_there_is()
    {
        var pager = new Pager(Lines, 10);

        pager.Resize(200);

        Assert.Equal((0, 100), (pager.Top, pager.Seen.Count()));
    }
}
