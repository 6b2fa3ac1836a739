using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Tests.Control;

public sealed class ModeTests
{
    public static TheoryData<string, Func<TerminalModes, object>, object> Modes { get; } = new()
    {
        { "\e[?1h", modes => modes.ApplicationCursorKeys, true },
        { "\e[?1h\e[?1l", modes => modes.ApplicationCursorKeys, false },
        { "\e=", modes => modes.ApplicationKeypad, true },
        { "\e[?66h", modes => modes.ApplicationKeypad, true },
        { "\e=\e>", modes => modes.ApplicationKeypad, false },
        { "\e[?67h", modes => modes.BackarrowIsBackspace, true },
        { "\e[20h", modes => modes.NewLine, true },
        { "\e[4h", modes => modes.Insert, true },
        { "\e[?5h", modes => modes.ReverseVideo, true },
        { "\e[?6h", modes => modes.Origin, true },
        { "\e[?7l", modes => modes.AutoWrap, false },
        { "\e[?25l", modes => modes.CursorVisible, false },
        { "\e[?45h", modes => modes.ReverseWrap, true },
        { "\e[?69h", modes => modes.LeftRightMargins, true },
        { "\e[?1004h", modes => modes.FocusReporting, true },
        { "\e[?1007l", modes => modes.AlternateScroll, false },
        { "\e[?2004h", modes => modes.BracketedPaste, true },
        { "\e[?2026h", modes => modes.SynchronizedOutput, true },
        { "\e[?2027h", modes => modes.GraphemeClusters, true },
        { "\e[?2048h", modes => modes.InBandResize, true },
        { "\e[?1;2004h", modes => modes.BracketedPaste, true },
        { "\e[?9h", modes => modes.MouseTracking, MouseTracking.X10 },
        { "\e[?1000h", modes => modes.MouseTracking, MouseTracking.Normal },
        { "\e[?1002h", modes => modes.MouseTracking, MouseTracking.ButtonEvent },
        { "\e[?1003h", modes => modes.MouseTracking, MouseTracking.AnyEvent },
        { "\e[?1003h\e[?1000l", modes => modes.MouseTracking, MouseTracking.AnyEvent },
        { "\e[?1003h\e[?1003l", modes => modes.MouseTracking, MouseTracking.Off },
        { "\e[?1005h", modes => modes.MouseEncoding, MouseEncoding.Utf8 },
        { "\e[?1006h", modes => modes.MouseEncoding, MouseEncoding.Sgr },
        { "\e[?1015h", modes => modes.MouseEncoding, MouseEncoding.Urxvt },
        { "\e[?1016h", modes => modes.MouseEncoding, MouseEncoding.SgrPixels },
        { "\e[?1016h\e[?1006l", modes => modes.MouseEncoding, MouseEncoding.SgrPixels },
        { "\e[?1006h\e[?1006l", modes => modes.MouseEncoding, MouseEncoding.Default },
        { "\e[>4;1m", modes => modes.ModifyOtherKeys, ModifyOtherKeys.Ambiguous },
        { "\e[>4;2m", modes => modes.ModifyOtherKeys, ModifyOtherKeys.All },
        { "\e[>4;2m\e[>4m", modes => modes.ModifyOtherKeys, ModifyOtherKeys.Off },
        { "\e[>4;2m\e[>4n", modes => modes.ModifyOtherKeys, ModifyOtherKeys.Off },
        { "\e[>4;2m\e[>1;1m", modes => modes.ModifyOtherKeys, ModifyOtherKeys.All },
        { "\e[>4;9m", modes => modes.ModifyOtherKeys, ModifyOtherKeys.Off },
        { "\e[2 q", modes => modes.CursorShape, CursorShape.Block },
        { "\e[3 q", modes => modes.CursorShape, CursorShape.Underline },
        { "\e[6 q", modes => modes.CursorShape, CursorShape.Bar },
        { "\e[3 q", modes => modes.CursorBlinks, true },
        { "\e[3 q\e[?12l", modes => modes.CursorBlinks, false },
        { "\e[9 q", modes => modes.CursorBlinks, false },
        { "\e[?1h\e[?1s\e[?1l\e[?1r", modes => modes.ApplicationCursorKeys, true },          // XTSAVE and XTRESTORE
        { "\e[?1000s\e[?1000h\e[?1000r", modes => modes.MouseTracking, MouseTracking.Off },
        { "\e[?1h\e[?2r", modes => modes.ApplicationCursorKeys, true },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_mode_is_what_the_program_made_it(string stream, Func<TerminalModes, object> mode, object expected) =>
        Assert.Equal(expected, mode(new TestTerminal().Feed(stream).Model.Modes));

    [Fact]
    public void A_change_of_modes_is_said_once_and_no_change_not_at_all()
    {
        var terminal = new TestTerminal().Feed("\e[?2004h\e[?2004h\e[?25h\e[?2004l");

        Assert.Equal([true, false], terminal.Events.OfType<TerminalModes>().Select(modes => modes.BracketedPaste));
    }

    [Theory]
    [InlineData("\e[>1u", 1)]
    [InlineData("\e[>31u", 1)]                               // only what is offered is set
    [InlineData("\e[>1u\e[<u", 0)]
    [InlineData("\e[>1u\e[>0u\e[<u", 1)]
    [InlineData("\e[>1u\e[>0u\e[<9u", 0)]
    [InlineData("\e[=1u", 1)]
    [InlineData("\e[=1;2u", 1)]
    [InlineData("\e[>1u\e[=1;3u", 0)]
    [InlineData("\e[>1u\e[?1049h", 0)]                       // each screen has its own
    [InlineData("\e[>1u\e[?1049h\e[?1049l", 1)]
    [InlineData("\e[>1u\e[!p", 0)]
    public void Keyboard_flags_are_a_stack_for_each_screen(string stream, int expected) =>
        Assert.Equal((KittyKeyboardFlags)expected, new TestTerminal().Feed(stream).Model.Modes.KittyKeyboard);

    [Fact]
    public void The_stack_of_keyboard_flags_is_bounded()
    {
        var terminal = new TestTerminal();
        for (var i = 0; i < 1_000; i++) terminal.Feed("\e[>1u");

        Assert.Equal(KittyKeyboardFlags.None, terminal.Feed("\e[<17u").Model.Modes.KittyKeyboard);
    }

    [Fact]
    public void Keys_are_encoded_by_the_modes()
    {
        var modes = new TestTerminal().Feed("\e[?1h\e=\e[?67h\e[20h\e[>4;1m\e[>1u").Model.Modes.Keys;

        Assert.Equal(new KeyModes(true, true, true, true, ModifyOtherKeys.Ambiguous, KittyKeyboardFlags.DisambiguateEscapeCodes), modes);
    }
}
