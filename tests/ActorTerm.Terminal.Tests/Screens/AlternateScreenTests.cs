namespace ActorTerm.Terminal.Tests.Screens;

public sealed class AlternateScreenTests
{
    [Theory]
    [InlineData("\e[?47h", "\e[?47l", "alt")]                // 47 keeps what was on it
    [InlineData("\e[?1047h", "\e[?1047l", "")]               // 1047 clears it on leaving
    [InlineData("\e[?1049h", "\e[?1049l", "")]               // 1049 on entering
    public void Contents_stay_or_go(string enter, string leave, string second)
    {
        var terminal = new TestTerminal().Feed("main" + enter + "\e[Halt");
        Assert.Equal("alt", terminal.Text);

        Assert.Equal("main", terminal.Feed(leave).Text);
        Assert.Equal(second, terminal.Feed(enter).Text);
    }

    [Fact]
    public void Mode_1049_brings_the_cursor_back_and_47_does_not()
    {
        Assert.Equal((4, 0), new TestTerminal().Feed("main\e[?1049h\e[3;3H\e[?1049l").Cursor);
        Assert.Equal((2, 2), new TestTerminal().Feed("main\e[?47h\e[3;3H\e[?47l").Cursor);
    }

    [Fact]
    public void Entering_twice_is_entering_once()
    {
        var terminal = new TestTerminal().Feed("ab\e[?1049h\e[?1049hx\e[?1049l");

        Assert.Equal("ab", terminal.Text);
        Assert.Equal((2, 0), terminal.Cursor);
        Assert.Equal(["alternate True", "alternate False"], terminal.Events.OfType<string>());
    }

    [Fact]
    public void A_reset_shows_the_main_screen()
    {
        var terminal = new TestTerminal().Feed("main\e[?1049halt\ec");

        Assert.Equal("", terminal.Text);
        Assert.False(terminal.Model.Screen.IsAlternate);
        Assert.Contains("alternate False", terminal.Events);
    }

    [Fact]
    public void Clearing_the_scrollback_leaves_a_full_screen_program_alone()
    {
        var terminal = new TestTerminal(rows: 2).Feed("a\r\nb\r\nc\e[?1049h\e[Halt\e]1337;ClearScrollback\a");

        Assert.Equal("alt", terminal.Text);
        Assert.Empty(terminal.History);
        Assert.Equal("b|c", terminal.Feed("\e[?1049l").Text);
    }
}
