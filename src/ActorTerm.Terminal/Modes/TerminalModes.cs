using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Modes;

/// <summary>
/// What the program has switched on or off, all of it as a value: what was taken stays as it was. Names and numbers: xterm ctlseqs, DECSET and SM.
/// </summary>
public readonly record struct TerminalModes
{
    /// <summary>The modes of a terminal after a reset.</summary>
    public static TerminalModes Initial { get; } = new() { Set = TerminalMode.Initial };

    internal TerminalMode Set { get; init; }

    /// <summary>DECCKM, mode ? 1.</summary>
    public bool ApplicationCursorKeys => Is(TerminalMode.ApplicationCursorKeys);

    /// <summary>DECNKM, mode ? 66, also DECKPAM and DECKPNM.</summary>
    public bool ApplicationKeypad => Is(TerminalMode.ApplicationKeypad);

    /// <summary>DECBKM, mode ? 67.</summary>
    public bool BackarrowIsBackspace => Is(TerminalMode.BackarrowIsBackspace);

    /// <summary>LNM, mode 20: LF also returns the carriage, and Enter sends CR LF.</summary>
    public bool NewLine => Is(TerminalMode.NewLine);

    /// <summary>IRM, mode 4.</summary>
    public bool Insert => Is(TerminalMode.Insert);

    /// <summary>DECSCNM, mode ? 5: the whole screen in inverse colours.</summary>
    public bool ReverseVideo => Is(TerminalMode.ReverseVideo);

    /// <summary>DECOM, mode ? 6.</summary>
    public bool Origin => Is(TerminalMode.Origin);

    /// <summary>DECAWM, mode ? 7; on after a reset.</summary>
    public bool AutoWrap => Is(TerminalMode.AutoWrap);

    /// <summary>Mode ? 45: backspace at the left edge goes to the end of the line before.</summary>
    public bool ReverseWrap => Is(TerminalMode.ReverseWrap);

    /// <summary>DECTCEM, mode ? 25; on after a reset.</summary>
    public bool CursorVisible => Is(TerminalMode.CursorVisible);

    /// <summary>DECLRMM, mode ? 69: left and right margins may be set.</summary>
    public bool LeftRightMargins => Is(TerminalMode.LeftRightMargins);

    /// <summary>Mode ? 1004: the program wants CSI I and CSI O when the terminal gains and loses focus.</summary>
    public bool FocusReporting => Is(TerminalMode.FocusReporting);

    /// <summary>Mode ? 1007: on the alternate screen the wheel sends cursor keys while the mouse is not tracked; on after a reset.</summary>
    public bool AlternateScroll => Is(TerminalMode.AlternateScroll);

    /// <summary>Mode ? 2004.</summary>
    public bool BracketedPaste => Is(TerminalMode.BracketedPaste);

    /// <summary>Mode ? 2026: the program is in the middle of drawing; viewers keep what they have.</summary>
    public bool SynchronizedOutput => Is(TerminalMode.SynchronizedOutput);

    /// <summary>Mode ? 2027: grapheme clusters are drawn whole.</summary>
    public bool GraphemeClusters => Is(TerminalMode.GraphemeClusters);

    /// <summary>Mode ? 2048: a change of size is reported in the stream.</summary>
    public bool InBandResize => Is(TerminalMode.InBandResize);

    /// <summary>Modes ? 9, 1000, 1002 and 1003, of which one holds at a time.</summary>
    public MouseTracking MouseTracking { get; internal init; }

    /// <summary>Modes ? 1005, 1006, 1015 and 1016, of which one holds at a time.</summary>
    public MouseEncoding MouseEncoding { get; internal init; }

    /// <summary>CSI &gt; 4 ; n m.</summary>
    public ModifyOtherKeys ModifyOtherKeys { get; internal init; }

    /// <summary>The flags on top of the active screen's stack of the kitty keyboard protocol.</summary>
    public KittyKeyboardFlags KittyKeyboard { get; internal init; }

    /// <summary>DECSCUSR, and mode ? 12 for the blinking.</summary>
    public CursorShape CursorShape { get; internal init; }

    /// <summary>Whether DECSCUSR chose the cursor's shape; false after a reset and after DECSCUSR 0, when a terminal shows whatever it likes to.</summary>
    public bool CursorStyleIsSet { get; internal init; }

    public bool CursorBlinks => Is(TerminalMode.CursorBlink);

    /// <summary>What decides the bytes of a key.</summary>
    public KeyModes Keys => new(ApplicationCursorKeys, ApplicationKeypad, BackarrowIsBackspace, NewLine, ModifyOtherKeys, KittyKeyboard);

    internal bool Is(TerminalMode mode) => (Set & mode) != 0;

    internal TerminalModes With(TerminalMode mode, bool on) => this with { Set = on ? Set | mode : Set & ~mode };
}

/// <summary>DECSCUSR.</summary>
public enum CursorShape : byte
{
    Block,
    Underline,
    Bar,
}
