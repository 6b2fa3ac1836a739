using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using ActorTerm.Terminal.Rows;

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
                at += PrintCells(text[at..]);
                if (at == text.Length) return at;

                // The row is full, a control character follows, or a character that is best printed by itself.
                first = text[at];
                if (_pendingWrap || first < 0x80) continue;
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
        var limit = _column <= _right ? _right + 1 : Columns;
        var row = _active[_row];
        ref var cells = ref row.OpenCells(_column, Columns, out var cut);
        var column = _column;
        var at = row.Used == column
            ? Utf8Cells.Append(text, ref cells, ref column, limit)
            : Utf8Cells.Overwrite(text, ref cells, ref column, limit);
        if (column == _column) return 0;

        row.CloseCells(_column, column, cut, PenId(), Columns);
        row.Stamp = _epoch;
        _printed = true;
        var last = Unsafe.Add(ref cells, column - 1);
        _lastGraphic = last == Cell.Tail ? Unsafe.Add(ref cells, column - 2) : last;
        Advance(column - _column, limit);
        return at;
    }
}
