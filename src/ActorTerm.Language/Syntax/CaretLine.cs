using System.Text;

namespace ActorTerm.Language;

/// <summary>Shows a place in a text: the line around it, and below it a caret. What a terminal would obey instead of show is replaced.</summary>
internal sealed class CaretLine(string text, int offset)
{
    private const int Before = 48;    // UTF-16 units shown on either side, so that the line fits 80 columns
    private const int After = 24;
    private const char Ellipsis = '…';
    private const char WideSpace = '\u3000';

    public override string ToString()
    {
        var start = Whole(Math.Max(0, offset - Before));
        var end = Whole(Math.Min(text.Length, offset + After));
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

    private int Whole(int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    /// <summary>Hangul, CJK and fullwidth blocks of the basic plane (Unicode Standard Annex 11), near enough for a caret.</summary>
    private static bool IsWide(char c) =>
        c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3')
            or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f') or (>= '\uff00' and <= '\uff60');
}
