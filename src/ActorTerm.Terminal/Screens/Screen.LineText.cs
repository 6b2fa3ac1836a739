using ActorTerm.Terminal.Lines;

namespace ActorTerm.Terminal.Screens;

/// <summary>The text of lines as the program wrote them: rows that wrapping made of one are put together again.</summary>
public sealed partial class Screen
{
    /// <summary>Copies the text of the line that a row is part of, as <see cref="LineView.GetText"/> has it, cut at the end of the destination.</summary>
    /// <param name="absoluteLine">Any row of the line; below <see cref="EndLine"/>.</param>
    /// <param name="text">Rows before this one are included as long as they are wide enough for half of it at most.</param>
    /// <returns>How many UTF-16 units were copied: 0 also when the row has left history.</returns>
    public int CopyLineText(long absoluteLine, Span<char> text)
    {
        // Nearly every line: ASCII, on the screen, and no part of a longer one.
        var at = absoluteLine - TopAbsoluteLine;
        if (at > 0 && at < Rows && _active[(int)at] is { IsAscii: true, Wrapped: false } only && !_active[(int)at - 1].Wrapped)
            return LineView.CopyAscii(only.Ascii, text);

        var oldest = IsAlternate ? TopAbsoluteLine : FirstLine;
        if (absoluteLine < oldest) return 0;

        var first = absoluteLine;
        for (var room = text.Length / 2; first > oldest && IsWrapped(first - 1) && (room -= Columns) >= 0;) first--;

        var length = 0;
        for (var row = first; row < EndLine; row++)
        {
            var line = GetLine(row);
            length += line.CopyText(text[length..]);
            if (!line.Wrapped || length == text.Length) break;
        }

        return length;
    }

    private bool IsWrapped(long absoluteLine) => absoluteLine >= TopAbsoluteLine
        ? _active[(int)(absoluteLine - TopAbsoluteLine)].Wrapped
        : Scrollback.GetLine(absoluteLine).Wrapped;
}
