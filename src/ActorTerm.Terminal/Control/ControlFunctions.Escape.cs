using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Control;

internal sealed partial class ControlFunctions
{
    private const int Space = ' ' << 8;
    private const int Hash = '#' << 8;

    /// <summary>ESC and one byte, or intermediates and one byte: ECMA-48 5.3 and 5.5, DEC STD 070.</summary>
    public void Escape(int intermediates, byte final)
    {
        screen.ForgetLastGraphic();
        LeaveLine();
        switch (intermediates << 8 | final)
        {
            case '6': screen.BackIndex(); break;                                      // DECBI
            case '7': screen.SaveCursor(); break;                                     // DECSC
            case '8': RestoreCursor(); break;                                         // DECRC
            case '9': screen.ForwardIndex(); break;                                   // DECFI
            case '=': SetMode(TerminalMode.ApplicationKeypad, true); break;           // DECKPAM
            case '>': SetMode(TerminalMode.ApplicationKeypad, false); break;          // DECKPNM
            case 'D': screen.Index(); break;                                          // IND
            case 'E': screen.Index(); screen.CarriageReturn(); break;                 // NEL
            case 'H': screen.SetTabStop(); break;                                     // HTS
            case 'M': screen.ReverseIndex(); break;                                   // RI
            case 'N': screen.Charsets = screen.Charsets with { Single = 2 }; break;   // SS2
            case 'O': screen.Charsets = screen.Charsets with { Single = 3 }; break;   // SS3
            case 'V': screen.Protect(true, iso: true); break;                         // SPA
            case 'W': screen.Protect(false, iso: true); break;                        // EPA
            case 'Z': ReportPrimaryAttributes(); break;                               // DECID
            case 'c': ResetToInitialState(); break;                                   // RIS
            case 'n': Invoke(2); break;                                               // LS2
            case 'o': Invoke(3); break;                                               // LS3
            case '~': InvokeRight(1); break;                                          // LS1R
            case '}': InvokeRight(2); break;                                          // LS2R
            case '|': InvokeRight(3); break;                                          // LS3R
            case Hash | '3': screen.SetLineSize(LineSize.DoubleHeightTop); break;     // DECDHL
            case Hash | '4': screen.SetLineSize(LineSize.DoubleHeightBottom); break;  // DECDHL
            case Hash | '5': screen.SetLineSize(LineSize.Single); break;              // DECSWL
            case Hash | '6': screen.SetLineSize(LineSize.DoubleWidth); break;         // DECDWL
            case Hash | '8': screen.AlignmentPattern(); break;                        // DECALN
            case Space | 'F' or Space | 'G': break;                                   // S7C1T, S8C1T: replies have 7 bits
            default: Designate(intermediates, final); break;                          // SCS
        }
    }

    /// <summary>SCS: the first intermediate says which of G0 to G3, a second one belongs to the set's name.</summary>
    private void Designate(int intermediates, byte final)
    {
        var target = intermediates <= 0xff ? intermediates : intermediates >> 8;
        var name = intermediates <= 0xff ? final : (intermediates & 0xff) << 8 | final;
        var (index, set) = (char)target switch
        {
            '(' => (0, CharsetTable.Find94(name)),
            ')' => (1, CharsetTable.Find94(name)),
            '*' => (2, CharsetTable.Find94(name)),
            '+' => (3, CharsetTable.Find94(name)),
            '-' => (1, CharsetTable.Find96(name)),
            '.' => (2, CharsetTable.Find96(name)),
            '/' => (3, CharsetTable.Find96(name)),
            _ => (0, null),
        };
        if (set is { } known) screen.Charsets = screen.Charsets.Designate(index, known);
    }

    private void InvokeRight(int set) => screen.Charsets = screen.Charsets with { Right = set };

    private void RestoreCursor()
    {
        var before = Modes;
        screen.RestoreCursor();
        SayModes(before);
    }
}
