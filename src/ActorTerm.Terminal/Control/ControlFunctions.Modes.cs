using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

internal sealed partial class ControlFunctions
{
    private Dictionary<int, bool>? _savedModes;                       // by number; at most as many as there are known numbers

    private void SetAnsiModes(in CsiSequence csi, bool on)
    {
        for (var i = 0; i < csi.Parameters.Length; i++) SetMode(ModeTable.Ansi(csi.Value(i)), on);
    }

    private void SetPrivateModes(in CsiSequence csi, bool on)
    {
        for (var i = 0; i < csi.Parameters.Length; i++) SetPrivateMode(csi.Value(i), on);
    }

    /// <summary>Sets a mode that is merely on or off.</summary>
    private void SetMode(TerminalMode mode, bool on)
    {
        var before = Modes;
        screen.Modes = before.With(mode, on);
        SayModes(before);
    }

    /// <summary>DECSET and DECRST: first the modes that do something, then those that merely are.</summary>
    private void SetPrivateMode(int number, bool on)
    {
        var mode = ModeTable.Private(number);
        switch (number)
        {
            case 3: SetColumns132(on); break;
            case 6: SetMode(mode, on); screen.MoveTo(0, 0); break;
            case 9 or 1000 or 1002 or 1003: SetMouseTracking((MouseTracking)number, on); break;
            case 1005 or 1006 or 1015 or 1016: SetMouseEncoding((MouseEncoding)number, on); break;
            case 47 or 1047 or 1049: ShowAlternate(number, on); break;
            case 69: SetMode(mode, on); screen.ResetSideMargins(); break;
            case 1048: if (on) screen.SaveCursor(); else RestoreCursor(); break;
            case 2048: SetMode(mode, on); if (on) ReportSize(); break;
            default: SetMode(mode, on); break;
        }
    }

    private void ShowAlternate(int number, bool on)
    {
        var was = screen.IsAlternate;
        LeaveLine();
        if (on)
        {
            if (number == 1049 && !was) screen.SaveCursor();
            screen.ShowAlternate(clear: number == 1049);
        }
        else
        {
            screen.ShowMain(discard: number is 1047 or 1049);
            if (number == 1049) RestoreCursor();
        }

        if (screen.IsAlternate == was) return;
        var before = Modes;
        screen.Modes = before with { KittyKeyboard = Keyboard.Current };
        events.AlternateScreenChanged(screen.IsAlternate);
        SayModes(before);
    }

    /// <summary>DECCOLM, while mode ? 40 allows it: clears the screen, as VT100 did, and asks for the width.</summary>
    private void SetColumns132(bool on)
    {
        if (!Modes.Is(TerminalMode.Allow132Columns)) return;
        SetMode(TerminalMode.Columns132, on);
        screen.ResetMargins();
        if (!Modes.Is(TerminalMode.KeepScreenOn132)) screen.EraseInDisplay(2, selective: false);
        screen.MoveTo(0, 0);
        RequestSize(on ? 132 : 80, null);
    }

    private void SetMouseTracking(MouseTracking tracking, bool on)
    {
        var before = Modes;
        if (on) screen.Modes = before with { MouseTracking = tracking };
        else if (before.MouseTracking == tracking) screen.Modes = before with { MouseTracking = MouseTracking.Off };
        SayModes(before);
    }

    private void SetMouseEncoding(MouseEncoding encoding, bool on)
    {
        var before = Modes;
        if (on) screen.Modes = before with { MouseEncoding = encoding };
        else if (before.MouseEncoding == encoding) screen.Modes = before with { MouseEncoding = MouseEncoding.Default };
        SayModes(before);
    }

    /// <summary>DECSCUSR: 0 and 1 a blinking block, 2 a steady one, then underline and bar likewise.</summary>
    private void SetCursorStyle(int value)
    {
        if (value > 6) return;
        var before = Modes;
        var shape = value <= 2 ? CursorShape.Block : value <= 4 ? CursorShape.Underline : CursorShape.Bar;
        screen.Modes = before.With(TerminalMode.CursorBlink, value == 0 || value % 2 == 1) with { CursorShape = shape, CursorStyleIsSet = value != 0 };
        SayModes(before);
    }

    private void SaveModes(in CsiSequence csi)
    {
        for (var i = 0; i < csi.Parameters.Length; i++)
        {
            if (PrivateModeState(csi.Value(i)) is { } on) (_savedModes ??= [])[csi.Value(i)] = on;
        }
    }

    private void RestoreModes(in CsiSequence csi)
    {
        for (var i = 0; i < csi.Parameters.Length; i++)
        {
            if (_savedModes?.TryGetValue(csi.Value(i), out var on) is true) SetPrivateMode(csi.Value(i), on);
        }
    }

    /// <summary>Null for a number that is no mode here.</summary>
    private bool? PrivateModeState(int number) => number switch
    {
        47 or 1047 or 1049 => screen.IsAlternate,
        9 or 1000 or 1002 or 1003 => Modes.MouseTracking == (MouseTracking)number,
        1005 or 1006 or 1015 or 1016 => Modes.MouseEncoding == (MouseEncoding)number,
        _ when ModeTable.Private(number) is not TerminalMode.None and var mode => Modes.Is(mode),
        _ => null,
    };

    private void SayModes(TerminalModes before)
    {
        if (before != Modes) events.ModesChanged(Modes);
    }
}
