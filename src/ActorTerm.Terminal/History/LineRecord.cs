using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.History;

/// <summary>
/// A row as immutable bytes:
/// <code>
/// flags     1 byte    below
/// columns   varint    cells, without trailing empty ones in the default style
/// text      columns bytes of ASCII, or columns UTF-16 units: a cell each, 0 where empty, <see cref="Cell.Tail"/> right of a wide character,
///           <see cref="ClusterUnit"/> where the next of the clusters stands
/// clusters  varint length of what follows, then for each: varint length, UTF-8; only with HasClusters
/// runs      (varint cells, two bytes of style number) until the end of the record; only with HasRuns
/// </code>
/// </summary>
internal static class LineRecord
{
    /// <summary>The unit that stands for a character above U+FFFF or a cluster. A surrogate, so no character of its own.</summary>
    public const ushort ClusterUnit = 0xd800;

    [Flags]
    public enum Flags : byte
    {
        Wrapped = 1,
        Utf16 = 2,
        HasRuns = 4,
        HasClusters = 8,
    }

    /// <summary>Bits of <see cref="LineSize"/> within the flags.</summary>
    public const int SizeShift = 4;

    private const int MaxVarint = 3;                         // numbers below 2^21: columns, bytes of clusters in a line
    private const int StyleLength = sizeof(ushort);
    private const int MaxRun = MaxVarint + StyleLength;

    /// <summary>An upper bound of what <see cref="Write"/> needs for a row.</summary>
    public static int MaxLength(Row row) => MaxLengthWithoutClusters(row) + (row.IsAscii ? 0 : ClusterBytes(row.Cells));

    private static int MaxLengthWithoutClusters(Row row)
    {
        var runs = row.IsUniform ? 1 : row.Runs.IsEmpty ? row.Used : row.Runs.Length;
        return 1 + MaxVarint + (row.IsAscii ? row.Used : 2 * row.Used) + runs * MaxRun;
    }

    /// <summary>Writes the record and returns its length.</summary>
    /// <param name="to">Of <see cref="MaxLength"/> bytes it is sure to be enough.</param>
    /// <param name="numbers">Which style numbers the record gets.</param>
    /// <returns>0 when there may not be room enough; then what was there is lost.</returns>
    public static int Write<TNumbers>(Row row, GraphemeTable clusters, Span<byte> to, TNumbers numbers) where TNumbers : struct, IStyleNumbers
    {
        var most = MaxLengthWithoutClusters(row);
        if (to.Length < most) return 0;

        var length = row.ContentLength();
        var flags = (Flags)((int)row.Size << SizeShift);
        if (row.Wrapped) flags |= Flags.Wrapped;

        var at = WriteVarint(to, 1, length);
        if (row.IsAscii)
        {
            var ascii = row.Ascii;
            if (ascii.Length > length) ascii = ascii[..length];
            ascii.CopyTo(to[at..]);
            to.Slice(at + ascii.Length, length - ascii.Length).Clear();
            at += length;
        }
        else
        {
            flags |= Flags.Utf16;
            var cells = row.Cells[..length];
            var units = to.Slice(at, 2 * length);
            at += 2 * length;
            if (Narrow(cells, units))
            {
                if (to.Length < most + ClusterBytes(cells)) return 0;
                flags |= Flags.HasClusters;
                at = WriteClusters(cells, clusters, units, to, at);
            }
        }

        if (row.IsUniform)
        {
            if (row.UniformStyle != 0)
            {
                flags |= Flags.HasRuns;
                at = WriteRun(to, at, length, numbers.Of(row.UniformStyle));
            }
        }
        else
        {
            flags |= Flags.HasRuns;
            at = row.Runs.IsEmpty ? WriteRuns(row.StyleIds[..length], to, at, numbers) : WriteRuns(row.Runs, length, to, at, numbers);
        }

        to[0] = (byte)flags;
        return at;
    }

    private static int WriteRuns<TNumbers>(ReadOnlySpan<ushort> styles, Span<byte> to, int at, TNumbers numbers) where TNumbers : struct, IStyleNumbers
    {
        while (!styles.IsEmpty)
        {
            var style = styles[0];
            var run = styles.IndexOfAnyExcept(style);
            if (run < 0) run = styles.Length;
            at = WriteRun(to, at, run, numbers.Of(style));
            styles = styles[run..];
        }

        return at;
    }

    private static int WriteRuns<TNumbers>(ReadOnlySpan<uint> runs, int length, Span<byte> to, int at, TNumbers numbers) where TNumbers : struct, IStyleNumbers
    {
        for (var i = 0; i < runs.Length; i++)
        {
            var start = RowRun.Start(runs[i]);
            var end = i + 1 < runs.Length ? Math.Min(length, RowRun.Start(runs[i + 1])) : length;
            if (end <= start) break;
            at = WriteRun(to, at, end - start, numbers.Of(RowRun.Style(runs[i])));
        }

        return at;
    }

    /// <summary>Cells to units; true when some cell is larger than a unit, hence wrong.</summary>
    private static bool Narrow(ReadOnlySpan<int> cells, Span<byte> units)
    {
        ref var from = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(cells));
        ref var to = ref Unsafe.As<byte, ushort>(ref MemoryMarshal.GetReference(units));
        var seen = Vector128<uint>.Zero;
        var i = 0;
        for (; i + 8 <= cells.Length; i += 8)
        {
            var low = Vector128.LoadUnsafe(ref from, (nuint)i);
            var high = Vector128.LoadUnsafe(ref from, (nuint)i + 4);
            seen |= low | high;
            Vector128.Narrow(low, high).StoreUnsafe(ref to, (nuint)i);
        }

        var rest = 0u;
        for (; i < cells.Length; i++)
        {
            var cell = Unsafe.Add(ref from, i);
            rest |= cell;
            Unsafe.Add(ref to, i) = (ushort)cell;
        }

        return rest > char.MaxValue || Vector128.GreaterThanAny(seen, Vector128.Create((uint)char.MaxValue));
    }

    private static int WriteClusters(ReadOnlySpan<int> cells, GraphemeTable clusters, Span<byte> units, Span<byte> to, int at)
    {
        var asUnits = MemoryMarshal.Cast<byte, ushort>(units);
        var lengthAt = at;
        at += MaxVarint;
        for (var i = NextLarge(cells, 0); i < cells.Length; i = NextLarge(cells, i + 1))
        {
            asUnits[i] = ClusterUnit;
            var oneAt = at;
            at += 1;                                         // at most 16 code points of 4 bytes
            if (Cell.IsCluster(cells[i]))
            {
                foreach (var codePoint in clusters[cells[i]]) at += Encode(codePoint, to[at..]);
            }
            else
            {
                at += Encode(cells[i], to[at..]);
            }

            to[oneAt] = (byte)(at - oneAt - 1);
        }

        // A varint padded to its full size, for it is known only now.
        var length = at - lengthAt - MaxVarint;
        to[lengthAt] = (byte)(length | 0x80);
        to[lengthAt + 1] = (byte)(length >> 7 | 0x80);
        to[lengthAt + 2] = (byte)(length >> 14);
        return at;
    }

    /// <summary>At least what <see cref="WriteClusters"/> writes.</summary>
    private static int ClusterBytes(ReadOnlySpan<int> cells)
    {
        const int largest = 1 + 4 * GraphemeTable.MaxCodePoints;
        var count = 0;
        for (var i = NextLarge(cells, 0); i < cells.Length; i = NextLarge(cells, i + 1)) count++;
        return MaxVarint + count * largest;
    }

    /// <summary>The next cell from an index on that is larger than a unit; the number of cells when there is none.</summary>
    private static int NextLarge(ReadOnlySpan<int> cells, int from)
    {
        var found = cells[from..].IndexOfAnyExceptInRange(0, char.MaxValue);
        return found < 0 ? cells.Length : from + found;
    }

    // Code points come from decoded text, so they are never surrogates.
    private static int Encode(int codePoint, Span<byte> to) => new Rune(codePoint).EncodeToUtf8(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteRun(Span<byte> to, int at, int cells, int style)
    {
        at = WriteVarint(to, at, cells);
        BinaryPrimitives.WriteUInt16LittleEndian(to[at..], (ushort)style);
        return at + StyleLength;
    }

    /// <summary>The next run of a record, which has one.</summary>
    public static (int Cells, ushort Style) ReadRun(ReadOnlySpan<byte> from, ref int at)
    {
        var cells = ReadVarint(from, ref at);
        var style = BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);
        at += StyleLength;
        return (cells, style);
    }

    private static int WriteVarint(Span<byte> to, int at, int value)
    {
        while (value >= 0x80)
        {
            to[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        to[at++] = (byte)value;
        return at;
    }

    public static int ReadVarint(ReadOnlySpan<byte> from, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = from[at++];
            value |= (part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
