namespace ActorTerm.Hocon.Parsing;

internal enum TokenKind
{
    End,
    Newline,

    /// <summary>Space without a newline.</summary>
    Whitespace,

    /// <summary>Unquoted text: a number, a keyword or a string, which the reader of values tells apart.</summary>
    Bare,
    Quoted,

    /// <summary><c>${</c> or <c>${?</c>.</summary>
    Substitution,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Colon,
    Equals,
    PlusEquals,
}

/// <summary>One token of HOCON. Comments make none.</summary>
/// <param name="Text">The meaning of a bare or quoted text, the characters of any other.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column)
{
    /// <summary>Does the token end a value that stands before it?</summary>
    public bool EndsValue => Kind is TokenKind.End or TokenKind.Newline or TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseBracket;

    /// <summary>How a complaint names it.</summary>
    public string Described => Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.Newline => "the end of the line",
        TokenKind.Whitespace => "a space",
        TokenKind.Quoted => $"the string \"{Shortened}\"",
        _ => $"'{Shortened}'",
    };

    private string Shortened
    {
        get
        {
            var line = Text.ReplaceLineEndings(" ");
            return line.Length <= 40 ? line : line[..40] + "...";
        }
    }
}
