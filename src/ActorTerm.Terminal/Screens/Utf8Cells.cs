using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Screens;

/// <summary>
/// Decodes UTF-8 into cells: what has a width of its own, is complete and fits. Neighbours are mostly of one kind, so ASCII, alphabets of two
/// bytes and ideographs of three are each taken a vector at a time.
/// </summary>
internal static class Utf8Cells
{
    /// <summary>As <see cref="Overwrite"/>, where nothing stands from the column on and <see cref="Row.Slack"/> cells may be scribbled over.</summary>
    public static int Append(ReadOnlySpan<byte> text, ref int cells, ref int column, int limit)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var at = 0;
        var x = column;
        while (x < limit && text.Length - at >= Vector128<byte>.Count)
        {
            ref var here = ref Unsafe.Add(ref bytes, at);
            ref var cell = ref Unsafe.Add(ref cells, x);
            var first = (uint)here;
            int taken;
            if (first < 0x80)
            {
                taken = Math.Min(Ascii(ref here, ref cell), limit - x);
                x += taken;
                at += taken;
            }
            else if (first < 0xe0)
            {
                taken = Math.Min(Alphabetic(ref here, ref cell), limit - x);
                x += taken;
                at += 2 * taken;
            }
            else if (first < 0xf0)
            {
                taken = Math.Min(Ideographic(ref here, ref cell), limit - x >> 1);
                x += 2 * taken;
                at += 3 * taken;
            }
            else
            {
                taken = 0;
            }

            if (taken > 0) continue;
            var length = One(ref here, Vector128<byte>.Count, ref cell, limit - x, out var width);
            if (length == 0)
            {
                column = x;
                return at;
            }

            x += width;
            at += length;
        }

        column = x;
        return at + Overwrite(text[at..], ref cells, ref column, limit);
    }

    /// <summary>Stops before the first character that needs more care.</summary>
    /// <param name="cells">Of the whole row.</param>
    /// <param name="column">Where to begin; comes back as the column after the last cell.</param>
    /// <param name="limit">One more than the last column.</param>
    /// <returns>The bytes taken.</returns>
    public static int Overwrite(ReadOnlySpan<byte> text, ref int cells, ref int column, int limit)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        var at = 0;
        while (column < limit && at < text.Length)
        {
            var length = One(ref Unsafe.Add(ref bytes, at), text.Length - at, ref Unsafe.Add(ref cells, column), limit - column, out var width);
            if (length == 0) break;
            column += width;
            at += length;
        }

        return at;
    }

    /// <summary>One character. Returns its bytes, or 0 when it needs more care.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int One(ref byte bytes, int available, ref int cell, int room, out int width)
    {
        width = 1;
        uint first = bytes;
        if (first < 0x80)
        {
            if (first - 0x20 >= 0x5f) return 0;
            cell = (int)first;
            return 1;
        }

        int codePoint, length;
        if (first - 0xc2 <= 0xdf - 0xc2 && available > 1)
        {
            uint second = Unsafe.Add(ref bytes, 1);
            if ((second & 0xc0) != 0x80) return 0;
            codePoint = (int)((first & 0x1f) << 6 | second & 0x3f);
            length = 2;
        }
        else if ((first & 0xf0) == 0xe0 && available > 2)
        {
            uint second = Unsafe.Add(ref bytes, 1), third = Unsafe.Add(ref bytes, 2);
            codePoint = (int)((first & 0x0f) << 12 | (second & 0x3f) << 6 | third & 0x3f);
            if (((second ^ 0x80 | third ^ 0x80) & 0xc0) != 0 || codePoint < 0x800 || (uint)(codePoint - 0xd800) < 0x800) return 0;
            length = 3;
        }
        else if ((first & 0xf8) == 0xf0 && available > 3)
        {
            uint second = Unsafe.Add(ref bytes, 1), third = Unsafe.Add(ref bytes, 2), fourth = Unsafe.Add(ref bytes, 3);
            codePoint = (int)((first & 0x07) << 18 | (second & 0x3f) << 12 | (third & 0x3f) << 6 | fourth & 0x3f);
            if (((second ^ 0x80 | third ^ 0x80 | fourth ^ 0x80) & 0xc0) != 0 || (uint)(codePoint - 0x10000) > 0xfffff) return 0;
            length = 4;
        }
        else
        {
            return 0;
        }

        width = CodePointWidth.Of(codePoint);
        if (width == 0 || width > room) return 0;
        cell = codePoint;
        if (width == 2) Unsafe.Add(ref cell, 1) = Cell.Tail;
        return length;
    }

    /// <summary>Up to 16 printable ASCII characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Ascii(ref byte bytes, ref int cell)
    {
        var text = Vector128.LoadUnsafe(ref bytes);
        var others = Vector128.GreaterThan(text - Vector128.Create((byte)0x20), Vector128.Create((byte)(0x7e - 0x20))).ExtractMostSignificantBits();
        var (low, high) = Vector128.Widen(text);
        Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)).AsInt32().StoreUnsafe(ref cell);
        Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high)).AsInt32().StoreUnsafe(ref cell, 8);
        return BitOperations.TrailingZeroCount(others | 1u << 16);
    }

    /// <summary>Up to 8 characters of two bytes in the ranges of Latin, Greek, Cyrillic and Armenian that have no mark without width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Alphabetic(ref byte bytes, ref int cell)
    {
        var pairs = Vector128.LoadUnsafe(ref bytes).AsUInt16();           // the first byte is the lower
        var points = (pairs & Vector128.Create((ushort)0x1f)) << 6 | pairs >> 8 & Vector128.Create((ushort)0x3f);
        var good = Vector128.Equals(pairs & Vector128.Create((ushort)0xc0e0), Vector128.Create((ushort)0x80c0))
            & (Within(points, 0x00a0, 0x02ff) | Within(points, 0x0370, 0x0482) | Within(points, 0x048a, 0x0590));
        Vector256.Create(Vector128.WidenLower(points), Vector128.WidenUpper(points)).AsInt32().StoreUnsafe(ref cell);
        return BitOperations.TrailingZeroCount(~good.ExtractMostSignificantBits());
    }

    /// <summary>Up to 4 characters of three bytes in the ranges of kana, unified ideographs and Hangul syllables, all of them wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Ideographic(ref byte bytes, ref int cell)
    {
        // Each triple into a word of its own, first byte highest; 0xff makes a zero.
        const byte none = 0xff;
        var triples = Vector128.Shuffle(
            Vector128.LoadUnsafe(ref bytes), Vector128.Create(2, 1, 0, none, 5, 4, 3, none, 8, 7, 6, none, 11, 10, 9, none)).AsUInt32();
        var points = triples & Vector128.Create(0x3fu) | triples >> 2 & Vector128.Create(0xfc0u) | triples >> 4 & Vector128.Create(0xf000u);
        var good = Vector128.Equals(triples & Vector128.Create(0xf0c0c0u), Vector128.Create(0xe08080u))
            & (Within(points, 0x4e00, 0x9fff) | Within(points, 0xac00, 0xd7a3) | Within(points, 0x3041, 0x3096) | Within(points, 0x30a1, 0x30fa));
        var tails = Vector128.Create((ulong)Cell.Tail << 32);
        Vector256.Create(Vector128.WidenLower(points) | tails, Vector128.WidenUpper(points) | tails).AsInt32().StoreUnsafe(ref cell);
        return BitOperations.TrailingZeroCount(~good.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Within(Vector128<ushort> points, ushort first, ushort last) =>
        Vector128.LessThanOrEqual(points - Vector128.Create(first), Vector128.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Within(Vector128<uint> points, uint first, uint last) =>
        Vector128.LessThanOrEqual(points - Vector128.Create(first), Vector128.Create(last - first));
}
