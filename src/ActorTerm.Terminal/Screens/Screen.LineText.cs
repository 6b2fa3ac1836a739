using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Rows;

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

        if (FirstRow(absoluteLine, text.Length) is not { } first) return 0;

        var length = 0;
        for (var row = first; row < EndLine; row++)
        {
            var line = GetLine(row);
            length += line.CopyText(text[length..]);
            if (!line.Wrapped || length == text.Length) break;
        }

        return length;
    }

    /// <summary>
    /// Makes a part of a line's text a link, as OSC 8 does. Rows that are in history already stay as they are; so does all when there is no room for one
    /// more link.
    /// </summary>
    /// <param name="absoluteLine">As <see cref="CopyLineText"/> was given.</param>
    /// <param name="size">How long its destination was.</param>
    /// <param name="start">In UTF-16 units of what it copied.</param>
    /// <param name="uri">Without control characters, which viewers would be sent.</param>
    /// <exception cref="ArgumentException">There is one in it.</exception>
    public void LinkText(long absoluteLine, int size, int start, int length, string uri)
    {
        if (uri.Any(char.IsControl)) throw new ArgumentException("A link's address has no control characters.", nameof(uri));
        if (FirstRow(absoluteLine, size) is not { } first) return;

        var link = _links.Open(uri, null, LinksInUse);
        var (from, to) = (start, start + length);
        for (var row = first; link != 0 && row < EndLine && to > 0; row++)
        {
            var line = GetLine(row);
            var units = line.GetText().Length;
            if (row >= TopAbsoluteLine && from < units)
            {
                var left = line.CharToCellIndex(Math.Max(0, from));
                Link(Touch((int)(row - TopAbsoluteLine)), left, to < units ? line.CharToCellIndex(to) : line.Columns, link);
            }

            (from, to) = (from - units, to - units);
            if (!line.Wrapped) break;
        }
    }

    private void Link(Row row, int from, int to, ushort link)
    {
        for (var column = from; column < to; column++)
        {
            var style = _styles[row.StyleAt(column)];
            style.Link = link;
            row.Restyle(column, 1, _styles.IdOf(in style), Columns);
        }
    }

    /// <summary>Where the text begins that a line is read from; null when the line has left history.</summary>
    private long? FirstRow(long absoluteLine, int size)
    {
        var oldest = IsAlternate ? TopAbsoluteLine : FirstLine;
        if (absoluteLine < oldest) return null;

        var first = absoluteLine;
        for (var room = size / 2; first > oldest && IsWrapped(first - 1) && (room -= Columns) >= 0;) first--;
        return first;
    }

    private bool IsWrapped(long absoluteLine) => absoluteLine >= TopAbsoluteLine
        ? _active[(int)(absoluteLine - TopAbsoluteLine)].Wrapped
        : Scrollback.GetLine(absoluteLine).Wrapped;
}
