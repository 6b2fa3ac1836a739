using System.Collections.Immutable;
using System.Globalization;

namespace ActorTerm.Language;

internal sealed partial class Parser
{
    private const string EndOfText = "the end of the text";

    private T? Unexpected<T>(params ImmutableArray<string> expected) where T : class
    {
        var found = _lexer.Kind switch
        {
            TokenKind.End => EndOfText,
            TokenKind.Quote => "a string",
            _ => Quoted(_lexer.Start, _lexer.End),
        };
        return Fail<T>(SyntaxErrorKind.Unexpected, _lexer.Start, found, expected);
    }

    /// <summary>Instead of one of these, or of an operator: nothing joins an array literal.</summary>
    private T? UnexpectedAfter<T>(Node? node, params ImmutableArray<string> expected) where T : class =>
        Unexpected<T>(node is null or ArrayLiteral ? expected : expected.Insert(0, "an operator"));

    private T? UnexpectedEnd<T>(string expected) where T : class => Fail<T>(SyntaxErrorKind.Unexpected, TextLength, EndOfText, expected);

    private CallNode? Duplicate(Argument argument) =>
        Fail<CallNode>(SyntaxErrorKind.DuplicateArgument, argument.Offset, Quoted(argument.Offset, argument.Offset + argument.Name.Length), "a name not given before");

    private bool IsTooLong()
    {
        if (TextLength <= _limits.MaxTextLength) return false;
        Fail<string>(SyntaxErrorKind.TextTooLong, _limits.MaxTextLength, Units(TextLength), Units(_limits.MaxTextLength));
        return true;
    }

    private bool TooDeep()
    {
        var levels = string.Create(CultureInfo.InvariantCulture, $"{_limits.MaxDepth} {(_limits.MaxDepth == 1 ? "level" : "levels")}");
        Fail<string>(SyntaxErrorKind.TooDeep, _lexer.Start, Quoted(_lexer.Start, _lexer.End), levels);
        return false;
    }

    private T? Fail<T>(SyntaxErrorKind kind, int offset, string found, params ImmutableArray<string> expected) where T : class
    {
        Error = new SyntaxError(kind, _text, offset, found, expected);
        return null;
    }

    private string Quoted(int start, int end) => $"\"{Printable.Part(_text, start, end)}\"";

    private static string Units(int length) => string.Create(CultureInfo.InvariantCulture, $"{length} UTF-16 units");
}
