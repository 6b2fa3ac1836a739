namespace ActorTerm.Terminal.Views;

/// <summary>The two ends of a view: what a viewer's terminal is sent before the first frame and after the last.</summary>
public static class ViewerTerminal
{
    /// <summary>
    /// Saves the title and the keyboard's flags, takes the alternate screen, and sets what frames rely on: wrapping on, no margins, no insert
    /// mode, no origin mode, G0 in GL as ASCII.
    /// </summary>
    public static ReadOnlySpan<byte> Enter => "\e[22;0t\e[?1049h\e[>0u\e[?7h\e[?6l\e[?69l\e[r\e[4l\e(B\x0f\e[m\e[2J\e[H"u8;

    /// <summary>
    /// Ends every mode a frame may have set, whichever it did, and gives back screen, keyboard flags, title and cursor. Harmless when sent
    /// twice, or to a terminal that was never entered.
    /// </summary>
    public static ReadOnlySpan<byte> Leave =>
        "\e[?2026l\e[m\e]8;;\e\\\e[?2027l\e[r\e[?1l\e[?5l\e[?66l\e>\e[?67l\e[?9l\e[?1000l\e[?1002l\e[?1003l\e[?1006l\e[?1004l\e[?2004l\e[>4m\e[<u\e[0 q\e[?25h\e[?1049l\e[23;0t"u8;
}
