namespace ActorTerm.Runtime.Coprocesses;

/// <summary>Bytes that the pipe did not take yet, in pieces of one size: as much memory as there are bytes, however they came.</summary>
internal sealed class RelayBuffer
{
    private const int PieceBytes = 16 * 1024;

    private readonly Queue<byte[]> _pieces = new();
    private byte[] _last = [];
    private int _start;       // in the first piece
    private int _end;         // in the last one

    public long Length { get; private set; }

    public bool IsEmpty => Length == 0;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_end == _last.Length)
            {
                _pieces.Enqueue(_last = new byte[PieceBytes]);
                _end = 0;
            }

            var fits = bytes[..Math.Min(bytes.Length, _last.Length - _end)];
            fits.CopyTo(_last.AsSpan(_end));
            _end += fits.Length;
            bytes = bytes[fits.Length..];
        }
    }

    /// <summary>The bytes to write next; empty when there are none.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (IsEmpty) return default;

        var first = _pieces.Peek();
        return first.AsSpan(_start, (ReferenceEquals(first, _last) ? _end : first.Length) - _start);
    }

    /// <summary>Forgets bytes from the front of what <see cref="Peek"/> gave.</summary>
    public void Taken(int count)
    {
        Length -= count;
        _start += count;
        if (Length == 0) Clear();
        else if (_start == PieceBytes)
        {
            _pieces.Dequeue();
            _start = 0;
        }
    }

    public void Clear()
    {
        _pieces.Clear();
        (_last, _start, _end, Length) = ([], 0, 0, 0);
    }
}
