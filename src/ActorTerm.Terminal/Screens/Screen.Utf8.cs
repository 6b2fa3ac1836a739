using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>Prints UTF-8 text up to the first control character or incomplete character, and says how many bytes that was.</summary>
    internal int PrintUtf8(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var first = text[at];
            if (first is < 0x20 or 0x7f) return at;
            if (_printing == Printing.Plain && (!_pendingWrap || first < 0x80))
            {
                if (_pendingWrap) ResolveWrap();
                var taken = PrintCells(text[at..]);
                at += taken;
                if (taken > 0) continue;
            }

            if (first < 0x80)
            {
                PrintByte(first);
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(text[at..], out var rune, out var length) == OperationStatus.NeedMoreData) return at;
            PrintCharacter(rune.Value);
            at += length;
        }

        return at;
    }

    /// <summary>
    /// Decodes characters straight into the cells of the current row, up to its end, a control character, or a character that needs more care:
    /// one that joins, is ill-formed or incomplete, or does not fit. Returns the bytes taken.
    /// </summary>
    private int PrintCells(ReadOnlySpan<byte> text)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var limit = _column <= _right ? _right + 1 : Columns;
        var row = _active[_row];
        ref var cells = ref row.OpenCells(_column, Columns, out var cut);
        var column = _column;
        var at = 0;
        var last = 0;
        while (column < limit && at < text.Length)
        {
            uint first = Unsafe.Add(ref bytes, at);
            if (first < 0x80)
            {
                if (first - 0x20 >= 0x5f) break;
                Unsafe.Add(ref cells, column++) = last = (int)first;
                at++;
                continue;
            }

            int codePoint;
            int length;
            if (first - 0xc2 <= 0xdf - 0xc2 && at + 1 < text.Length)
            {
                uint second = Unsafe.Add(ref bytes, at + 1);
                if ((second & 0xc0) != 0x80) break;
                codePoint = (int)((first & 0x1f) << 6 | second & 0x3f);
                length = 2;
            }
            else if ((first & 0xf0) == 0xe0 && at + 2 < text.Length)
            {
                uint second = Unsafe.Add(ref bytes, at + 1), third = Unsafe.Add(ref bytes, at + 2);
                codePoint = (int)((first & 0x0f) << 12 | (second & 0x3f) << 6 | third & 0x3f);
                if (((second ^ 0x80 | third ^ 0x80) & 0xc0) != 0 || codePoint < 0x800 || (uint)(codePoint - 0xd800) < 0x800) break;
                length = 3;
            }
            else if ((first & 0xf8) == 0xf0 && at + 3 < text.Length)
            {
                uint second = Unsafe.Add(ref bytes, at + 1), third = Unsafe.Add(ref bytes, at + 2), fourth = Unsafe.Add(ref bytes, at + 3);
                codePoint = (int)((first & 0x07) << 18 | (second & 0x3f) << 12 | (third & 0x3f) << 6 | fourth & 0x3f);
                if (((second ^ 0x80 | third ^ 0x80 | fourth ^ 0x80) & 0xc0) != 0 || (uint)(codePoint - 0x10000) > 0xfffff) break;
                length = 4;
            }
            else
            {
                break;
            }

            var width = CodePointWidth.Of(codePoint);
            if (width == 0 || column + width > limit) break;
            Unsafe.Add(ref cells, column) = codePoint;
            if (width == 2) Unsafe.Add(ref cells, column + 1) = Cell.Tail;
            column += width;
            at += length;
            last = codePoint;
        }

        if (column == _column) return 0;
        row.CloseCells(_column, column, cut, PenId(), Columns);
        row.Stamp = _epoch;
        _printed = true;
        _lastGraphic = last;
        Advance(column - _column, limit);
        return at;
    }
}
