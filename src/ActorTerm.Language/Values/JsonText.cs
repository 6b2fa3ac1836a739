using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorTerm.Language;

/// <summary>JSON strings: .NET text to quoted UTF-8 and back, without loss (RFC 8259, section 7).</summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters());

    /// <summary>Escapes what must be escaped, and a lone surrogate as <c>\ud800</c>, since UTF-8 cannot hold it.</summary>
    public static byte[] Quote(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Plain))
        {
            var quoted = new byte[text.Length + 2];
            quoted[0] = quoted[^1] = (byte)'"';
            Encoding.ASCII.GetBytes(text, quoted.AsSpan(1));
            return quoted;
        }
        const int longest = 6;   // \u0000; three bytes of UTF-8 per unit are fewer
        var rented = ArrayPool<byte>.Shared.Rent(text.Length * longest + 2);
        try
        {
            var length = Quote(text, rented);
            return rented.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <param name="quoted">A valid JSON string with its quotes.</param>
    public static string Unquote(ReadOnlySpan<byte> quoted)
    {
        var body = quoted[1..^1];
        var escape = body.IndexOf((byte)'\\');
        if (escape < 0) return Encoding.UTF8.GetString(body);

        var rented = ArrayPool<char>.Shared.Rent(body.Length);
        try
        {
            var length = 0;
            while (escape >= 0)
            {
                length += Encoding.UTF8.GetChars(body[..escape], rented.AsSpan(length));
                rented[length++] = Unescape(body[escape..], out var consumed);
                body = body[(escape + consumed)..];
                escape = body.IndexOf((byte)'\\');
            }
            length += Encoding.UTF8.GetChars(body, rented.AsSpan(length));
            return new string(rented, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static int Quote(ReadOnlySpan<char> text, Span<byte> to)
    {
        var length = 0;
        to[length++] = (byte)'"';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (Rune.TryCreate(c, i + 1 < text.Length ? text[i + 1] : '\0', out var rune))
                {
                    length += rune.EncodeToUtf8(to[length..]);
                    i++;
                }
                else
                {
                    length += Hexadecimal(c, to[length..]);
                }
            }
            else if (c < ' ')
            {
                length += Control(c, to[length..]);
            }
            else if (c is '"' or '\\')
            {
                to[length++] = (byte)'\\';
                to[length++] = (byte)c;
            }
            else
            {
                length += new Rune(c).EncodeToUtf8(to[length..]);
            }
        }
        to[length++] = (byte)'"';
        return length;
    }

    private static int Control(char c, Span<byte> to)
    {
        var letter = c switch { '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => '\0' };
        if (letter == '\0') return Hexadecimal(c, to);
        to[0] = (byte)'\\';
        to[1] = (byte)letter;
        return 2;
    }

    private static int Hexadecimal(char c, Span<byte> to)
    {
        "\\u"u8.CopyTo(to);
        ((int)c).TryFormat(to[2..], out _, "x4", CultureInfo.InvariantCulture);
        return 6;
    }

    private static char Unescape(ReadOnlySpan<byte> escape, out int consumed)
    {
        consumed = 2;
        switch (escape[1])
        {
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'u':
                consumed = 6;
                return (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default: return (char)escape[1];
        }
    }

    private static string PlainCharacters() => new([.. Enumerable.Range(' ', 0x7f - ' ').Select(c => (char)c).Where(c => c is not ('"' or '\\'))]);
}
