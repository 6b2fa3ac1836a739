using System.Text;

namespace ActorTerm.Language;

/// <summary>Shows a place in a text to people. What a terminal would obey instead of show is replaced.</summary>
public static class Caret
{
    private const int Before = 48;    // UTF-16 units shown on either side, so that the line fits 80 columns
    private const int After = 24;
    private const char Ellipsis = '…';
    private const char WideSpace = '\u3000';

    /// <summary>Two lines that fit 80 columns: the text around the place, and a caret under it.</summary>
    /// <param name="offset">In UTF-16 units, from 0 to the text's length: <see cref="SyntaxError.Offset"/>, <see cref="EvaluationError.Offset"/>.</param>
    public static string Under(string text, int offset)
    {
        var start = Whole(text, Math.Max(0, offset - Before));
        var end = Whole(text, Math.Min(text.Length, offset + After));
        var shown = new StringBuilder();
        var below = new StringBuilder();

        if (start > 0)
        {
            shown.Append(Ellipsis);
            below.Append(' ');
        }
        for (var i = start; i < end; i++)
        {
            shown.Append(Printable.Character(text, i));
            // A pair of surrogates is two units and, with few exceptions, two columns; a wide character below them needs a wide space.
            if (i < offset) below.Append(IsWide(text[i]) ? WideSpace : ' ');
        }
        if (end < text.Length) shown.Append(Ellipsis);
        return shown.Append('\n').Append(below).Append('^').ToString();
    }

    private static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    /// <summary>Hangul, CJK and fullwidth blocks of the basic plane (Unicode Standard Annex 11), near enough for a caret.</summary>
    private static bool IsWide(char c) =>
        c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60');
}
