namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// Bytes on their way to a program, in the order they were accepted. Below the soft bound writers are answered at once; above it they
/// wait until the queue has drained below it again; at the hard bound nothing more is taken.
/// </summary>
internal sealed class WriteQueue(int softBytes, int hardBytes)
{
    private Queue<ReadOnlyMemory<byte>>? _chunks;          // null until something is written: many programs are only read
    private int _offset;

    /// <summary>Bytes waiting.</summary>
    public int Length { get; private set; }

    public bool IsEmpty => Length == 0;

    public bool IsOverSoftBound => Length > softBytes;

    /// <summary>Takes all of the bytes, or none of them and answers false.</summary>
    public bool TryAdd(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > hardBytes - Length) return false;
        if (bytes.IsEmpty) return true;

        (_chunks ??= new()).Enqueue(bytes);
        Length += bytes.Length;
        return true;
    }

    /// <summary>The bytes to write next; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Peek() => _chunks is not null && _chunks.TryPeek(out var first) ? first[_offset..] : default;

    /// <summary>Forgets bytes from the front of what <see cref="Peek"/> gave.</summary>
    public void Taken(int count)
    {
        Length -= count;
        _offset += count;
        if (_offset < _chunks!.Peek().Length) return;

        _chunks.Dequeue();
        _offset = 0;
    }

    public void Clear()
    {
        _chunks?.Clear();
        _offset = 0;
        Length = 0;
    }
}
