using System.Collections.Immutable;

namespace ActorTerm.Language;

internal sealed partial class Parser
{
    private Node? _parenthesised;   // what the last pair of parentheses held

    // expression = "[" [ expression { "," expression } ] "]" | conditional
    private Node? AnyExpression()
    {
        if (_lexer.Kind != TokenKind.LeftBracket) return Conditional();
        if (!Enter()) return null;

        var offset = _lexer.Start;
        var items = ImmutableArray.CreateBuilder<Node>();
        _lexer.Advance();
        while (_lexer.Kind != TokenKind.RightBracket || items.Count > 0)
        {
            if (AnyExpression() is not { } item) return null;
            items.Add(item);
            if (_lexer.Kind == TokenKind.RightBracket) break;
            if (_lexer.Kind != TokenKind.Comma) return UnexpectedAfter<Node>(item, "\",\"", "\"]\"");
            _lexer.Advance();
        }
        _lexer.Advance();
        _depth--;
        return new ArrayLiteral(offset, items.DrainToImmutable());
    }

    // conditional = or [ "?" [ conditional ":" conditional ] ]
    private Node? Conditional()
    {
        if (Unary() is not { } first || Operators(first, Precedence.Or) is not { } condition) return null;
        if (_lexer.Kind != TokenKind.Question) return condition;

        _lexer.Advance();
        if (!BeginsOperand()) return Optional(condition);
        if (!Enter() || Conditional() is not { } then) return null;
        if (_lexer.Kind != TokenKind.Colon) return UnexpectedAfter<Node>(then, "\":\"");
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
            var operands = ImmutableArray.CreateBuilder<Node>(2);
            var operators = ImmutableArray.CreateBuilder<BinaryOperator>(1);
            operands.Add(left);
            while (Operator() is { } op && op.Precedence() == precedence)
            {
                _lexer.Advance();
                if (Unary() is not { } right) return null;
                if (Operators(right, precedence + 1) is not { } operand) return null;
                operands.Add(operand);
                operators.Add(op);
            }
            left = new Chain(left.Offset, operands.DrainToImmutable(), operators.DrainToImmutable());
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
            case TokenKind.Path or TokenKind.OptionalPath when StartsWithKeyword():
                return Keyword(offset);
            case TokenKind.Path:
                return Path() is { } path ? CallOrReference(offset, path) : null;
            case TokenKind.OptionalPath:
                var name = _lexer.Current[..^1].ToString();
                _lexer.Advance();
                return Reference(offset, VariablePath.Of(name).AsOptional());
            case TokenKind.LeftParenthesis:
                return Parenthesised();
            case TokenKind.LeftBracket:
                return Unexpected<Node>("a value that is no array literal");
            default:
                return Unexpected<Node>("a value");
        }
    }

    private Node? Parenthesised()
    {
        if (!Enter()) return null;
        _lexer.Advance();
        if (Conditional() is not { } inner) return null;
        if (_lexer.Kind != TokenKind.RightParenthesis) return UnexpectedAfter<Node>(inner, "\")\"");
        _lexer.Advance();
        _depth--;
        return _parenthesised = inner;
    }

    private Node? CallOrReference(int offset, string path) => _lexer.Kind switch
    {
        TokenKind.LeftParenthesis => Call(offset, path),
        TokenKind.LeftBracket => Element(offset, path),
        _ => path == "null" ? new Literal(offset, default) : Reference(offset, VariablePath.Of(path)),
    };

    // element = path "[" conditional "]"; the path is read, the bracket is the current token
    private Element? Element(int offset, string path)
    {
        if (!Enter()) return null;
        _lexer.Advance();
        if (Conditional() is not { } index) return null;
        if (_lexer.Kind != TokenKind.RightBracket) return UnexpectedAfter<Element>(index, "\"]\"");
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

    // A dot does not continue a keyword, so true.x is the literal and a stray dot.
    private Literal Keyword(int offset)
    {
        var isTrue = _lexer.Current[0] == 't';
        _lexer.Position = _lexer.Start + (isTrue ? "true" : "false").Length;
        _lexer.Advance();
        return new Literal(offset, Operand.Of(isTrue));
    }
}
