namespace ActorTerm.Language;

internal enum TokenKind
{
    End,

    /// <summary>A character that begins no token.</summary>
    Invalid,

    /// <summary>Names joined by dots without white space, <c>true</c> and <c>false</c> included.</summary>
    Path,

    /// <summary>The same directly followed by <c>?</c>, which belongs to it.</summary>
    OptionalPath,
    Number,

    /// <summary>The quote that opens a string; the parser reads the rest.</summary>
    Quote,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Colon,
    Comma,
    Dot,
    Question,
    Semicolon,
    Ampersand,
    Plus,
    Minus,
    Star,
    Slash,
    Bang,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    EqualEqual,
    BangEqual,
    AndAnd,
    OrOr,
}
