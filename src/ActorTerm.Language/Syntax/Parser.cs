using System.Collections.Immutable;
using System.Text;

namespace ActorTerm.Language;

/// <summary>
/// Recursive descent with precedence climbing, one token ahead. The first error ends the parse: it is kept, and every method on the way out returns
/// null. Recursion is bounded by <see cref="LanguageLimits.MaxDepth"/>. Here: the three start symbols, calls and paths.
/// </summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly LanguageLimits _limits;
    private readonly List<VariablePath> _references = [];
    private Lexer _lexer;
    private VariableTable _variables = new();
    private int _depth;

    public Parser(string text, LanguageLimits limits)
    {
        _text = text;
        _limits = limits;
        _lexer = new Lexer(text);
    }

    public SyntaxError? Error { get; private set; }

    /// <summary>UTF-16 units looked at: never more than a small multiple of the text's length.</summary>
    public long Steps => _lexer.Steps;

    // invocation = call { ";" call }
    public ParsedInvocation? Invocation()
    {
        if (IsTooLong()) return null;

        var calls = ImmutableArray.CreateBuilder<Plan>();
        do
        {
            _lexer.Advance();
            if (TopLevelCall() is not { } call) return null;
            calls.Add(Compile(call));
        }
        while (_lexer.Kind == TokenKind.Semicolon);

        if (_lexer.Kind != TokenKind.End) return Unexpected<ParsedInvocation>("\";\"", EndOfText);
        return new ParsedInvocation(_text, calls.ToImmutable(), [.. _references.Distinct()]);
    }

    public ParsedExpression? Expression()
    {
        if (IsTooLong()) return null;

        _lexer.Advance();
        if (AnyExpression() is not { } expression) return null;
        if (_lexer.Kind != TokenKind.End) return UnexpectedAfter<ParsedExpression>(expression, EndOfText);
        return new ParsedExpression(_text, Compile(expression), [.. _references]);
    }

    public InterpolatedString? InterpolatedString(InterpolationMode mode)
    {
        if (IsTooLong()) return null;

        if (TextUntilEnd(mode) is not { } interpolation) return null;
        return new InterpolatedString(_text, mode, Compile(interpolation), [.. _references]);
    }

    private Plan Compile(Node root)
    {
        var plan = Plan.Of(root, _variables, _limits);
        _references.AddRange(plan.Variables.Where(v => !v.IsTarget).Select(v => v.Path));
        _variables = new VariableTable();   // every call of a sequence reads its variables anew
        return plan;
    }

    private CallNode? TopLevelCall()
    {
        var offset = _lexer.Start;
        if (_lexer.Kind != TokenKind.Path || StartsWithKeyword()) return Unexpected<CallNode>("a function name");
        if (Path() is not { } name) return null;
        return _lexer.Kind == TokenKind.LeftParenthesis ? Call(offset, name) : Unexpected<CallNode>("\"(\"");
    }

    // call = path "(" [ argument { "," argument } ] ")"; the path is read, the parenthesis is the current token
    private CallNode? Call(int offset, string name)
    {
        if (!Enter()) return null;

        var arguments = ImmutableArray.CreateBuilder<Argument>(2);
        var names = default(NameSet);
        _lexer.Advance();
        while (_lexer.Kind != TokenKind.RightParenthesis || arguments.Count > 0)
        {
            if (Argument() is not { } argument) return null;
            if (!names.Add(argument.Name, arguments)) return Duplicate(argument);
            arguments.Add(argument);
            if (_lexer.Kind == TokenKind.RightParenthesis) break;
            if (_lexer.Kind != TokenKind.Comma) return UnexpectedAfter<CallNode>(argument.Expression, "\",\"", "\")\"");
            _lexer.Advance();
        }
        _lexer.Advance();
        _depth--;
        return new CallNode(offset, name, arguments.DrainToImmutable());
    }

    // argument = name ":" ( expression | "&" path )
    private Argument? Argument()
    {
        var offset = _lexer.Start;
        if (_lexer.Kind != TokenKind.Path || !Identifier.IsName(_lexer.Current) || IsKeyword(_lexer.Current))
        {
            return Unexpected<Argument>("an argument name");
        }
        var name = _lexer.Current.ToString();
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.Colon) return Unexpected<Argument>("\":\"");
        _lexer.Advance();
        if (_lexer.Kind == TokenKind.Ampersand) return ByReference(offset, name);
        return AnyExpression() is { } expression ? new Argument(offset, name, expression, null, -1) : null;
    }

    private Argument? ByReference(int offset, string name)
    {
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.Path || StartsWithKeyword()) return Unexpected<Argument>("a variable");
        if (Path() is not { } target) return null;
        var path = VariablePath.Of(target);
        return new Argument(offset, name, null, path, _variables.IndexOf(path, isTarget: true));
    }

    // path = name { "." name }; after a dot any name will do, the keywords too
    private string? Path()
    {
        var path = _lexer.Current.ToString();
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.Dot) return path;

        var spaced = new StringBuilder(path);
        while (_lexer.Kind == TokenKind.Dot)
        {
            _lexer.Advance();
            if (_lexer.Kind != TokenKind.Path) return Unexpected<string>("a name");
            spaced.Append('.').Append(_lexer.Current);
            _lexer.Advance();
        }
        return spaced.ToString();
    }

    /// <summary>The current token is a path whose first name is <c>true</c> or <c>false</c>.</summary>
    private bool StartsWithKeyword()
    {
        var token = _lexer.Current.TrimEnd('?');
        var dot = token.IndexOf('.');
        return IsKeyword(dot < 0 ? token : token[..dot]);
    }

    private static bool IsKeyword(ReadOnlySpan<char> name) => name is "true" or "false";

    /// <summary>One level deeper. Who enters leaves by <c>_depth--</c>; an error on the way ends the parse anyway.</summary>
    private bool Enter() => ++_depth <= _limits.MaxDepth || TooDeep();
}
