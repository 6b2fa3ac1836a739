using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Tests.Screens;

public sealed class DeltaTests
{
    [Fact]
    public void A_new_viewer_gets_everything_and_then_only_what_changed()
    {
        var terminal = new TestTerminal().Feed("one\r\ntwo");
        var viewer = new Viewer(terminal);

        using (var first = viewer.Take())
        {
            Assert.True(first.Repaint);
            Assert.Equal(4, first.LineCount);
        }

        terminal.Feed("\e[1;1HONE");
        using var second = viewer.Take();

        Assert.False(second.Repaint);
        Assert.Equal(1, second.LineCount);
        Assert.Equal(0, second.RowOf(0));
        Assert.Equal("ONE", second.GetLine(0).GetText());
        Assert.Equal((3, 0), (second.Cursor.Column, second.Cursor.Row));
    }

    [Fact]
    public void When_nothing_happened_there_is_nothing()
    {
        var viewer = new Viewer(new TestTerminal().Feed("text"));
        viewer.Take().Dispose();

        using var nothing = viewer.Take();

        Assert.True(nothing.IsEmpty);
        Assert.Equal(0, nothing.LineCount);
    }

    [Theory]
    [InlineData("\e[C")]
    [InlineData("\e[?25l")]
    [InlineData("\e]2;title\a")]
    public void A_cursor_a_mode_or_a_title_is_a_change_without_lines(string stream)
    {
        var terminal = new TestTerminal();
        var viewer = new Viewer(terminal);
        viewer.Take().Dispose();

        terminal.Feed(stream);
        using var delta = viewer.Take();

        Assert.False(delta.IsEmpty);
        Assert.Equal(0, delta.LineCount);
        Assert.Equal(stream.Contains("title") ? "title" : null, delta.Title);
    }

    [Fact]
    public void Scrolling_sends_the_new_lines_only()
    {
        var terminal = new TestTerminal().Feed("1\r\n2\r\n3\r\n4");
        var viewer = new Viewer(terminal);
        viewer.Take().Dispose();

        terminal.Feed("\r\n5\r\n6");
        using var delta = viewer.Take();

        Assert.Equal(2, delta.ScrolledLines);
        Assert.Equal([2, 3], Enumerable.Range(0, delta.LineCount).Select(delta.RowOf));
    }

    [Theory]
    [InlineData("\r\n\r\n\r\n\r\n\r\n")]                     // more than a screenful
    [InlineData("\e[?1049h")]
    [InlineData("\ec")]
    public void What_is_of_no_use_any_more_is_repainted(string stream)
    {
        var terminal = new TestTerminal().Feed("\e[4H");
        var viewer = new Viewer(terminal);
        viewer.Take().Dispose();

        terminal.Feed(stream);
        using var delta = viewer.Take();

        Assert.True(delta.Repaint);
        Assert.Equal(4, delta.LineCount);
    }

    [Fact]
    public void Synchronized_output_is_withheld_until_it_ends()
    {
        var terminal = new TestTerminal().Feed("old");
        var viewer = new Viewer(terminal);
        viewer.Take().Dispose();

        terminal.Feed("\e[?2026h\rnew");
        using (var withheld = viewer.Take()) Assert.True(withheld.IsEmpty);
        terminal.Model.EndSynchronizedOutput();
        using var delta = viewer.Take();

        Assert.Equal("new", delta.GetLine(0).GetText());
        Assert.False(terminal.Model.Modes.SynchronizedOutput);
    }

    [Fact]
    public void A_delta_stays_what_it_was_while_the_terminal_goes_on()
    {
        var terminal = new TestTerminal().Feed("\e[31mred\e[0m plain");
        var viewer = new Viewer(terminal);

        using var delta = viewer.Take();
        terminal.Feed("\e[2J\e[H\e[32mother\e[33mcolours");

        Assert.Equal("red plain [0+3 palette 1/default/default None None  ]", ScreenDump.Line(delta.GetLine(0)));
    }

    [Fact]
    public void A_viewer_that_applies_deltas_has_the_screen()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var stream = new Fuzz.RandomStream(seed);
            var terminal = new TestTerminal(20, 6);
            var viewers = new[] { new Viewer(terminal), new Viewer(terminal), new Viewer(terminal) };
            for (var step = 0; step < 12; step++)
            {
                terminal.Model.Feed(stream.Next(8));
                viewers[step % viewers.Length].Apply();
            }

            terminal.Feed("\e[?2026l");
            var expected = Enumerable.Range(0, 6).Select(row => ScreenDump.Line(terminal.Line(row)));
            foreach (var viewer in viewers)
            {
                viewer.Apply();
                Assert.True(expected.SequenceEqual(viewer.Lines), $"seed {seed}");
            }
        }
    }

    /// <summary>Keeps what deltas told it, as a viewer does.</summary>
    private sealed class Viewer(TestTerminal terminal)
    {
        private ViewerMark _mark;

        public List<string> Lines { get; } = [.. Enumerable.Repeat("?", terminal.Model.Screen.Rows)];

        public ScreenDelta Take() => terminal.Model.Screen.TakeDelta(ref _mark);

        public void Apply()
        {
            using var delta = Take();
            for (var i = 0; i < delta.ScrolledLines; i++)
            {
                Lines.RemoveAt(0);
                Lines.Add("?");
            }

            for (var i = 0; i < delta.LineCount; i++) Lines[delta.RowOf(i)] = ScreenDump.Line(delta.GetLine(i));
        }
    }
}
