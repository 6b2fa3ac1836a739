using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTerm.Terminal.Rows;

internal sealed partial class Row
{
    /// <summary>Overwrites cells with printable ASCII.</summary>
    /// <param name="columns">Of the screen: how large a plane that must be made shall be.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteAscii(int column, ReadOnlySpan<byte> text, int style, int columns)
    {
        var end = column + text.Length;
        if (_wide || column > Used || end > _ascii.Length)
        {
            WriteAsciiWithCare(column, text, style, columns);
            return;
        }

        CopyShort(text, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ascii), column));
        SetStyle(column, text.Length, style, columns);
        if (end > Used) Used = end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteAsciiWithCare(int column, ReadOnlySpan<byte> text, int style, int columns)
    {
        var end = column + text.Length;
        if (column > Used) FillGap(column, columns);
        if (_wide)
        {
            WriteAsciiAsCells(column, text, columns);
        }
        else
        {
            if (end > _ascii.Length) GrowAscii(end, columns);
            text.CopyTo(_ascii.AsSpan(column));
        }

        SetStyle(column, text.Length, style, columns);
        if (end > Used) Used = end;
    }

    /// <summary>Words are too short for the call that copying any length costs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShort(ReadOnlySpan<byte> text, ref byte to)
    {
        ref var from = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        if (length > 16)
        {
            text.CopyTo(MemoryMarshal.CreateSpan(ref to, length));
        }
        else if (length >= 8)
        {
            var (head, tail) = (Unsafe.ReadUnaligned<ulong>(ref from), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, length - 8)));
            Unsafe.WriteUnaligned(ref to, head);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, length - 8), tail);
        }
        else if (length >= 4)
        {
            var (head, tail) = (Unsafe.ReadUnaligned<uint>(ref from), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref from, length - 4)));
            Unsafe.WriteUnaligned(ref to, head);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, length - 4), tail);
        }
        else
        {
            for (var i = 0; i < length; i++) Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
        }
    }

    private void WriteAsciiAsCells(int column, ReadOnlySpan<byte> text, int columns)
    {
        EnsureCells(columns);
        CutWide(column, column + text.Length);
        WidenTo(text, ref _cells![column]);
    }

    /// <summary>Overwrites one cell, or two for a wide character.</summary>
    public void WriteCell(int column, int cell, int width, int style, int columns)
    {
        if (column > Used) FillGap(column, columns);
        EnsureCells(columns);
        CutWide(column, column + width);
        _cells![column] = cell;
        if (width == 2) _cells[column + 1] = Cell.Tail;
        SetStyle(column, width, style, columns);
        Used = Math.Max(Used, column + width);
    }

    /// <summary>
    /// The text plane itself, for a writer that fills it from a column on and then calls <see cref="CloseCells"/> if it wrote anything. From
    /// <see cref="Used"/> on it may scribble over <see cref="Slack"/> cells more than it fills.
    /// </summary>
    /// <param name="cut">Whether the column is the right half of a wide character.</param>
    public ref int OpenCells(int column, int columns, out bool cut)
    {
        if (column > Used) FillGap(column, columns);
        EnsureCells(columns);
        cut = column < Used && _cells![column] == Cell.Tail;
        return ref MemoryMarshal.GetArrayDataReference(_cells!);
    }

    public void CloseCells(int from, int to, bool cut, int style, int columns)
    {
        if (cut) _cells![from - 1] = Cell.Empty;
        if (to < Used && _cells![to] == Cell.Tail) _cells[to] = Cell.Empty;
        SetStyle(from, to - from, style, columns);
        if (to > Used) Used = to;
    }

    /// <summary>Replaces what a cell shows and nothing else: for a code point that joins it.</summary>
    public void ReplaceCell(int column, int cell, int columns)
    {
        EnsureCells(columns);
        _cells![column] = cell;
    }

    /// <summary>Empties cells and gives them a style, the erase style of the screen.</summary>
    public void Erase(int from, int to, int style, int columns)
    {
        if (from >= to) return;
        if (style == 0)
        {
            if (from >= Used) return;
            if (to >= Used)
            {
                Truncate(from);
                return;
            }
        }
        else if (from > Used)
        {
            FillGap(from, columns);
        }

        if (_wide)
        {
            EnsureCells(columns);
            CutWide(from, to);
            _cells.AsSpan(from, to - from).Clear();
        }
        else if (from < _ascii.Length)
        {
            _ascii.AsSpan(from, Math.Min(to, _ascii.Length) - from).Clear();
        }

        SetStyle(from, to - from, style, columns);
        Used = Math.Max(Used, to);
    }

    /// <summary>Empties everything from a column on, in the default style.</summary>
    private void Truncate(int from)
    {
        if (_wide && _cells![from] == Cell.Tail) _cells[from - 1] = Cell.Empty;
        Used = from;
        if (from > 0)
        {
            TruncateStyles(from);
            return;
        }

        _uniform = 0;
        _wide = false;
        _form = StyleForm.Uniform;
    }

    /// <summary>Makes the cells from <see cref="Used"/> up to a column used: empty, in the default style.</summary>
    private void FillGap(int to, int columns)
    {
        var from = Used;
        if (_wide)
        {
            EnsureCells(columns);
            _cells.AsSpan(from, to - from).Clear();
        }
        else if (from < _ascii.Length)
        {
            _ascii.AsSpan(from, Math.Min(to, _ascii.Length) - from).Clear();
        }

        SetStyle(from, to - from, 0, columns);
        Used = to;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EnsureCells(int columns)
    {
        if (!_wide) PromoteText(columns);
        else if (_cells!.Length < columns + Slack) Array.Resize(ref _cells, columns + Slack);
    }

    /// <summary>Blanks the halves of wide characters that a write of [from, to) would leave without their other half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CutWide(int from, int to)
    {
        if (from < Used && _cells![from] == Cell.Tail) _cells[from - 1] = Cell.Empty;
        if (to < Used && _cells![to] == Cell.Tail) _cells[to] = Cell.Empty;
    }

    private static void WidenTo(ReadOnlySpan<byte> text, ref int cells)
    {
        ref var source = ref MemoryMarshal.GetReference(text);
        var i = 0;
        for (; i + 16 <= text.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)i));
            var (a, b) = Vector128.Widen(low);
            var (c, d) = Vector128.Widen(high);
            a.AsInt32().StoreUnsafe(ref cells, (nuint)i);
            b.AsInt32().StoreUnsafe(ref cells, (nuint)i + 4);
            c.AsInt32().StoreUnsafe(ref cells, (nuint)i + 8);
            d.AsInt32().StoreUnsafe(ref cells, (nuint)i + 12);
        }

        for (; i < text.Length; i++) Unsafe.Add(ref cells, i) = Unsafe.Add(ref source, i);
    }
}
