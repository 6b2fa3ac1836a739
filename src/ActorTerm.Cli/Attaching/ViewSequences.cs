namespace ActorTerm.Cli.Attaching;

/// <summary>What a view's terminal is sent before the first frame and after the last (xterm ctlseqs).</summary>
internal static class ViewSequences
{
    /// <summary>
    /// Saves the title, what the wheel does and the keyboard's flags, takes the alternate screen, and sets what frames rely on: keys of the kitty protocol, wrapping, no
    /// origin mode, no margins, no insert mode, G0 in GL as ASCII.
    /// </summary>
    public static ReadOnlySpan<byte> Enter => "\e[22;0t\e[?1007s\e[?1049h\e[>5u\e[?7h\e[?6l\e[?69l\e[r\e[4l\e(B\x0f\e[m\e[2J\e[H"u8;

    /// <summary>
    /// Ends every mode that a frame may have set, whichever it did, and gives back screen, wheel, keyboard flags, title and cursor. Harmless
    /// when sent twice, or to a terminal that was never entered.
    /// </summary>
    public static ReadOnlySpan<byte> Leave =>
        "\e[?2026l\e[m\e]8;;\e\\\e[?2027l\e[r\e[?1l\e[?5l\e[?66l\e>\e[?67l\e[?9l\e[?1000l\e[?1002l\e[?1003l\e[?1006l\e[?1004l\e[?2004l\e[>4m\e[<u\e[0 q\e[?25h\e[?1007r\e[?1049l\e[23;0t"u8;

    /// <summary>An empty screen with the cursor hidden at its top, in plain style: for what the view draws itself.</summary>
    public static ReadOnlySpan<byte> Blank => "\e[m\e[?25l\e[H\e[2J"u8;

    /// <summary>Keys as a terminal after a reset sends them, until <see cref="PreviousKeys"/>: the flags of the kitty protocol are pushed.</summary>
    public static ReadOnlySpan<byte> PlainKeys => "\e[>0u"u8;

    /// <summary>Keys as frames ask for them: flags 1 and 4 of the kitty protocol are pushed.</summary>
    public static ReadOnlySpan<byte> ViewKeys => "\e[>5u"u8;

    /// <summary>Ends <see cref="PlainKeys"/> or <see cref="ViewKeys"/>.</summary>
    public static ReadOnlySpan<byte> PreviousKeys => "\e[<u"u8;

    public static ReadOnlySpan<byte> ShowCursor => "\e[?25h"u8;
}
