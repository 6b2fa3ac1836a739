namespace ActorTerm.Hocon.Parsing;

/// <summary>Tokens with a look ahead of one, and the complaints about them.</summary>
internal sealed class TokenCursor
{
    private readonly Lexer _lexer;

    public TokenCursor(SourceText source)
    {
        _lexer = new Lexer(source);
        Current = _lexer.Next();
    }

    public Token Current { get; private set; }

    public Origin Here => _lexer.OriginOf(Current);

    /// <summary>The comment lines right above the current token's line.</summary>
    public string CommentAbove => _lexer.CommentAbove(Current.Line);

    public Token Take()
    {
        var taken = Current;
        Current = _lexer.Next();
        return taken;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind) return false;

        Take();
        return true;
    }

    public void SkipWhitespace() => TryTake(TokenKind.Whitespace);

    /// <summary>Passes over space and newlines. True when there was a newline.</summary>
    public bool SkipBlank()
    {
        var newline = false;
        while (Current.Kind is TokenKind.Whitespace or TokenKind.Newline) newline |= Take().Kind == TokenKind.Newline;
        return newline;
    }

    public HoconException Expected(string what) => new(Here, $"expected {what}, found {Current.Described}");
}
