using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorTerm.Terminal.Views;

/// <summary>Control sequences and text into a buffer, a span at a time. What is written reaches the buffer at <see cref="Flush"/> at the latest.</summary>
internal ref struct AnsiWriter(IBufferWriter<byte> destination)
{
    private const int SpanSize = 4096;

    private readonly IBufferWriter<byte> _destination = destination;
    private Span<byte> _span;
    private int _used;

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    public void Byte(byte value)
    {
        Reserve(1)[0] = value;
        Advance(1);
    }

    public void Text(scoped ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var room = Reserve(1);
            var length = Math.Min(room.Length, text.Length);
            text[..length].CopyTo(room);
            Advance(length);
            text = text[length..];
        }
    }

    public void Text(scoped ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes()) Character(rune.Value);
    }

    public void Character(int codePoint)
    {
        if (codePoint < 0x80)
        {
            Byte((byte)codePoint);
            return;
        }

        Rune.TryCreate(codePoint, out var rune);
        Advance((rune.Value == 0 ? Rune.ReplacementChar : rune).EncodeToUtf8(Reserve(4)));
    }

    public void Spaces(int count)
    {
        while (count > 0)
        {
            var room = Reserve(1);
            var length = Math.Min(room.Length, count);
            room[..length].Fill((byte)' ');
            Advance(length);
            count -= length;
        }
    }

    public void Number(int value)
    {
        Utf8Formatter.TryFormat(value, Reserve(11), out var length);
        Advance(length);
    }

    /// <summary>CSI final, or CSI number final where the number is not the usual default of 1.</summary>
    public void Csi(int number, byte final)
    {
        Text("\e["u8);
        if (number != 1) Number(number);
        Byte(final);
    }

    /// <summary>CUP, from 0-based places.</summary>
    public void MoveTo(int row, int column)
    {
        Text("\e["u8);
        if (row > 0 || column > 0)
        {
            Number(row + 1);
            if (column > 0)
            {
                Byte((byte)';');
                Number(column + 1);
            }
        }

        Byte((byte)'H');
    }

    /// <summary>CSI ? mode h or l.</summary>
    public void PrivateMode(int mode, bool on)
    {
        Text("\e[?"u8);
        Number(mode);
        Byte(on ? (byte)'h' : (byte)'l');
    }

    public void Flush()
    {
        if (_used > 0) _destination.Advance(_used);
        _span = default;
        _used = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_span.Length - _used < count) Renew(count);
        return _span[_used..];
    }

    private void Renew(int count)
    {
        Flush();
        _span = _destination.GetSpan(Math.Max(count, SpanSize));
    }

    private void Advance(int count)
    {
        _used += count;
        Written += count;
    }
}
