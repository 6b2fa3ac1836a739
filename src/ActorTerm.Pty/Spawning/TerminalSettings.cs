using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>The line discipline a new program finds, as a shell expects it: lines, echo, signals by key, UTF-8 (termios(3)).</summary>
internal static unsafe class TerminalSettings
{
    /// <summary>TCSANOW of tcsetattr(3).</summary>
    public const int Now = 0;

    // Bits of termios(3) as numbered by Linux on x64 and arm64 (asm-generic/termbits.h).
    public const uint Signals = 0x1;              // ISIG
    public const uint Canonical = 0x2;            // ICANON
    public const uint Echo = 0x8;                 // ECHO
    private const uint BreakInterrupts = 0x2;     // BRKINT
    private const uint ReturnToNewline = 0x100;   // ICRNL
    private const uint FlowControl = 0x400;       // IXON
    private const uint AnyRestarts = 0x800;       // IXANY
    private const uint BellWhenFull = 0x2000;     // IMAXBEL
    private const uint Utf8 = 0x4000;             // IUTF8: erasing takes a whole character
    private const uint Process = 0x1;             // OPOST
    private const uint NewlineToBoth = 0x4;       // ONLCR
    private const uint Baud38400 = 0xF;           // B38400
    private const uint EightBits = 0x30;          // CS8
    private const uint Receive = 0x80;            // CREAD
    private const uint HangUpOnClose = 0x400;     // HUPCL
    private const uint EchoErase = 0x10;          // ECHOE
    private const uint EchoKill = 0x20;           // ECHOK
    private const uint EchoControl = 0x200;       // ECHOCTL
    private const uint EchoKillErase = 0x800;     // ECHOKE
    private const uint Extended = 0x8000;         // IEXTEN

    /// <summary>Position in c_cc and the key; what is not listed is switched off.</summary>
    private static readonly (int Index, byte Key)[] Keys =
    [
        (0, Control('C')),    // VINTR
        (1, Control('\\')),   // VQUIT
        (2, 0x7F),            // VERASE
        (3, Control('U')),    // VKILL
        (4, Control('D')),    // VEOF
        (6, 1),               // VMIN
        (8, Control('Q')),    // VSTART
        (9, Control('S')),    // VSTOP
        (10, Control('Z')),   // VSUSP
        (12, Control('R')),   // VREPRINT
        (13, Control('O')),   // VDISCARD
        (14, Control('W')),   // VWERASE
        (15, Control('V')),   // VLNEXT
    ];

    public static Termios Default { get; } = Make();

    private static Termios Make()
    {
        var settings = new Termios
        {
            InputModes = BreakInterrupts | ReturnToNewline | FlowControl | AnyRestarts | BellWhenFull | Utf8,
            OutputModes = Process | NewlineToBoth,
            ControlModes = Baud38400 | EightBits | Receive | HangUpOnClose,
            LocalModes = Signals | Canonical | Echo | EchoErase | EchoKill | EchoControl | EchoKillErase | Extended,
            InputSpeed = Baud38400,
            OutputSpeed = Baud38400,
        };
        foreach (var (index, key) in Keys) settings.ControlCharacters[index] = key;
        return settings;
    }

    private static byte Control(char letter) => (byte)(letter & 0x1F);
}
