using System.Buffers.Text;
using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>Collects the bytes of one key or mouse report. The longest of them fits <see cref="MaximumLength"/>.</summary>
internal ref struct KeySequence(Span<byte> buffer)
{
    public const int MaximumLength = 64;

    private readonly Span<byte> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _buffer[.._length];

    public void Byte(byte value) => _buffer[_length++] = value;

    public void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    public void Character(Rune character) => _length += character.EncodeToUtf8(_buffer[_length..]);

    public void Number(int value)
    {
        Utf8Formatter.TryFormat(value, _buffer[_length..], out var written);
        _length += written;
    }

    /// <summary>CSI number ; modifiers final, xterm's form for functional keys. Number 1 without modifiers is left out, as in CSI A.</summary>
    public void Csi(int number, KeyModifiers modifiers, byte final)
    {
        Text("\e["u8);
        if (number != 1 || modifiers != KeyModifiers.None) Number(number);
        if (modifiers != KeyModifiers.None)
        {
            Byte((byte)';');
            Number((int)modifiers + 1);
        }

        Byte(final);
    }
}
