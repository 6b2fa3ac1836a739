using System.Runtime.InteropServices;
using System.Text;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// Texts as execve(2) takes them: pointers to NUL-terminated UTF-8, ended by a null pointer, in one piece of native memory.
/// </summary>
internal sealed unsafe class StringVector : IDisposable
{
    private byte** _vector;

    /// <exception cref="ArgumentException">A text contains NUL.</exception>
    public StringVector(IReadOnlyCollection<string> texts, string what)
    {
        nuint bytes = 0;
        foreach (string text in texts)
        {
            if (text.Contains('\0')) throw new ArgumentException($"{what} must not contain NUL: \"{text.Replace("\0", "\\0")}\"");

            bytes += (nuint)Encoding.UTF8.GetByteCount(text) + 1;
        }

        nuint pointers = ((nuint)texts.Count + 1) * (nuint)sizeof(byte*);
        _vector = (byte**)NativeMemory.Alloc(pointers + bytes);
        byte* next = (byte*)_vector + pointers;
        byte* end = next + bytes;
        int index = 0;
        foreach (string text in texts)
        {
            _vector[index++] = next;
            next += Encoding.UTF8.GetBytes(text, new Span<byte>(next, (int)(end - next)));
            *next++ = 0;
        }

        _vector[index] = null;
    }

    public byte** Pointer => _vector;

    /// <summary>One text as a C string; valid until disposal.</summary>
    public byte* this[int index] => _vector[index];

    public void Dispose()
    {
        NativeMemory.Free(_vector);
        _vector = null;
    }
}
