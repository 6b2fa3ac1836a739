using System.Buffers.Text;

namespace ActorTerm.Terminal.Replies;

/// <summary>Puts a reply together on the stack. What does not fit is a mistake of ours: replies are short and made of numbers and constants.</summary>
internal ref struct ReplyWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _buffer[.._length];

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    public void AddNumber(int number)
    {
        Utf8Formatter.TryFormat(number, _buffer[_length..], out var written);
        _length += written;
    }

    public void AddByte(byte value) => _buffer[_length++] = value;
}
