using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ActorTerm.Language;

/// <summary>
/// Tells whether bytes are exactly one JSON text (RFC 8259), and where they stop being one. Reads every byte once, without recursion, and makes
/// nothing of them: a value that only passes through needs no more.
/// </summary>
internal ref struct JsonCheck
{
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(b => (byte)b)]);

    private const int Short = 16;

    private readonly ReadOnlySpan<byte> _json;
    private Nesting _objects;
    private int _depth;
    private int _position;

    private JsonCheck(ReadOnlySpan<byte> json) => _json = json;

    /// <returns>Null for a JSON text, else what is wrong and where, counted in bytes from 0.</returns>
    public static string? Complaint(ReadOnlySpan<byte> json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json)) return "not JSON: the bytes are not well-formed UTF-8";

        var check = new JsonCheck(json);
        return check.Text() ? null : check.Complaint();
    }

    private bool Text()
    {
        while (Scalar())
        {
            // A value is over, and with it the arrays and objects that end here.
            while (true)
            {
                SkipWhiteSpace();
                if (_depth == 0) return _position == _json.Length;

                var isObject = IsObject(_depth - 1);
                if (Take((byte)','))
                {
                    if (isObject && !Name()) return false;
                    break;
                }
                if (!Take(isObject ? (byte)'}' : (byte)']')) return false;
                _depth--;
            }
        }
        return false;
    }

    /// <summary>A scalar, an empty array or object, or everything up to the first scalar in one.</summary>
    private bool Scalar()
    {
        while (true)
        {
            SkipWhiteSpace();
            switch (Current)
            {
                case '"': return String();
                case 't': return Word("true"u8);
                case 'f': return Word("false"u8);
                case 'n': return Word("null"u8);
                case '[':
                    if (!Open(isObject: false)) return false;
                    if (Close((byte)']')) return true;
                    break;
                case '{':
                    if (!Open(isObject: true)) return false;
                    if (Close((byte)'}')) return true;
                    if (!Name()) return false;
                    break;
                default: return Number();
            }
        }
    }

    private bool Open(bool isObject)
    {
        if (_depth == Value.MaxDepth) return false;
        ref var word = ref _objects[_depth / Nesting.Bits];
        var bit = 1UL << (_depth % Nesting.Bits);
        word = isObject ? word | bit : word & ~bit;
        _depth++;
        _position++;
        return true;
    }

    private readonly bool IsObject(int depth) => (_objects[depth / Nesting.Bits] >> (depth % Nesting.Bits) & 1) != 0;

    private bool Close(byte end)
    {
        SkipWhiteSpace();
        if (!Take(end)) return false;
        _depth--;
        return true;
    }

    private bool Name()
    {
        SkipWhiteSpace();
        if (Current != '"' || !String()) return false;
        SkipWhiteSpace();
        return Take((byte)':');
    }

    private bool String()
    {
        _position++;
        while (true)
        {
            _position = EndOfPlainText();
            if (Take((byte)'"')) return true;
            if (!Take((byte)'\\') || !Escape()) return false;
        }
    }

    /// <summary>Where the next quote, backslash or control character stands, or the end. Most strings are short: setting out a vector search costs more.</summary>
    private readonly int EndOfPlainText()
    {
        var rest = _json[_position..];
        for (var i = 0; i < rest.Length && i < Short; i++)
        {
            if (rest[i] is (byte)'"' or (byte)'\\' or < (byte)' ') return _position + i;
        }
        if (rest.Length <= Short) return _json.Length;
        var length = rest[Short..].IndexOfAny(EndsPlainText);
        return length < 0 ? _json.Length : _position + Short + length;
    }

    private bool Escape()
    {
        switch (Current)
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                _position++;
                return true;
            case 'u':
                _position++;
                for (var i = 0; i < 4; i++)
                {
                    if (!char.IsAsciiHexDigit(Current)) return false;
                    _position++;
                }
                return true;
            default:
                return false;
        }
    }

    // number = [ "-" ] ( "0" | digits not beginning with 0 ) [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ]
    private bool Number()
    {
        Take((byte)'-');
        if (!Take((byte)'0') && !Digits()) return false;
        if (Take((byte)'.') && !Digits()) return false;
        if (Current is not ('e' or 'E')) return true;
        _position++;
        if (Current is '+' or '-') _position++;
        return Digits();
    }

    private bool Digits()
    {
        var rest = _json[_position..];
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit((char)rest[length])) length++;
        _position += length;
        return length > 0;
    }

    private bool Word(ReadOnlySpan<byte> word)
    {
        if (!_json[_position..].StartsWith(word)) return false;
        _position += word.Length;
        return true;
    }

    private void SkipWhiteSpace()
    {
        if (Current > ' ') return;
        while (Current is ' ' or '\n' or '\t' or '\r') _position++;
    }

    private bool Take(byte expected)
    {
        if (Current != expected) return false;
        _position++;
        return true;
    }

    /// <summary>The byte to look at; beyond the end a NUL, which stands nowhere in JSON.</summary>
    private readonly char Current => (uint)_position < (uint)_json.Length ? (char)_json[_position] : '\0';

    private readonly string Complaint()
    {
        if (_position == _json.Length) return string.Create(CultureInfo.InvariantCulture, $"not JSON: it ends too early, at byte {_position}");
        if (_depth == Value.MaxDepth && Current is '[' or '{')
        {
            return string.Create(CultureInfo.InvariantCulture, $"nested deeper than {Value.MaxDepth} at byte {_position}");
        }
        var found = Current is > ' ' and < '\x7f' ? $"\"{Current}\"" : string.Create(CultureInfo.InvariantCulture, $"0x{(int)Current:x2}");
        return string.Create(CultureInfo.InvariantCulture, $"not JSON: unexpected {found} at byte {_position}");
    }

    /// <summary>A bit for each level: whether it is an object.</summary>
    [InlineArray(Value.MaxDepth / Bits)]
    private struct Nesting
    {
        public const int Bits = 64;

        private ulong _first;
    }
}
