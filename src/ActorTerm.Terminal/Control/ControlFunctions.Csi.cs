using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Control;

internal sealed partial class ControlFunctions
{
    private const int Bang = '!' << 8;
    private const int Quote = '"' << 8;
    private const int Dollar = '$' << 8;
    private const int Apostrophe = '\'' << 8;
    private const int Star = '*' << 8;

    /// <summary>Control sequences: ECMA-48 8.3, DEC STD 070, VT420 Programmer Reference, xterm ctlseqs.</summary>
    public void Control(in CsiSequence csi)
    {
        if (csi.Final != 'b') screen.ForgetLastGraphic();
        if (csi.Final == 'm' && csi.Marker == 0 && csi.Intermediates == 0)
        {
            GraphicRendition.Apply(in csi, ref screen.Pen);           // SGR
            return;
        }

        switch (csi.Marker)
        {
            case 0: Standard(in csi); break;
            case (byte)'?': Private(in csi); break;
            case (byte)'>': Secondary(in csi); break;
            case (byte)'=': Tertiary(in csi); break;
            case (byte)'<' when csi.Final == 'u': PopKeyboard(csi.Count(0)); break;
        }
    }

    private void Standard(in CsiSequence csi)
    {
        if (ChangesScreen(csi.Final)) LeaveLine();
        switch (csi.Intermediates << 8 | csi.Final)
        {
            case '@': screen.InsertCharacters(csi.Count(0)); break;                              // ICH
            case 'A': screen.Up(csi.Count(0)); break;                                            // CUU
            case 'B': screen.Down(csi.Count(0)); break;                                          // CUD
            case 'C': screen.Forward(csi.Count(0)); break;                                       // CUF
            case 'D': screen.Back(csi.Count(0)); break;                                          // CUB
            case 'E': screen.Down(csi.Count(0)); screen.CarriageReturn(); break;                 // CNL
            case 'F': screen.Up(csi.Count(0)); screen.CarriageReturn(); break;                   // CPL
            case 'G' or '`': screen.MoveToColumn(csi.Count(0) - 1); break;                       // CHA, HPA
            case 'H' or 'f': screen.MoveTo(csi.Count(0) - 1, csi.Count(1) - 1); break;           // CUP, HVP
            case 'I': screen.Tab(csi.Count(0)); break;                                           // CHT
            case 'J': EraseInDisplay(csi.Value(0), selective: false); break;                     // ED
            case 'K': screen.EraseInLine(csi.Value(0), selective: false); break;                 // EL
            case 'L': screen.InsertLines(csi.Count(0)); break;                                   // IL
            case 'M': screen.DeleteLines(csi.Count(0)); break;                                   // DL
            case 'P': screen.DeleteCharacters(csi.Count(0)); break;                              // DCH
            case 'S': screen.ScrollUp(csi.Count(0)); break;                                      // SU
            case 'T' when csi.Parameters.Length <= 1: screen.ScrollDown(csi.Count(0)); break;    // SD
            case '^': screen.ScrollDown(csi.Count(0)); break;                                    // SD, as ECMA-48 first had it
            case 'X': screen.EraseCharacters(csi.Count(0)); break;                               // ECH
            case 'Z': screen.BackTab(csi.Count(0)); break;                                       // CBT
            case 'a': screen.MoveColumnBy(csi.Count(0)); break;                                  // HPR
            case 'b': screen.Repeat(csi.Count(0)); break;                                        // REP
            case 'c': if (csi.Value(0) == 0) ReportPrimaryAttributes(); break;                   // DA1
            case 'd': screen.MoveToRow(csi.Count(0) - 1); break;                                 // VPA
            case 'e': screen.MoveRowBy(csi.Count(0)); break;                                     // VPR
            case 'g': ClearTabStops(csi.Value(0)); break;                                        // TBC
            case 'h': SetAnsiModes(in csi, true); break;                                         // SM
            case 'j': screen.MoveColumnBy(-csi.Count(0)); break;                                 // HPB
            case 'k': screen.MoveRowBy(-csi.Count(0)); break;                                    // VPB
            case 'l': SetAnsiModes(in csi, false); break;                                        // RM
            case 'n': ReportStatus(csi.Value(0)); break;                                         // DSR
            case 'r': SetTopBottomMargins(in csi); break;                                        // DECSTBM
            case 's': SetSideMarginsOrSave(in csi); break;                                       // DECSLRM, SCOSC
            case 't': ManipulateWindow(in csi); break;                                           // XTWINOPS
            case 'u': RestoreCursor(); break;                                                    // SCORC
            case 'x': ReportParameters(csi.Value(0)); break;                                     // DECREQTPARM
            case Space | '@': screen.ScrollLeft(csi.Count(0)); break;                            // SL
            case Space | 'A': screen.ScrollRight(csi.Count(0)); break;                           // SR
            case Space | 'q': SetCursorStyle(csi.Value(0)); break;                               // DECSCUSR
            case Bang | 'p': SoftReset(); break;                                                 // DECSTR
            case Quote | 'p': break;                                                             // DECSCL: always VT420, 7-bit controls
            case Quote | 'q': screen.Protect(csi.Value(0) == 1, iso: false); break;              // DECSCA
            case Dollar | 'p': ReportAnsiMode(csi.Value(0)); break;                              // DECRQM
            case Dollar | 'r': ChangeAttributes(in csi, reverse: false); break;                  // DECCARA
            case Dollar | 't': ChangeAttributes(in csi, reverse: true); break;                   // DECRARA
            case Dollar | 'v': CopyRectangle(in csi); break;                                     // DECCRA
            case Dollar | 'w': ReportPresentation(csi.Value(0)); break;                          // DECRQPSR
            case Dollar | 'x': FillRectangle(in csi); break;                                     // DECFRA
            case Dollar | 'z': screen.EraseRectangle(Area(in csi, 0), selective: false); break;  // DECERA
            case Dollar | '{': screen.EraseRectangle(Area(in csi, 0), selective: true); break;   // DECSERA
            case Dollar | '|': RequestColumns(csi.Value(0)); break;                              // DECSCPP
            case Star | '|': RequestRows(csi.Value(0)); break;                                   // DECSNLS
            case Star | 'x': screen.ChangesRectangle = csi.Value(0) == 2; break;                 // DECSACE
            case Star | 'y': ReportChecksum(in csi); break;                                      // DECRQCRA
            case Hash | 'y': _checksum = (ChecksumExtensions)csi.Value(0); break;                // XTCHECKSUM
            case Hash | '{' or Hash | 'p': PushRendition(); break;                               // XTPUSHSGR
            case Hash | '}' or Hash | 'q': PopRendition(); break;                                // XTPOPSGR
            case Hash | 'P': PushColors(); break;                                                // XTPUSHCOLORS
            case Hash | 'Q': PopColors(); break;                                                 // XTPOPCOLORS
            case Apostrophe | '}': screen.InsertColumns(csi.Count(0)); break;                    // DECIC
            case Apostrophe | '~': screen.DeleteColumns(csi.Count(0)); break;                    // DECDC
        }
    }

    /// <summary>CSI ?</summary>
    private void Private(in CsiSequence csi)
    {
        switch (csi.Intermediates << 8 | csi.Final)
        {
            case 'J': LeaveLine(); EraseInDisplay(csi.Value(0), selective: true); break;         // DECSED
            case 'K': LeaveLine(); screen.EraseInLine(csi.Value(0), selective: true); break;     // DECSEL
            case 'W': if (csi.Value(0) == 5) screen.Tabs.Reset(); break;                         // DECST8C
            case 'h': SetPrivateModes(in csi, true); break;                                      // DECSET
            case 'l': SetPrivateModes(in csi, false); break;                                     // DECRST
            case 'm': if (csi.Value(0) == 4) ReportModifyOtherKeys(); break;                     // XTQMODKEYS
            case 'n': ReportPrivateStatus(csi.Value(0)); break;                                  // DSR, DEC
            case 'r': RestoreModes(in csi); break;                                               // XTRESTORE
            case 's': SaveModes(in csi); break;                                                  // XTSAVE
            case 'u': ReportKeyboard(); break;                                                   // kitty keyboard: query
            case Dollar | 'p': ReportPrivateMode(csi.Value(0)); break;                           // DECRQM
        }
    }

    /// <summary>CSI &gt;</summary>
    private void Secondary(in CsiSequence csi)
    {
        switch (csi.Intermediates << 8 | csi.Final)
        {
            case 'c': if (csi.Value(0) == 0) ReportSecondaryAttributes(); break;                 // DA2
            case 'm': SetModifyOtherKeys(in csi); break;                                         // XTMODKEYS
            case 'n': if (csi.Value(0) == 4) SetModifyOtherKeys(default); break;                 // XTMODKEYS, disable
            case 'q': if (csi.Value(0) == 0) ReportVersion(); break;                             // XTVERSION
            case 'u': PushKeyboard(csi.Value(0)); break;                                         // kitty keyboard: push
        }
    }

    /// <summary>CSI =</summary>
    private void Tertiary(in CsiSequence csi)
    {
        switch (csi.Intermediates << 8 | csi.Final)
        {
            case 'c': if (csi.Value(0) == 0) ReportTertiaryAttributes(); break;                  // DA3
            case 'u': ChangeKeyboard(csi.Value(0), csi.Value(1, 1)); break;                      // kitty keyboard: change
        }
    }

    /// <summary>Whether a function without marker moves the cursor or changes what is shown, other than modes, rendition and reports do.</summary>
    private static bool ChangesScreen(byte final) => final is not ((byte)'b' or (byte)'c' or (byte)'g' or (byte)'h' or (byte)'l'
        or (byte)'n' or (byte)'p' or (byte)'q' or (byte)'t' or (byte)'x' or (byte)'y' or (byte)'w');
}
