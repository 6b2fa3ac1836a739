using System.Buffers;
using System.Text;
using ActorTerm.Cli.Attaching;
using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Tests.Oracle;
using ActorTerm.Terminal.Views;

namespace ActorTerm.Terminal.Tests.Views;

public class FrameWriterTests
{
    private const int Histories = 300;

    [Fact]
    public void A_viewer_of_any_size_sees_the_session_as_it_is_whatever_happened_between_its_frames()
    {
        var newest = Environment.TickCount & 0xffffff;
        foreach (var seed in Enumerable.Range(1, Histories).Append(newest)) Play(seed);
    }

    private static void Play(int seed)
    {
        var random = new Random(seed);
        var session = new OurTerminal(random.Next(1, 60), random.Next(1, 25));
        var viewer = new Viewer(random.Next(1, 60), random.Next(1, 25));
        for (var step = 0; step < 40; step++)
        {
            switch (random.Next(12))
            {
                case 0:
                    session.Model.Resize(random.Next(1, 60), random.Next(1, 25));
                    break;
                case 1:
                    viewer.Resize(random.Next(1, 60), random.Next(1, 25));
                    break;
                case 2:
                    viewer.Frames.Overlays = new Overlays(random.Next(3) == 0 ? "something went wrong" : null, random.Next(2) == 0 ? "[co]" : null);
                    break;
                case 3:
                    viewer.Scribble();
                    break;
                default:
                    session.Feed(SessionOutput.Make(random, session.Screen.Columns, session.Screen.Rows));
                    break;
            }

            if (random.Next(3) == 0) continue;             // no credit: nothing is drawn, and nothing is lost
            viewer.Show(session.Screen);
            if (session.Screen.Modes.SynchronizedOutput) continue;
            var difference = viewer.Difference(session);
            Assert.True(difference is null, $"seed {seed}, step {step}, session {session.Screen.Columns}x{session.Screen.Rows}, viewer {viewer.Size}: {difference}");
        }
    }

    [Fact]
    public void Nothing_new_costs_nothing()
    {
        var session = new OurTerminal(80, 24);
        var viewer = new Viewer(80, 24);
        session.Feed("some text\r\n$ ");
        viewer.Show(session.Screen);

        Assert.Equal(0, viewer.Show(session.Screen));
    }

    [Fact]
    public void A_cursor_move_is_a_cursor_move()
    {
        var session = new OurTerminal(80, 24);
        var viewer = new Viewer(80, 24);
        viewer.Show(session.Screen);
        session.Feed("\e[5;7H");

        Assert.Equal("\e[5;7H".Length, viewer.Show(session.Screen));
    }

    [Fact]
    public void Releases_of_keys_are_asked_for_once_and_given_up_once()
    {
        var session = new OurTerminal(80, 24);
        var viewer = new Viewer(80, 24);
        viewer.Show(session.Screen);

        viewer.Frames.AsksForReleases = true;
        Assert.Equal("\e[=7u".Length, viewer.Show(session.Screen));
        Assert.Equal(0, viewer.Show(session.Screen));
        viewer.Frames.AsksForReleases = false;
        Assert.Equal("\e[=5u".Length, viewer.Show(session.Screen));
        Assert.Null(viewer.Difference(session));
    }

    [Fact]
    public void A_typed_character_costs_its_line_and_a_new_line_does_not_cost_the_screen()
    {
        var session = new OurTerminal(80, 24);
        var viewer = new Viewer(80, 24);
        for (var i = 0; i < 30; i++) session.Feed($"{i} {new string('x', 60)}\r\n");
        var whole = viewer.Show(session.Screen);

        session.Feed("a");
        Assert.InRange(viewer.Show(session.Screen), 1, 60);
        session.Feed("\r\nnext");
        Assert.InRange(viewer.Show(session.Screen), 1, 80);
        Assert.InRange(whole, 24 * 60, 24 * 80);
    }

    [Fact]
    public void What_scrolled_by_more_than_the_screen_is_one_repaint_however_much_it_was()
    {
        var session = new OurTerminal(80, 24);
        var viewer = new Viewer(80, 24);
        viewer.Show(session.Screen);
        for (var i = 0; i < 10_000; i++) session.Feed($"line {i}\r\n");

        Assert.InRange(viewer.Show(session.Screen), 1, 24 * 40);
        Assert.Null(viewer.Difference(session));
    }

    [Fact]
    public void While_the_program_draws_with_synchronized_output_viewers_keep_what_they_have()
    {
        var session = new OurTerminal(20, 3);
        var viewer = new Viewer(20, 3);
        session.Feed("before");
        viewer.Show(session.Screen);

        session.Feed("\e[?2026h\e[2J\e[Hhalf of");
        Assert.Equal(0, viewer.Show(session.Screen));
        session.Feed(" it\e[?2026l");
        viewer.Show(session.Screen);

        Assert.Equal("half of it", viewer.Terminal.Screen.GetLine(viewer.Terminal.Screen.TopAbsoluteLine).GetText());
    }

    [Fact]
    public void An_alert_is_drawn_over_the_top_line_and_gives_it_back()
    {
        var session = new OurTerminal(30, 3);
        var viewer = new Viewer(30, 3);
        session.Feed("top\r\nmiddle\r\nbottom");
        viewer.Show(session.Screen);

        viewer.Frames.Overlays = new Overlays("In call to show: no such function", "(co)");
        viewer.Show(session.Screen);
        Assert.Equal(["In call to show: no such f(co)", "middle", "bottom"], viewer.Lines);
        session.Feed("\r\nmore");
        viewer.Show(session.Screen);
        Assert.Equal(["In call to show: no such f(co)", "bottom", "more"], viewer.Lines);

        viewer.Frames.Overlays = new Overlays(null, "(co)");
        viewer.Show(session.Screen);
        Assert.Equal(["middle                    (co)", "bottom", "more"], viewer.Lines);
        viewer.Frames.Overlays = Overlays.None;
        viewer.Show(session.Screen);
        Assert.Equal(["middle", "bottom", "more"], viewer.Lines);
    }

    [Fact]
    public void A_smaller_viewer_sees_the_part_around_the_cursor_and_that_there_is_more()
    {
        var session = new OurTerminal(20, 6);
        var viewer = new Viewer(8, 3);
        session.Feed("0123456789abcdef\r\nrow 1\r\nrow 2 is quite long\r\nrow 3\r\nrow 4\r\nrow 5\e[3;1H");

        viewer.Show(session.Screen);
        Assert.Equal(["row 1  ^", "row 2 i>", "row 3  v"], viewer.Lines);
        session.Feed("\e[3;19H");
        viewer.Show(session.Screen);

        Assert.Equal(["<      ^", "<e long", "<      v"], viewer.Lines);
    }

    [Fact]
    public void A_larger_viewer_sees_dots_around_the_session()
    {
        var session = new OurTerminal(6, 2);
        var viewer = new Viewer(9, 4);
        session.Feed("ab\r\ncd");

        viewer.Show(session.Screen);
        session.Feed("\r\nef");
        viewer.Show(session.Screen);

        Assert.Equal(["cd    ...", "ef    ...", ".........", "........."], viewer.Lines);
    }

    [Fact]
    public void The_viewers_terminal_is_told_how_to_send_keys_pastes_mouse_and_focus()
    {
        var session = new OurTerminal(20, 3);
        var viewer = new Viewer(20, 3);
        session.Feed("\e[?1;1003;1015;1004;2004;66h\e[>4;2m\e[>1u\e[5 q\e]2;vim \u0085\e\\");

        viewer.Show(session.Screen);

        var modes = viewer.Terminal.Screen.Modes;
        Assert.Equal(session.Screen.Modes.Keys, modes.Keys);
        Assert.Equal((MouseTracking.AnyEvent, MouseEncoding.Sgr), (modes.MouseTracking, modes.MouseEncoding));
        Assert.True(modes is { FocusReporting: true, BracketedPaste: true });
        Assert.Equal((session.Screen.Modes.CursorShape, session.Screen.Modes.CursorBlinks), (modes.CursorShape, modes.CursorBlinks));
        Assert.Equal("vim ", viewer.Terminal.Title);
    }

    [Fact]
    public void The_wheel_sends_keys_only_while_the_session_shows_its_alternate_screen()
    {
        var session = new OurTerminal(20, 3);
        var viewer = new Viewer(20, 3);

        viewer.Show(session.Screen);
        Assert.False(viewer.Terminal.Screen.Modes.AlternateScroll);
        session.Feed("\e[?1049h");
        viewer.Show(session.Screen);

        Assert.True(viewer.Terminal.Screen.Modes.AlternateScroll);
    }

    [Fact]
    public void Leaving_ends_everything_a_frame_may_have_set()
    {
        var session = new OurTerminal(20, 3);
        var viewer = new Viewer(20, 3);
        viewer.Terminal.Feed("\e[?1049l\e]2;shell\a\e[>0u" + Encoding.ASCII.GetString(ViewSequences.Enter));
        var before = new OurTerminal(20, 3);
        before.Feed("\e[0 q");
        session.Feed("\e[?1;5;66;67;1003;1004;2004h\e[?25l\e[>4;2m\e[>1u\e[5 q\e]2;vim\a\e[31m\e]8;;x:y\aab\e[?2027h🇩🇪\e[?2026h");
        viewer.Show(session.Screen);

        viewer.Terminal.Feed(ViewSequences.Leave);

        Assert.Equal(before.Screen.Modes, viewer.Terminal.Screen.Modes);
        Assert.False(viewer.Terminal.Screen.IsAlternate);
        Assert.Equal("shell", viewer.Terminal.Title);
    }

    /// <summary>A terminal that somebody looks at a session with.</summary>
    private sealed class Viewer
    {
        public Viewer(int columns, int rows)
        {
            Terminal = new OurTerminal(columns, rows);
            Frames = new FrameWriter(columns, rows);
            Terminal.Feed(ViewSequences.Enter);
        }

        public OurTerminal Terminal { get; }

        public FrameWriter Frames { get; }

        public string Size => $"{Frames.Columns}x{Frames.Rows}";

        public IEnumerable<string> Lines => Terminal.Picture().Lines;

        /// <summary>Draws what is new, and returns how many bytes that took.</summary>
        public int Show(Screen screen)
        {
            var frame = new ArrayBufferWriter<byte>();
            using (var delta = Frames.Take(screen)) Frames.Draw(delta, frame);
            Terminal.Feed(frame.WrittenSpan);
            return frame.WrittenCount;
        }

        public void Resize(int columns, int rows)
        {
            Terminal.Model.Resize(columns, rows);
            Frames.Resize(columns, rows);
        }

        /// <summary>Something else writes to the terminal, as a menu of the viewer's own does.</summary>
        public void Scribble()
        {
            Terminal.Feed("\e[m\e[H\e[2J\e[33mWhich session?\e[m\r\n1\r\n2\e[H\e#6");
            Frames.Repaint();
        }

        public string? Difference(OurTerminal session)
        {
            var screen = session.Screen;
            var expected = ViewPicture.Expected(screen, Frames.View, Frames.Columns, Frames.Rows, Frames.Overlays);
            if (ViewPicture.Difference(ViewPicture.Of(Terminal.Screen), expected) is { } difference) return difference;

            var (ours, theirs) = (screen.Cursor, Terminal.Screen.Cursor);
            if (ours.Visible != theirs.Visible) return $"the cursor is visible: {theirs.Visible}";
            // A line feed can leave the session's cursor beyond the half that a line of double width has.
            var isDouble = Terminal.Screen.GetLine(Terminal.Screen.CursorLine).Size != LineSize.Single;
            var column = Math.Min(ours.Column - Frames.View.Left, isDouble ? Math.Max(1, Frames.Columns / 2) - 1 : int.MaxValue);
            if (ours.Visible && (column, ours.Row - Frames.View.Top) != (theirs.Column, theirs.Row))
                return $"the cursor is at {theirs.Column},{theirs.Row}, not at {ours.Column},{ours.Row} of {Frames.View}";
            if (screen.Modes.Keys with { NewLine = false, Kitty = KittyKeyboardFlags.DisambiguateEscapeCodes } != Terminal.Screen.Modes.Keys)
                return $"keys are {Terminal.Screen.Modes.Keys}";
            if (screen.Modes.BracketedPaste != Terminal.Screen.Modes.BracketedPaste) return "bracketed paste differs";
            if (screen.Modes.MouseTracking != Terminal.Screen.Modes.MouseTracking) return "mouse tracking differs";
            if (session.Title != Terminal.Title) return $"the title is \"{Terminal.Title}\", not \"{session.Title}\"";
            return Terminal.Replies.Length > 0 ? $"the viewer's terminal was asked something: {Terminal.Replies}" : null;
        }
    }
}
