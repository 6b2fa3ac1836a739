using System.Collections.Immutable;
using System.Text;

namespace ActorTerm.Language;

/// <summary>
/// Recursive descent with precedence climbing, one token ahead. The first error ends the parse: it is kept, and every method on the way out returns
/// null. Recursion is bounded by <see cref="LanguageLimits.MaxDepth"/>. Strings are in Parser.Strings.cs, errors in Parser.Errors.cs.
/// </summary>
internal sealed partial class Parser
{
    private readonly string _text;
    private readonly LanguageLimits _limits;
    private readonly List<VariablePath> _references = [];
    private Lexer _lexer;
    private VariableTable _variables = new();
    private Node? _parenthesised;
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

        return AtEnd("\";\"") ? new ParsedInvocation(_text, calls.ToImmutable(), [.. _references.Distinct()]) : null;
    }

    public ParsedExpression? Expression()
    {
        if (IsTooLong()) return null;

        _lexer.Advance();
        if (AnyExpression() is not { } expression || !AtEnd("an operator")) return null;
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

    // call = path "(" [ argument { "," argument } ] ")"
    private CallNode? TopLevelCall()
    {
        var offset = _lexer.Start;
        if (_lexer.Kind != TokenKind.Path || StartsWithKeyword()) return Unexpected<CallNode>("a function name");
        if (Path() is not { } name) return null;
        return _lexer.Kind == TokenKind.LeftParenthesis ? Call(offset, name) : Unexpected<CallNode>("\"(\"");
    }

    private CallNode? Call(int offset, string name)
    {
        if (!Enter()) return null;

        var arguments = ImmutableArray.CreateBuilder<Argument>();
        HashSet<string>? names = null;
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.RightParenthesis)
        {
            while (true)
            {
                if (Argument() is not { } argument) return null;
                if (!(names ??= []).Add(argument.Name)) return Duplicate(argument);
                arguments.Add(argument);
                if (_lexer.Kind == TokenKind.RightParenthesis) break;
                if (_lexer.Kind != TokenKind.Comma) return Unexpected<CallNode>("\",\"", "\")\"");
                _lexer.Advance();
            }
        }
        _lexer.Advance();
        _depth--;
        return new CallNode(offset, name, arguments.ToImmutable());
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
        if (_lexer.Kind != TokenKind.Ampersand)
        {
            return AnyExpression() is { } expression ? new Argument(offset, name, expression, null, -1) : null;
        }
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

    // expression = "[" [ expression { "," expression } ] "]" | conditional
    private Node? AnyExpression()
    {
        if (_lexer.Kind != TokenKind.LeftBracket) return Conditional();
        if (!Enter()) return null;

        var offset = _lexer.Start;
        var items = ImmutableArray.CreateBuilder<Node>();
        _lexer.Advance();
        if (_lexer.Kind != TokenKind.RightBracket)
        {
            while (true)
            {
                if (AnyExpression() is not { } item) return null;
                items.Add(item);
                if (_lexer.Kind == TokenKind.RightBracket) break;
                if (_lexer.Kind != TokenKind.Comma) return Unexpected<Node>("\",\"", "\"]\"");
                _lexer.Advance();
            }
        }
        _lexer.Advance();
        _depth--;
        return new ArrayLiteral(offset, items.ToImmutable());
    }

    // conditional = or [ "?" [ conditional ":" conditional ] ]
    private Node? Conditional()
    {
        if (Unary() is not { } first || Operators(first, Precedence.Or) is not { } condition) return null;
        if (_lexer.Kind != TokenKind.Question) return condition;

        _lexer.Advance();
        if (!BeginsOperand()) return Optional(condition);
        if (!Enter() || Conditional() is not { } then) return null;
        if (_lexer.Kind != TokenKind.Colon) return Unexpected<Node>("an operator", "\":\"");
        _lexer.Advance();
        if (Conditional() is not { } otherwise) return null;
        _depth--;
        return new Conditional(condition.Offset, condition, then, otherwise);
    }

    // The question mark makes a bare reference optional. After anything else it changes nothing: (x)? stays an error when x is unset.
    private Node Optional(Node node) => ReferenceEquals(node, _parenthesised) ? node : node switch
    {
        Reference reference => reference.AsOptional(),
        Element element => element.AsOptional(),
        _ => node,
    };

    private bool BeginsOperand() => _lexer.Kind is TokenKind.Number or TokenKind.Quote or TokenKind.Path or TokenKind.OptionalPath
        or TokenKind.LeftParenthesis or TokenKind.Bang or TokenKind.Minus;

    /// <summary>Joins <paramref name="left"/> with all that follows and binds at least as tightly as <paramref name="loosest"/>.</summary>
    private Node? Operators(Node left, Precedence loosest)
    {
        while (Operator() is { } next && next.Precedence() >= loosest)
        {
            var precedence = next.Precedence();
            var operands = ImmutableArray.CreateBuilder<Node>();
            var operators = ImmutableArray.CreateBuilder<BinaryOperator>();
            operands.Add(left);
            while (Operator() is { } op && op.Precedence() == precedence)
            {
                _lexer.Advance();
                if (Unary() is not { } right) return null;
                if (Operator() is { } tighter && tighter.Precedence() > precedence)
                {
                    if (Operators(right, precedence + 1) is not { } joined) return null;
                    right = joined;
                }
                operands.Add(right);
                operators.Add(op);
            }
            left = new Chain(left.Offset, operands.ToImmutable(), operators.ToImmutable());
        }
        return left;
    }

    private BinaryOperator? Operator() => _lexer.Kind switch
    {
        TokenKind.OrOr => BinaryOperator.Or,
        TokenKind.AndAnd => BinaryOperator.And,
        TokenKind.EqualEqual => BinaryOperator.Equal,
        TokenKind.BangEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        _ => null,
    };

    // unary = ( "!" | "-" ) unary | primary
    private Node? Unary()
    {
        if (_lexer.Kind is not (TokenKind.Bang or TokenKind.Minus)) return Primary();

        var offset = _lexer.Start;
        var isNegation = _lexer.Kind == TokenKind.Minus;
        _lexer.Advance();
        if (isNegation && _lexer.Kind == TokenKind.Number) return Number(offset, isNegative: true);
        if (!Enter() || Unary() is not { } operand) return null;
        _depth--;
        return new Unary(offset, isNegation, operand);
    }

    private Node? Primary()
    {
        var offset = _lexer.Start;
        switch (_lexer.Kind)
        {
            case TokenKind.Number:
                return Number(offset, isNegative: false);
            case TokenKind.Quote:
                return TextUntilQuote(offset);
            case TokenKind.Path when StartsWithKeyword():
                return Keyword(offset);
            case TokenKind.Path:
                return Path() is { } path ? CallOrReference(offset, path) : null;
            case TokenKind.OptionalPath when !StartsWithKeyword():
                var name = _lexer.Current[..^1].ToString();
                _lexer.Advance();
                return Reference(offset, VariablePath.Of(name).AsOptional());
            case TokenKind.LeftParenthesis:
                return Parenthesised();
            default:
                return Unexpected<Node>("a number", "a string", "a variable", "a call", "\"(\"");
        }
    }

    private Node? Parenthesised()
    {
        if (!Enter()) return null;
        _lexer.Advance();
        if (Conditional() is not { } inner) return null;
        if (_lexer.Kind != TokenKind.RightParenthesis) return Unexpected<Node>("an operator", "\")\"");
        _lexer.Advance();
        _depth--;
        return _parenthesised = inner;
    }

    private Node? CallOrReference(int offset, string path)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.LeftParenthesis:
                return Call(offset, path);
            case TokenKind.LeftBracket:
                return Element(offset, path);
            default:
                return path == "null" ? new Literal(offset, default) : Reference(offset, VariablePath.Of(path));
        }
    }

    // element = path "[" conditional "]"
    private Element? Element(int offset, string path)
    {
        if (!Enter()) return null;
        _lexer.Advance();
        if (Conditional() is not { } index) return null;
        if (_lexer.Kind != TokenKind.RightBracket) return Unexpected<Element>("an operator", "\"]\"");
        _lexer.Advance();
        _depth--;
        return new Element(offset, Reference(offset, VariablePath.Of(path)), index, isOptional: false);
    }

    private Reference Reference(int offset, VariablePath path) => new(offset, path, _variables.IndexOf(path, isTarget: false));

    // Digits alone are kept as they are, whatever their number; with a point or an exponent it is a double.
    private Literal Number(int offset, bool isNegative)
    {
        var digits = _lexer.Current;
        var operand = digits.ContainsAny('.', 'e', 'E')
            ? new Operand(JsonNumber.Read(digits) * (isNegative ? -1 : 1))
            : new Operand(Value.OfDigits(digits, isNegative));
        _lexer.Advance();
        return new Literal(offset, operand);
    }

    private Literal Keyword(int offset)
    {
        var dot = _lexer.Current.IndexOf('.');
        var word = dot < 0 ? _lexer.Current : _lexer.Current[..dot];
        var boolean = word is "true";
        _lexer.Position = _lexer.Start + word.Length;   // what follows a dot is not part of a keyword, so the dot is the next token
        _lexer.Advance();
        return new Literal(offset, Operand.Of(boolean));
    }

    private bool StartsWithKeyword()
    {
        var token = _lexer.Current.TrimEnd('?');
        var dot = token.IndexOf('.');
        return IsKeyword(dot < 0 ? token : token[..dot]);
    }

    private static bool IsKeyword(ReadOnlySpan<char> name) => name is "true" or "false";

    private bool Enter() => ++_depth <= _limits.MaxDepth || TooDeep();
}
