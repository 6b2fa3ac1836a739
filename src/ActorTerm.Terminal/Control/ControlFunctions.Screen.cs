using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Control;

/// <summary>Functions on the screen whose parameters need more than a count.</summary>
internal sealed partial class ControlFunctions
{
    public void Resize(int columns, int rows)
    {
        LeaveLine();
        var moved = screen.Resize(columns, rows);
        if (_promptLine is { } line) _promptLine = moved.Map(line, 0).AbsoluteLine;
        events.Resized(moved);
        if (Modes.InBandResize) ReportSize();
    }

    public void EndSynchronizedOutput() => SetMode(TerminalMode.SynchronizedOutput, false);

    private void EraseInDisplay(int which, bool selective)
    {
        if (which == 3 && !selective) ClearHistory();
        else screen.EraseInDisplay(which, selective);
    }

    private void ClearHistory()
    {
        if (!options.ClearHistoryAllowed) return;
        screen.ClearHistory();
        events.HistoryCleared();
    }

    private void ClearTabStops(int which)
    {
        if (which == 0) screen.ClearTabStop();
        else if (which == 3) screen.Tabs.ClearAll();
    }

    private void SetTopBottomMargins(in CsiSequence csi)
    {
        var bottom = csi.Value(1);
        screen.SetTopBottomMargins(csi.Count(0) - 1, (bottom == 0 ? screen.Rows : bottom) - 1);
    }

    /// <summary>One sequence, two functions: margins while mode ? 69 is set, else the cursor is saved.</summary>
    private void SetSideMarginsOrSave(in CsiSequence csi)
    {
        if (!Modes.LeftRightMargins)
        {
            if (csi.Parameters.IsEmpty) screen.SaveCursor();
            return;
        }

        var right = csi.Value(1);
        screen.SetLeftRightMargins(csi.Count(0) - 1, (right == 0 ? screen.Columns : right) - 1);
    }

    /// <summary>RIS.</summary>
    public void ResetToInitialState()
    {
        var before = Modes;
        var alternate = screen.IsAlternate;
        screen.Reset();
        ResetKeyboard();
        _savedModes = null;
        ResetReports();
        if (alternate) events.AlternateScreenChanged(false);
        SayModes(before);
        if (options.ResetClearsHistory) ClearHistory();
    }

    /// <summary>DECSTR: VT420 Programmer Reference, table 5-11; modes beyond it stay.</summary>
    private void SoftReset()
    {
        var before = Modes;
        screen.SoftReset();
        const TerminalMode off = TerminalMode.Insert | TerminalMode.Origin | TerminalMode.KeyboardLocked | TerminalMode.ApplicationCursorKeys
            | TerminalMode.ApplicationKeypad | TerminalMode.LeftRightMargins | TerminalMode.NationalCharsets | TerminalMode.ReverseWrap;
        ResetKeyboard();
        screen.Modes = before.With(off, false).With(TerminalMode.CursorVisible | TerminalMode.AutoWrap, true) with
        {
            KittyKeyboard = Keyboard.Current,
            ModifyOtherKeys = default,
        };
        SayModes(before);
    }

    /// <summary>Four parameters from one on: top, left, bottom, right, 1-based.</summary>
    private Rectangle Area(in CsiSequence csi, int first) =>
        screen.Area(csi.Count(first) - 1, csi.Count(first + 1) - 1, csi.Value(first + 2) - 1, csi.Value(first + 3) - 1);

    private void CopyRectangle(in CsiSequence csi) =>
        screen.CopyRectangle(Area(in csi, 0), csi.Count(5) - 1, csi.Count(6) - 1);

    private void FillRectangle(in CsiSequence csi)
    {
        var character = csi.Value(0);
        if (character is (>= 0x20 and <= 0x7e) or (>= 0xa0 and <= 0xff)) screen.FillRectangle(Area(in csi, 1), character);
    }

    private void ChangeAttributes(in CsiSequence csi, bool reverse)
    {
        var renditions = csi.Parameters.Length > 4 ? csi.Parameters[4..] : [CsiSequence.Omitted];
        screen.ChangeAttributes(Area(in csi, 0), renditions, reverse);
    }
}
