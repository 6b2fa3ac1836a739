namespace ActorTerm.Language;

/// <summary>Cuts a text into tokens, one at a time; the parser reads the inside of strings itself, from <see cref="Position"/>.</summary>
internal struct Lexer(string text)
{
    public readonly string Text = text;

    /// <summary>Where the next token, or the inside of a string, begins.</summary>
    public int Position;

    /// <summary>UTF-16 units looked at so far: what shows that a parse takes time linear in its text.</summary>
    public long Steps;

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    public readonly ReadOnlySpan<char> Current => Text.AsSpan(Start, End - Start);

    public void Advance()
    {
        var from = Position;
        while (Position < Text.Length && char.IsWhiteSpace(Text[Position])) Position++;
        Start = Position;
        Kind = Take();
        End = Position;
        Steps += Position - from + 1;
    }

    private TokenKind Take()
    {
        if (Position == Text.Length) return TokenKind.End;

        var c = Text[Position];
        if (Identifier.IsStart(c)) return TakePath();
        if (char.IsAsciiDigit(c)) return TakeNumber();

        Position++;
        switch (c)
        {
            case '"': return TokenKind.Quote;
            case '(': return TokenKind.LeftParenthesis;
            case ')': return TokenKind.RightParenthesis;
            case '[': return TokenKind.LeftBracket;
            case ']': return TokenKind.RightBracket;
            case ':': return TokenKind.Colon;
            case ',': return TokenKind.Comma;
            case '.': return TokenKind.Dot;
            case '?': return TokenKind.Question;
            case ';': return TokenKind.Semicolon;
            case '+': return TokenKind.Plus;
            case '-': return TokenKind.Minus;
            case '*': return TokenKind.Star;
            case '/': return TokenKind.Slash;
            case '!': return TakeIf('=') ? TokenKind.BangEqual : TokenKind.Bang;
            case '<': return TakeIf('=') ? TokenKind.LessOrEqual : TokenKind.Less;
            case '>': return TakeIf('=') ? TokenKind.GreaterOrEqual : TokenKind.Greater;
            case '&': return TakeIf('&') ? TokenKind.AndAnd : TokenKind.Ampersand;
            case '=' when TakeIf('='): return TokenKind.EqualEqual;
            case '|' when TakeIf('|'): return TokenKind.OrOr;
            default:
                if (char.IsHighSurrogate(c) && Position < Text.Length && char.IsLowSurrogate(Text[Position])) Position++;
                return TokenKind.Invalid;
        }
    }

    private TokenKind TakePath()
    {
        SkipName();
        while (Is(0, '.') && Position + 1 < Text.Length && Identifier.IsStart(Text[Position + 1]))
        {
            Position++;
            SkipName();
        }
        // true?, false? and null? are the literal and an operator.
        if (!Is(0, '?') || Text.AsSpan(Start, Position - Start) is "true" or "false" or "null") return TokenKind.Path;
        Position++;
        return TokenKind.OptionalPath;
    }

    private void SkipName()
    {
        while (Position < Text.Length && Identifier.IsPart(Text[Position])) Position++;
    }

    private TokenKind TakeNumber()
    {
        SkipDigits();
        if (Is(0, '.') && IsDigit(1))
        {
            Position++;
            SkipDigits();
        }
        if (Is(0, 'e') || Is(0, 'E'))
        {
            var sign = Is(1, '+') || Is(1, '-') ? 1 : 0;
            if (IsDigit(1 + sign))
            {
                Position += 1 + sign;
                SkipDigits();
            }
        }
        return TokenKind.Number;
    }

    private void SkipDigits()
    {
        while (IsDigit(0)) Position++;
    }

    private readonly bool Is(int ahead, char c) => Position + ahead < Text.Length && Text[Position + ahead] == c;

    private readonly bool IsDigit(int ahead) => Position + ahead < Text.Length && char.IsAsciiDigit(Text[Position + ahead]);

    private bool TakeIf(char c)
    {
        if (!Is(0, c)) return false;
        Position++;
        return true;
    }
}
