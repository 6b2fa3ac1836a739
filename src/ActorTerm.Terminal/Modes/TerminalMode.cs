namespace ActorTerm.Terminal.Modes;

/// <summary>The modes that are on or off. Names and numbers: xterm ctlseqs, "DECSET" and "SM"; which number is which: <see cref="ModeTable"/>.</summary>
[Flags]
internal enum TerminalMode : ulong
{
    None = 0,
    KeyboardLocked = 1ul << 0,               // KAM
    Insert = 1ul << 1,                       // IRM
    SendReceive = 1ul << 2,                  // SRM: set means no local echo
    NewLine = 1ul << 3,                      // LNM
    ApplicationCursorKeys = 1ul << 4,        // DECCKM
    Columns132 = 1ul << 5,                   // DECCOLM
    SmoothScroll = 1ul << 6,                 // DECSCLM
    ReverseVideo = 1ul << 7,                 // DECSCNM
    Origin = 1ul << 8,                       // DECOM
    AutoWrap = 1ul << 9,                     // DECAWM
    AutoRepeat = 1ul << 10,                  // DECARM
    CursorBlink = 1ul << 11,                 // AT&T 610
    CursorVisible = 1ul << 12,               // DECTCEM
    Allow132Columns = 1ul << 13,
    NationalCharsets = 1ul << 14,            // DECNRCM
    ReverseWrap = 1ul << 15,
    ApplicationKeypad = 1ul << 16,           // DECNKM
    BackarrowIsBackspace = 1ul << 17,        // DECBKM
    LeftRightMargins = 1ul << 18,            // DECLRMM
    KeepScreenOn132 = 1ul << 19,             // DECNCSM
    FocusReporting = 1ul << 20,
    AlternateScroll = 1ul << 21,
    EightBitMeta = 1ul << 22,
    MetaSendsEscape = 1ul << 23,
    AltSendsEscape = 1ul << 24,
    ExtendedReverseWrap = 1ul << 25,
    BracketedPaste = 1ul << 26,
    SynchronizedOutput = 1ul << 27,
    GraphemeClusters = 1ul << 28,
    InBandResize = 1ul << 29,

    /// <summary>After a reset.</summary>
    Initial = SendReceive | AutoWrap | AutoRepeat | CursorVisible | AlternateScroll | MetaSendsEscape,
}
