using System.Collections.Immutable;
using System.Globalization;

namespace ActorTerm.Language;

public enum SyntaxErrorKind
{
    /// <summary>Something else was expected here.</summary>
    Unexpected,

    /// <summary>An argument name stands twice in one call.</summary>
    DuplicateArgument,

    /// <summary>The text is longer than <see cref="LanguageLimits.MaxTextLength"/>.</summary>
    TextTooLong,

    /// <summary>The text nests deeper than <see cref="LanguageLimits.MaxDepth"/>.</summary>
    TooDeep,
}

/// <summary>Why a text is no invocation, expression or interpolated string, and where.</summary>
public sealed class SyntaxError
{
    internal SyntaxError(SyntaxErrorKind kind, string text, int offset, string found, params ImmutableArray<string> expected)
    {
        Kind = kind;
        Offset = offset;
        Found = found;
        Expected = expected;
        Caret = Language.Caret.Under(text, offset);
    }

    public SyntaxErrorKind Kind { get; }

    /// <summary>Where, in UTF-16 units from the start of the text; the text's length when it ended too early.</summary>
    public int Offset { get; }

    /// <summary>What stands there, ready to be shown: control characters are replaced.</summary>
    public string Found { get; }

    /// <summary>What could have stood there, at least one.</summary>
    public ImmutableArray<string> Expected { get; }

    /// <summary>Two lines: the text around the place, and a caret under it.</summary>
    public string Caret { get; }

    public bool IsLimit => Kind is SyntaxErrorKind.TextTooLong or SyntaxErrorKind.TooDeep;

    public string Message => Kind switch
    {
        SyntaxErrorKind.DuplicateArgument => string.Create(CultureInfo.InvariantCulture, $"argument {Found} is given twice, at {Offset}"),
        SyntaxErrorKind.TextTooLong => $"the text has {Found}, but at most {Expected[0]} are allowed",
        SyntaxErrorKind.TooDeep => string.Create(CultureInfo.InvariantCulture, $"{Found} at {Offset} nests too deep; allowed is {Expected[0]}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"unexpected {Found} at {Offset}: expected {Alternatives()}"),
    };

    public override string ToString() => Message;

    private string Alternatives() => Expected.Length == 1 ? Expected[0] : $"{string.Join(", ", Expected[..^1])} or {Expected[^1]}";
}
