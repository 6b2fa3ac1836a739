using System.Runtime.CompilerServices;

namespace ActorTerm.Terminal.History;

/// <summary>
/// Some hundred lines of history in one array: records grow up from its start, two-byte slots with their offsets grow down from its end.
/// </summary>
internal sealed class HistoryPage(int capacity)
{
    private const int SlotSize = sizeof(ushort);

    private byte[] _bytes = new byte[capacity];
    private int _length;                     // bytes of records

    /// <summary>The absolute number of the first line.</summary>
    public long FirstLine { get; private set; }

    public int Count { get; private set; }

    public int Capacity => _bytes.Length;

    /// <summary>Bytes one more record may have.</summary>
    public int Room => _bytes.Length - _length - SlotSize * (Count + 1);

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = Offset(index);
            var end = index + 1 < Count ? Offset(index + 1) : _length;
            return _bytes.AsSpan(start, end - start);
        }
    }

    public void Begin(long firstLine)
    {
        FirstLine = firstLine;
        _length = 0;
        Count = 0;
    }

    /// <summary>Where the next record is written; <see cref="Commit"/> takes as much of it as was used.</summary>
    public Span<byte> Free => _bytes.AsSpan(_length, Math.Max(0, Room));

    public void Commit(int length)
    {
        Count++;
        Unsafe.WriteUnaligned(ref _bytes[_bytes.Length - SlotSize * Count], (ushort)_length);
        _length += length;
    }

    public void Grow(int capacity)
    {
        var grown = new byte[capacity];
        _bytes.AsSpan(0, _length).CopyTo(grown);
        var slots = SlotSize * Count;
        _bytes.AsSpan(_bytes.Length - slots).CopyTo(grown.AsSpan(capacity - slots));
        _bytes = grown;
    }

    // A page has one record or is at most 8 KiB, so offsets fit their slots.
    private int Offset(int index) => Unsafe.ReadUnaligned<ushort>(ref _bytes[_bytes.Length - SlotSize * (index + 1)]);
}
