using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ActorTerm.Language;

internal sealed partial class Parser
{
    // The quote that opened it is the current token.
    private Node? TextUntilQuote(int offset)
    {
        if (Text(offset, isQuoted: true, isStrict: false, TextLength) is not { } text) return null;
        _lexer.Advance();
        return text.Parts is [] ? new Literal(offset, new Operand(Value.Of("")))
            : text.Parts is [{ Expression: null } only] ? new Literal(offset, new Operand(Value.Of(only.Text)))
            : text;
    }

    private Interpolation? TextUntilEnd(InterpolationMode mode)
    {
        var end = TextLength;
        if (mode == InterpolationMode.Lax) end = FirstUnterminated();
        return Text(0, isQuoted: false, mode == InterpolationMode.Strict, end);
    }

    private int TextLength => _text.Length;

    /// <param name="literalFrom">From here on a <c>\(</c> is plain text.</param>
    private Interpolation? Text(int offset, bool isQuoted, bool isStrict, int literalFrom)
    {
        var parts = ImmutableArray.CreateBuilder<Interpolation.Part>();
        var literal = new StringBuilder();
        while (true)
        {
            Take(literal, isQuoted);
            if (_lexer.Position == TextLength)
            {
                if (isQuoted) return UnexpectedEnd<Interpolation>("\"\\\"\"");
                break;
            }
            if (_text[_lexer.Position] == '"')
            {
                _lexer.Position++;
                break;
            }
            if (!Follows(1, '(') || _lexer.Position >= literalFrom)
            {
                Escape(literal);
                continue;
            }
            if (literal.Length > 0) parts.Add(new Interpolation.Part(literal.ToString(), null));
            literal.Clear();
            _lexer.Position += 2;
            if (Inside() is not { } expression) return null;
            parts.Add(new Interpolation.Part("", expression));
        }
        if (literal.Length > 0) parts.Add(new Interpolation.Part(literal.ToString(), null));
        return new Interpolation(offset, parts.ToImmutable(), isStrict);
    }

    /// <summary>Everything up to a backslash, the closing quote of a quoted string, or the end.</summary>
    private void Take(StringBuilder literal, bool isQuoted)
    {
        var rest = _text.AsSpan(_lexer.Position);
        var length = isQuoted ? rest.IndexOfAny('\\', '"') : rest.IndexOf('\\');
        if (length < 0) length = rest.Length;
        literal.Append(rest[..length]);
        Skip(length);
    }

    private Node? Inside()
    {
        if (!Enter()) return null;
        _lexer.Advance();
        if (AnyExpression() is not { } expression) return null;
        if (_lexer.Kind != TokenKind.RightParenthesis) return UnexpectedAfter<Node>(expression, "\")\"");
        _depth--;
        return expression;
    }

    // An escape that is none stays as it is, backslash included.
    private void Escape(StringBuilder literal)
    {
        var letter = Follows(1, 'u') ? 'u' : _lexer.Position + 1 < TextLength ? _text[_lexer.Position + 1] : '\0';
        var decoded = letter switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'e' => '\e',
            '\\' or '"' or '/' => letter,
            _ => '\0',
        };
        if (decoded != '\0')
        {
            literal.Append(decoded);
            Skip(2);
        }
        else if (letter == 'u' && TryHexadecimal(out var unit))
        {
            literal.Append(unit);
            Skip(6);
        }
        else
        {
            literal.Append('\\');
            Skip(1);
        }
    }

    private bool TryHexadecimal(out char unit)
    {
        unit = '\0';
        if (_lexer.Position + 6 > TextLength) return false;
        var ok = ushort.TryParse(_text.AsSpan(_lexer.Position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        unit = (char)code;
        return ok;
    }

    /// <summary>Where the first <c>\(</c> stands that no <c>)</c> closes: from there on an unquoted string is plain text. Reads the text once, without recursion.</summary>
    private int FirstUnterminated()
    {
        var open = new Stack<(int At, int Parentheses)>();   // one entry for each \( that is open
        var isText = true;
        for (var i = 0; i < TextLength; i++)
        {
            var c = _text[i];
            if (isText)
            {
                if (c == '\\' && i + 1 < TextLength)
                {
                    i++;
                    if (_text[i] != '(') continue;
                    open.Push((i - 1, 0));
                    isText = false;
                }
                else if (c == '"' && open.Count > 0)
                {
                    isText = false;
                }
                continue;
            }
            var (at, parentheses) = open.Peek();
            switch (c)
            {
                case '"':
                    isText = true;
                    break;
                case '(':
                    open.Pop();
                    open.Push((at, parentheses + 1));
                    break;
                case ')':
                    open.Pop();
                    if (parentheses > 0) open.Push((at, parentheses - 1));
                    else isText = true;
                    break;
            }
        }
        _lexer.Steps += TextLength;
        return open.Count == 0 ? TextLength : open.Last().At;
    }

    private bool Follows(int ahead, char c) => _lexer.Position + ahead < TextLength && _text[_lexer.Position + ahead] == c;

    private void Skip(int length)
    {
        _lexer.Position += length;
        _lexer.Steps += length;
    }
}
