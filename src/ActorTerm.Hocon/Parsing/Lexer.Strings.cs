using System.Globalization;
using System.Text;

namespace ActorTerm.Hocon.Parsing;

/// <summary>Quoted strings: JSON's (RFC 8259, section 7), and the triple-quoted ones that take everything as it is.</summary>
internal sealed partial class Lexer
{
    private string QuotedString()
    {
        var start = new Token(TokenKind.Quoted, "", _line, _column);
        if (StartsWith("\"\"\"")) return TripleQuoted(start);

        var text = new StringBuilder();
        Advance();
        while (true)
        {
            if (_position == _text.Length)
                throw new HoconException(OriginOf(start), "the string that starts here is not closed: expected '\"'");

            var c = _text[_position];
            if (c == '"') break;
            if (c == '\n') throw Error("expected '\"' before the end of the line: a string of several lines stands in \"\"\"");
            if (c < ' ') throw Error($"expected no {Named(c)} in a string: write \\u{(int)c:x4}");
            if (c == '\\') text.Append(Escape());
            else text.Append(c);
            Advance();
        }

        Advance();
        return text.ToString();
    }

    /// <summary>Reads an escape up to its last character.</summary>
    private char Escape()
    {
        var c = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        if (c == 'u') return UnicodeEscape();

        var meant = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error("expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits"),
        };
        Advance();
        return meant;
    }

    private char UnicodeEscape()
    {
        var digits = _text.AsSpan(_position + 2, Math.Min(4, _text.Length - _position - 2));
        if (digits.Length < 4 || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Error("expected four hexadecimal digits after \\u");

        Advance(5);
        return (char)code;
    }

    /// <summary>The last three of the closing quotes close it; any before them belong to the text.</summary>
    private string TripleQuoted(Token start)
    {
        Advance(3);
        var from = _position;
        var close = _text.IndexOf("\"\"\"", _position, StringComparison.Ordinal);
        if (close < 0) throw new HoconException(OriginOf(start), "the string that starts here is not closed: expected '\"\"\"'");

        while (close + 3 < _text.Length && _text[close + 3] == '"') close++;
        Advance(close + 3 - from);
        _contentLine = _line;
        return _text[from..close];
    }
}
