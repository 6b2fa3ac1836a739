namespace ActorTerm.Cli.Attaching;

/// <summary>What a view's terminal is sent before the first frame and after the last (xterm ctlseqs).</summary>
internal static class ViewSequences
{
    /// <summary>Saves the title, takes the alternate screen, and sets what frames rely on: wrapping, no margins, no insert or origin mode, ASCII.</summary>
    public static ReadOnlySpan<byte> Enter => "\e[22;0t\e[?1049h\e[?7h\e[?6l\e[r\e[4l\e(B\x0f\e[m\e[2J\e[H"u8;

    /// <summary>Ends every mode that a frame may have set, and gives back screen, title and cursor. Harmless when sent twice.</summary>
    public static ReadOnlySpan<byte> Leave =>
        "\e[?2026l\e[m\e]8;;\e\\\e[r\e[?1l\e[?5l\e>\e[?1000l\e[?1002l\e[?1003l\e[?1006l\e[?1004l\e[?2004l\e[>4m\e[0 q\e[?25h\e[?1049l\e[23;0t"u8;

    /// <summary>An empty screen with the cursor hidden at its top, in plain style: for what the view draws itself.</summary>
    public static ReadOnlySpan<byte> Blank => "\e[m\e[?25l\e[H\e[2J"u8;

    public static ReadOnlySpan<byte> ShowCursor => "\e[?25h"u8;
}
