using System.Reflection;
using System.Text;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Replies;

namespace ActorTerm.Terminal.Control;

/// <summary>Answers about what the terminal is and how it stands: constants and numbers in range, nothing else.</summary>
internal sealed partial class ControlFunctions
{
    /// <summary>A cell in pixels, for programs that insist: there are no pixels here.</summary>
    private const int CellWidth = 8;

    private const int CellHeight = 16;

    /// <summary>The patch of xterm whose repertoire this is; programs decide by it what they may ask for.</summary>
    private const int XtermPatch = 380;

    private static readonly byte[] Version = Encoding.ASCII.GetBytes(
        typeof(ControlFunctions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    /// <summary>
    /// DA1: VT420 (64) with 132 columns, selective erase, national sets, technical characters, horizontal scrolling, colour, rectangles.
    /// </summary>
    private void ReportPrimaryAttributes() => Reply("\e[?64;1;6;9;15;21;22;28c"u8);

    /// <summary>DA2: 41 is VT420.</summary>
    private void ReportSecondaryAttributes() => ReportNumbers("\e[>"u8, [41, XtermPatch, 0], "c"u8);

    /// <summary>DA3: the unit's number, which is none.</summary>
    private void ReportTertiaryAttributes() => Reply("\eP!|00000000\e\\"u8);

    private void ReportVersion()
    {
        var reply = new ReplyWriter(stackalloc byte[64]);
        reply.Add("\eP>|ActorTerm("u8);
        reply.Add(Version);
        reply.Add(")\e\\"u8);
        Reply(reply.Bytes);
    }

    /// <summary>DSR of ECMA-48.</summary>
    private void ReportStatus(int what)
    {
        if (what == 5) Reply("\e[0n"u8);
        if (what != 6) return;
        var (row, column) = screen.ReportedPosition;
        ReportNumbers("\e["u8, [row, column], "R"u8);                                     // CPR
    }

    /// <summary>DSR of DEC: VT420 Programmer Reference, chapter 8, "Device Status Reports".</summary>
    private void ReportPrivateStatus(int what)
    {
        switch (what)
        {
            case 6:
                var (row, column) = screen.ReportedPosition;
                ReportNumbers("\e[?"u8, [row, column, 1], "R"u8);                         // DECXCPR, page 1
                break;
            case 15: Reply("\e[?13n"u8); break;                                           // no printer
            case 25: Reply("\e[?21n"u8); break;                                           // user-defined keys are locked
            case 26: Reply("\e[?27;1;0;0n"u8); break;                                     // keyboard: North American
            case 53 or 55: Reply("\e[?53n"u8); break;                                     // no locator
            case 56: Reply("\e[?57;0n"u8); break;                                         // its kind: none
            case 62: Reply("\e[0*{"u8); break;                                            // no room for macros
            case 63: Reply("\eP1!~0000\e\\"u8); break;                                    // checksum of macros: there are none
            case 75: Reply("\e[?70n"u8); break;                                           // no malfunction
            case 85: Reply("\e[?83n"u8); break;                                           // one session only
        }
    }

    /// <summary>DECREQTPARM: no parity, 8 bits, 38400 baud, as the line always is here.</summary>
    private void ReportParameters(int what)
    {
        if (what is 0 or 1) ReportNumbers("\e["u8, [what + 2, 1, 1, 128, 128, 1, 0], "x"u8);
    }

    /// <summary>DECRQM: 0 unknown, 1 set, 2 reset, 4 permanently reset.</summary>
    private void ReportAnsiMode(int number)
    {
        var mode = ModeTable.Ansi(number);
        var state = mode != TerminalMode.None ? Modes.Is(mode) ? 1 : 2 : number is 1 or 3 or 5 or 7 or (>= 10 and <= 19) ? 4 : 0;
        ReportNumbers("\e["u8, [number, state], "$y"u8);
    }

    private void ReportPrivateMode(int number)
    {
        var state = PrivateModeState(number) switch
        {
            true => 1,
            false => 2,
            null => number is 1048 ? screen.IsCursorSaved ? 1 : 2 : 0,
        };
        ReportNumbers("\e[?"u8, [number, state], "$y"u8);
    }

    private void ReportKeyboard() => ReportNumbers("\e[?"u8, [(int)Modes.KittyKeyboard], "u"u8);

    private void ReportModifyOtherKeys() => ReportNumbers("\e[>4;"u8, [(int)Modes.ModifyOtherKeys], "m"u8);

    /// <summary>Mode ? 2048: rows, columns, and both in pixels.</summary>
    public void ReportSize() => ReportNumbers(
        "\e[48;"u8, [screen.Rows, screen.Columns, screen.Rows * CellHeight, screen.Columns * CellWidth], "t"u8);

    /// <summary>Only behind its gate: the text is the program's, and on its way back only control characters are taken from it.</summary>
    private void ReportTitle(ReadOnlySpan<byte> start, string title)
    {
        var text = Encoding.UTF8.GetBytes(title);
        var reply = new ReplyWriter(new byte[start.Length + text.Length + 2]);
        reply.Add(start);
        reply.Add(text);
        reply.Add("\e\\"u8);
        Reply(reply.Bytes);
    }

    /// <summary>Numbers with semicolons between a start and an end.</summary>
    private void ReportNumbers(ReadOnlySpan<byte> start, ReadOnlySpan<int> numbers, ReadOnlySpan<byte> end)
    {
        var reply = new ReplyWriter(stackalloc byte[96]);
        reply.Add(start);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0) reply.AddByte((byte)';');
            reply.AddNumber(numbers[i]);
        }

        reply.Add(end);
        Reply(reply.Bytes);
    }
}
