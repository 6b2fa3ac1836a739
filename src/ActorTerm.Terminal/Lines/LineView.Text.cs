using System.Text;
using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Lines;

public readonly ref partial struct LineView
{
    /// <summary>The text, with a space for each empty cell that has text to its right; nothing for the right halves of wide characters.</summary>
    public string GetText()
    {
        switch (_text)
        {
            case Text.Ascii:
                return AsciiText();
            case Text.Units when _inlineClusters.IsEmpty:
                return UnitText();
            default:
                var builder = new StringBuilder(Columns);
                AppendTo(builder);
                return builder.ToString();
        }
    }

    /// <summary>Copies what <see cref="GetText"/> returns, cut at the end of the destination.</summary>
    /// <returns>How many UTF-16 units were copied.</returns>
    public int CopyText(Span<char> text)
    {
        if (_text != Text.Ascii)
        {
            var whole = GetText().AsSpan();
            whole = whole[..Math.Min(whole.Length, text.Length)];
            whole.CopyTo(text);
            return whole.Length;
        }

        return CopyAscii(_ascii, text);
    }

    internal static int CopyAscii(ReadOnlySpan<byte> ascii, Span<char> text)
    {
        ascii = ascii[..Math.Min(TextLength(ascii), text.Length)];
        Encoding.Latin1.GetChars(ascii, text);
        if (ascii.Contains((byte)Cell.Empty)) text[..ascii.Length].Replace('\0', ' ');
        return ascii.Length;
    }

    /// <summary>Appends what <see cref="GetText"/> returns.</summary>
    public void AppendTo(StringBuilder builder)
    {
        var empty = 0;
        foreach (var cell in Cells)
        {
            if (cell.IsEmpty)
            {
                empty++;
                continue;
            }

            builder.Append(' ', empty);
            empty = 0;
            foreach (var codePoint in cell.CodePoints) Append(builder, codePoint);
        }
    }

    /// <summary>
    /// The text of written cells only, and for each cell how many of its code points are the cell's: 0 for empty cells and right halves.
    /// </summary>
    /// <param name="codePoints">At least <see cref="Columns"/> long; that many are set.</param>
    public string GetContents(Span<byte> codePoints)
    {
        codePoints[..Columns].Clear();
        var builder = new StringBuilder(Columns);
        foreach (var cell in Cells)
        {
            codePoints[cell.Column] = (byte)cell.CodePoints.Length;
            foreach (var codePoint in cell.CodePoints) Append(builder, codePoint);
        }

        return builder.ToString();
    }

    /// <summary>Where in <see cref="GetText"/> the character of a cell starts, in UTF-16 units; that of its left half for a right half.</summary>
    /// <param name="column">0-based; beyond the text, the text's length.</param>
    public int CellToCharIndex(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        var length = _text == Text.Ascii ? TextLength(_ascii) : -1;
        if (length >= 0) return Math.Min(column, length);

        int index = 0, empty = 0;
        foreach (var cell in Cells)
        {
            if (column < cell.Column + cell.Width) return cell.IsEmpty && !HasTextFrom(cell.Column) ? index : index + empty;
            if (cell.IsEmpty)
            {
                empty++;
                continue;
            }

            index += empty + Utf16Length(cell.CodePoints);
            empty = 0;
        }

        return index;
    }

    /// <summary>The column of the character that the unit at an index of <see cref="GetText"/> belongs to; <see cref="Columns"/> beyond the text.</summary>
    public int CharToCellIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (_text == Text.Ascii) return index < TextLength(_ascii) ? index : Columns;
        var end = 0;
        foreach (var cell in Cells)
        {
            end += cell.IsEmpty ? 1 : Utf16Length(cell.CodePoints);
            if (index < end) return HasTextFrom(cell.Column) ? cell.Column : Columns;
        }

        return Columns;
    }

    private bool HasTextFrom(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column >= column && !cell.IsEmpty) return true;
        }

        return false;
    }

    private string AsciiText()
    {
        var ascii = _ascii[..TextLength(_ascii)];
        if (ascii.IsEmpty) return "";
        var text = Encoding.Latin1.GetString(ascii);
        return ascii.Contains((byte)Cell.Empty) ? text.Replace('\0', ' ') : text;
    }

    private static int TextLength(ReadOnlySpan<byte> ascii) => ascii.LastIndexOfAnyExcept((byte)Cell.Empty) + 1;

    private string UnitText()
    {
        var units = _units[..(_units.LastIndexOfAnyExcept((ushort)Cell.Empty) + 1)];
        return string.Create(units.Length - units.Count((ushort)Cell.Tail), units, static (text, units) =>
        {
            var at = 0;
            foreach (var unit in units)
            {
                if (unit == Cell.Tail) continue;
                text[at++] = unit == Cell.Empty ? ' ' : (char)unit;
            }
        });
    }

    private static int Utf16Length(ReadOnlySpan<int> codePoints)
    {
        var length = 0;
        foreach (var codePoint in codePoints) length += codePoint > char.MaxValue ? 2 : 1;
        return length;
    }

    private static void Append(StringBuilder builder, int codePoint)
    {
        if (codePoint <= char.MaxValue) builder.Append((char)codePoint);
        else builder.Append(new Rune(codePoint));
    }
}
