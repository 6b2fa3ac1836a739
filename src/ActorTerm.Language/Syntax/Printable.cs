using System.Globalization;

namespace ActorTerm.Language;

/// <summary>Text of unknown origin made safe to print: no control characters, no halves of surrogate pairs.</summary>
internal static class Printable
{
    private const int Longest = 32;
    private const char Replacement = '\ufffd';

    public static char Character(string text, int index)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c)) return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? c : Replacement;
        if (char.IsLowSurrogate(c)) return index > 0 && char.IsHighSurrogate(text[index - 1]) ? c : Replacement;
        if (char.IsWhiteSpace(c)) return ' ';
        // Format characters too: a right-to-left override would reorder what follows it.
        return char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format ? Replacement : c;
    }

    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/>, at most 32 units of it.</summary>
    public static string Part(string text, int start, int end)
    {
        var cut = end - start > Longest;
        if (cut) end = start + Longest - (char.IsHighSurrogate(text[start + Longest - 1]) ? 1 : 0);
        var part = string.Create(end - start, (text, start), static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = Character(from.text, from.start + i);
        });
        return cut ? part + "…" : part;
    }
}
