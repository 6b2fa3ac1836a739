using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests.Screens;

public sealed class ResetTests
{
    private const string Everything =
        "text\e[1;31m\e(0\e[?1;5;6;25;45;66;69;1000;1004;1006;2004;2027h\e[?7l\e[4;20h\e[2;3r\e[2;5s\e7\e[5 q\e[>1u\e[>4;2m\e]2;title\a\e]4;1;#fff\a\e[3g\e[2*x\e[1\"q\e]8;;http://x\a";

    [Fact]
    public void RIS_leaves_a_terminal_as_new()
    {
        var terminal = new TestTerminal().Feed(Everything + "\ec");

        Assert.Equal(ScreenDump.Of(new TestTerminal().Model), ScreenDump.Of(terminal.Model));
        Assert.Equal(TerminalModes.Initial, terminal.Model.Modes);
        Assert.Equal(0xcd0000, terminal.Model.Palette[1]);
        Assert.Equal("        x", terminal.Feed("\tx").Row(0));
        Assert.Equal(default, terminal.StyleAt(0, 8));
    }

    [Fact]
    public void So_does_a_reset_from_outside_even_within_a_sequence()
    {
        var terminal = new TestTerminal().Feed(Everything + "\e]2;never ends");

        terminal.Model.Reset();
        terminal.Feed("x");

        Assert.Equal("x", terminal.Text);
        Assert.Equal("", terminal.Model.Titles.Title);
    }

    [Fact]
    public void DECSTR_resets_modes_and_rendition_and_keeps_contents_and_cursor()
    {
        var terminal = new TestTerminal().Feed(Everything + "\e[3;4H");
        var cursor = terminal.Cursor;

        terminal.Feed("\e[!p");

        Assert.Equal("text", terminal.Row(0));
        Assert.Equal(cursor, terminal.Cursor);
        var modes = terminal.Model.Modes;
        Assert.True(modes.AutoWrap && modes.CursorVisible);
        Assert.False(modes.Insert || modes.Origin || modes.ApplicationCursorKeys || modes.ApplicationKeypad || modes.LeftRightMargins);
        Assert.True(modes.BracketedPaste && modes.FocusReporting);
        terminal.Feed("\e[4;1Hxq");
        Assert.Equal("xq", terminal.Row(3));
        Assert.Equal(StyleFlags.None, terminal.StyleAt(3, 0).Flags);
        Assert.Equal((0, 0), terminal.Feed("\e8").Cursor);
    }

    [Fact]
    public void DECALN_fills_the_screen_and_drops_the_margins()
    {
        var terminal = new TestTerminal(columns: 3, rows: 2).Feed("\e[1;31m\e[2;2r\e[2;2H\e#8");

        Assert.Equal("EEE|EEE", terminal.Text);
        Assert.Equal((0, 0), terminal.Cursor);
        Assert.Equal(default, terminal.StyleAt(1, 1));
    }

    [Fact]
    public void DECCOLM_does_nothing_unless_it_is_allowed()
    {
        var refused = new TestTerminal().Feed("text\e[?3h");
        var allowed = new TestTerminal().Feed("text\e[?40h\e[?3h");
        var keeping = new TestTerminal().Feed("text\e[?40;95h\e[?3h");

        Assert.Equal("text", refused.Text);
        Assert.Equal("", allowed.Text);
        Assert.Contains("resize 132x", allowed.Events);
        Assert.Equal("text", keeping.Text);
        Assert.Contains("resize 80x", allowed.Feed("\e[?3l").Events);
    }
}
