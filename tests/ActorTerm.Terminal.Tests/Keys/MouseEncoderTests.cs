using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Tests.Keys;

public class MouseEncoderTests
{
    [Theory]
    [InlineData(MouseAction.Press, MouseButton.Left, KeyModifiers.None, MouseEncoding.Sgr, "\e[<0;5;3M")]
    [InlineData(MouseAction.Release, MouseButton.Right, KeyModifiers.None, MouseEncoding.Sgr, "\e[<2;5;3m")]
    [InlineData(MouseAction.Move, MouseButton.Left, KeyModifiers.Control, MouseEncoding.Sgr, "\e[<48;5;3M")]
    [InlineData(MouseAction.Move, MouseButton.None, KeyModifiers.None, MouseEncoding.Sgr, "\e[<35;5;3M")]
    [InlineData(MouseAction.Press, MouseButton.WheelUp, KeyModifiers.Shift, MouseEncoding.Sgr, "\e[<68;5;3M")]
    [InlineData(MouseAction.Press, MouseButton.Left, KeyModifiers.None, MouseEncoding.SgrPixels, "\e[<0;5;3M")]
    [InlineData(MouseAction.Press, MouseButton.Left, KeyModifiers.None, MouseEncoding.Default, "\e[M %#")]
    [InlineData(MouseAction.Release, MouseButton.Right, KeyModifiers.Alt, MouseEncoding.Default, "\e[M+%#")]
    [InlineData(MouseAction.Press, MouseButton.Left, KeyModifiers.None, MouseEncoding.Utf8, "\e[M %#")]
    [InlineData(MouseAction.Press, MouseButton.WheelDown, KeyModifiers.None, MouseEncoding.Urxvt, "\e[97;5;3M")]
    [InlineData(MouseAction.Release, MouseButton.Left, KeyModifiers.None, MouseEncoding.Urxvt, "\e[35;5;3M")]
    public void A_mouse_event_is_written_as_the_program_asked(MouseAction action, MouseButton button, KeyModifiers modifiers, MouseEncoding encoding, string expected)
    {
        var bytes = MouseEncoder.Encode(new MouseReport(action, button, 4, 2, modifiers), MouseTracking.AnyEvent, encoding);

        Assert.Equal(expected, Encoding.Latin1.GetString(bytes));
    }

    [Theory]
    [InlineData(MouseTracking.Off, MouseAction.Press, MouseButton.Left, false)]
    [InlineData(MouseTracking.X10, MouseAction.Press, MouseButton.Left, true)]
    [InlineData(MouseTracking.X10, MouseAction.Release, MouseButton.Left, false)]
    [InlineData(MouseTracking.X10, MouseAction.Press, MouseButton.WheelUp, false)]
    [InlineData(MouseTracking.Normal, MouseAction.Release, MouseButton.Left, true)]
    [InlineData(MouseTracking.Normal, MouseAction.Press, MouseButton.WheelUp, true)]
    [InlineData(MouseTracking.Normal, MouseAction.Release, MouseButton.WheelUp, false)]
    [InlineData(MouseTracking.Normal, MouseAction.Move, MouseButton.Left, false)]
    [InlineData(MouseTracking.ButtonEvent, MouseAction.Move, MouseButton.Left, true)]
    [InlineData(MouseTracking.ButtonEvent, MouseAction.Move, MouseButton.None, false)]
    [InlineData(MouseTracking.AnyEvent, MouseAction.Move, MouseButton.None, true)]
    public void Only_events_the_program_tracks_are_written(MouseTracking tracking, MouseAction action, MouseButton button, bool written)
    {
        var bytes = MouseEncoder.Encode(new MouseReport(action, button, 0, 0), tracking, MouseEncoding.Sgr);

        Assert.Equal(written, bytes.Length > 0);
    }

    [Fact]
    public void X10_tracking_carries_no_modifiers()
    {
        var report = new MouseReport(MouseAction.Press, MouseButton.Left, 0, 0, KeyModifiers.Control);

        Assert.Equal("\e[M !!"u8.ToArray(), MouseEncoder.Encode(report, MouseTracking.X10, MouseEncoding.Default));
    }

    [Theory]
    [InlineData(MouseEncoding.Default, 222, true)]
    [InlineData(MouseEncoding.Default, 223, false)]
    [InlineData(MouseEncoding.Utf8, 2014, true)]
    [InlineData(MouseEncoding.Utf8, 2015, false)]
    [InlineData(MouseEncoding.Sgr, 4095, true)]
    public void A_place_the_encoding_cannot_say_is_not_written(MouseEncoding encoding, int column, bool written)
    {
        var bytes = MouseEncoder.Encode(new MouseReport(MouseAction.Press, MouseButton.Left, column, 0), MouseTracking.Normal, encoding);

        Assert.Equal(written, bytes.Length > 0);
    }
}
