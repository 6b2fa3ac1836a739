using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Views;

/// <summary>Text from programs on its way into a viewer's terminal, where a control character in a title or a link would be obeyed.</summary>
internal static class PrintableText
{
    /// <summary>Writes the text without its control characters, C0 and C1 alike.</summary>
    public static void Write(ref AnsiWriter to, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!IsControl(rune.Value)) to.Character(rune.Value);
    }

    /// <summary>
    /// Writes as much as fits, each character where its width says, and returns the columns written. Characters without width stay with the one
    /// before; controls are left out.
    /// </summary>
    public static int Write(ref AnsiWriter to, ReadOnlySpan<char> text, int columns)
    {
        var written = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsControl(rune.Value)) continue;
            var width = CodePointWidth.Of(rune.Value);
            if (written + width > columns) break;
            to.Character(rune.Value);
            written += width;
        }

        return written;
    }

    /// <summary>Columns that <see cref="Write(ref AnsiWriter, ReadOnlySpan{char}, int)"/> would take with room enough.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            if (!IsControl(rune.Value)) width += CodePointWidth.Of(rune.Value);
        return width;
    }

    private static bool IsControl(int codePoint) => codePoint is < 0x20 or (>= 0x7f and < 0xa0);
}
