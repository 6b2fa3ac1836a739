using System.Globalization;

namespace ActorTerm.Hocon.Parsing;

/// <summary>Text to tokens, one at a time. HOCON.md, sections "Comments", "Whitespace" and "Unquoted strings".</summary>
internal sealed partial class Lexer(SourceText source)
{
    private readonly string _text = source.Text;
    private int _position;
    private int _line = 1;
    private int _column = 1;

    public Origin OriginOf(Token token) => new(source.Name, token.Line, token.Column);

    public Token Next()
    {
        SkipComment();
        var (start, line, column) = (_position, _line, _column);
        Token Made(TokenKind kind) => new(kind, _text[start.._position], line, column);

        if (_position == _text.Length) return Made(TokenKind.End);

        var c = _text[_position];
        if (!IsWhitespace(c)) _contentLine = _line;
        if (c == '"') return new Token(TokenKind.Quoted, QuotedString(), line, column);
        if (c == '$') return Made(SubstitutionStart());
        if (c != '\n' && IsWhitespace(c))
        {
            while (_position < _text.Length && _text[_position] != '\n' && IsWhitespace(_text[_position])) Advance();
            return Made(TokenKind.Whitespace);
        }

        if (Punctuation(c) is { } punctuation)
        {
            Advance();
            return Made(punctuation);
        }

        if (StartsWith("+="))
        {
            Advance(2);
            return Made(TokenKind.PlusEquals);
        }

        Bare(c);
        return Made(TokenKind.Bare);
    }

    private static TokenKind? Punctuation(char c) => c switch
    {
        '\n' => TokenKind.Newline,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '=' => TokenKind.Equals,
        _ => null,
    };

    /// <summary>Unicode's separators, the byte order mark, and the ASCII controls that move; not U+0085.</summary>
    private static bool IsWhitespace(char c) =>
        c is (>= '\t' and <= '\r') or (>= '\u001c' and <= '\u001f') or '\ufeff' ||
        char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Text that starts like a number takes the number's characters only; what follows is a token of its own.</summary>
    private void Bare(char first)
    {
        if (char.IsAsciiDigit(first) || first == '-')
        {
            var (start, column) = (_position, _column);
            while (_position < _text.Length && NumberGrammar.IsNumberCharacter(_text[_position]) && !StartsWith("+=")) Advance();
            var number = _text[start.._position];
            if (number.Contains('+') && !NumberGrammar.IsNumber(number))
                throw new HoconException(source.Name, _line, column, $"expected a number, found '{number}': put text that holds '+' in double quotes");
            return;
        }

        if (!IsBare(first)) throw Error($"expected no {Named(first)} here: put text that holds it in double quotes");

        while (_position < _text.Length && IsBare(_text[_position]) && !StartsWith("//")) Advance();
    }

    private static bool IsBare(char c) => !IsWhitespace(c) && !"$\"{}[]:=,+#`^?!@*&\\".Contains(c);

    private static string Named(char c) => c < ' ' ? $"character U+{(int)c:X4}" : $"'{c}'";

    private TokenKind SubstitutionStart()
    {
        if (!StartsWith("${"))
            throw Error("expected '{' after '$': a substitution is ${path}, and text that holds '$' stands in double quotes");

        Advance(StartsWith("${?") ? 3 : 2);
        return TokenKind.Substitution;
    }

    private bool StartsWith(string expected) => string.CompareOrdinal(_text, _position, expected, 0, expected.Length) == 0;

    private void Advance(int count = 1)
    {
        for (; count > 0; count--)
        {
            var c = _text[_position++];
            if (c == '\n') (_line, _column) = (_line + 1, 1);
            else if (!char.IsLowSurrogate(c)) _column++;
        }
    }

    private HoconException Error(string problem) => new(source.Name, _line, _column, problem);
}
