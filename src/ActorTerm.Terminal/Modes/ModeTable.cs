namespace ActorTerm.Terminal.Modes;

/// <summary>Which number stands for which of the modes that are merely on or off. Those that do something when set are in the control functions.</summary>
internal static class ModeTable
{
    /// <summary>SM and RM.</summary>
    public static TerminalMode Ansi(int number) => number switch
    {
        2 => TerminalMode.KeyboardLocked,
        4 => TerminalMode.Insert,
        12 => TerminalMode.SendReceive,
        20 => TerminalMode.NewLine,
        _ => TerminalMode.None,
    };

    /// <summary>DECSET and DECRST.</summary>
    public static TerminalMode Private(int number) => number switch
    {
        1 => TerminalMode.ApplicationCursorKeys,
        3 => TerminalMode.Columns132,
        4 => TerminalMode.SmoothScroll,
        5 => TerminalMode.ReverseVideo,
        6 => TerminalMode.Origin,
        7 => TerminalMode.AutoWrap,
        8 => TerminalMode.AutoRepeat,
        12 => TerminalMode.CursorBlink,
        25 => TerminalMode.CursorVisible,
        40 => TerminalMode.Allow132Columns,
        42 => TerminalMode.NationalCharsets,
        45 => TerminalMode.ReverseWrap,
        66 => TerminalMode.ApplicationKeypad,
        67 => TerminalMode.BackarrowIsBackspace,
        69 => TerminalMode.LeftRightMargins,
        95 => TerminalMode.KeepScreenOn132,
        1004 => TerminalMode.FocusReporting,
        1007 => TerminalMode.AlternateScroll,
        1034 => TerminalMode.EightBitMeta,
        1036 => TerminalMode.MetaSendsEscape,
        1039 => TerminalMode.AltSendsEscape,
        1045 => TerminalMode.ExtendedReverseWrap,
        2004 => TerminalMode.BracketedPaste,
        2026 => TerminalMode.SynchronizedOutput,
        2027 => TerminalMode.GraphemeClusters,
        2048 => TerminalMode.InBandResize,
        _ => TerminalMode.None,
    };
}
