using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon.Parsing;

/// <summary>Values, lists, substitutions, and values side by side.</summary>
internal sealed partial class DocumentParser
{
    /// <summary>Reads everything on the line that belongs to the value, and joins what can be joined before resolving.</summary>
    private Expression Value(string expected = "a value")
    {
        var parts = new List<Expression> { Part(expected) };
        while (true)
        {
            var space = _cursor.Current.Kind == TokenKind.Whitespace ? new Space(_cursor.Current.Text, _cursor.Here) : null;
            _cursor.SkipWhitespace();
            if (!StartsValue(_cursor.Current)) break;

            if (space is not null) parts.Add(space);
            parts.Add(Part(expected));
        }

        return parts.Count == 1 ? parts[0] : Joined(parts);
    }

    private static bool StartsValue(Token token) =>
        token.Kind is TokenKind.Bare or TokenKind.Quoted or TokenKind.Substitution or TokenKind.OpenBrace or TokenKind.OpenBracket;

    private Expression Part(string expected)
    {
        var origin = _cursor.Here;
        return _cursor.Current.Kind switch
        {
            TokenKind.Bare => new Literal(BareScalar(_cursor.Take().Text, origin)),
            TokenKind.Quoted => new Literal(new HoconString(_cursor.Take().Text, origin)),
            TokenKind.Substitution => Substitution(origin),
            TokenKind.OpenBracket => Array(origin),
            TokenKind.OpenBrace => Object(),
            _ => throw _cursor.Expected(expected),
        };
    }

    private static HoconScalar BareScalar(string text, Origin origin) => text switch
    {
        "true" => new HoconBoolean(true, origin),
        "false" => new HoconBoolean(false, origin),
        "null" => new HoconNull(origin),
        _ when NumberGrammar.IsNumber(text) => new HoconNumber(text, origin),
        _ => new HoconString(text, origin),
    };

    private ArrayLiteral Array(Origin origin)
    {
        Enter(origin);
        _lists++;
        _cursor.Take();
        var elements = new List<Expression>();
        _cursor.SkipBlank();
        while (_cursor.Current.Kind != TokenKind.CloseBracket)
        {
            elements.Add(Value("a value or ']'"));
            Separator(TokenKind.CloseBracket, "']'");
        }

        _cursor.Take();
        _lists--;
        Leave();
        return new ArrayLiteral(elements, origin);
    }

    private Substitution Substitution(Origin origin)
    {
        var optional = _cursor.Take().Text == "${?";
        var path = new HoconPath([.. PathReader.Read(_cursor, "a path after '${'").Select(e => e.Key)]);
        if (!_cursor.TryTake(TokenKind.CloseBrace)) throw _cursor.Expected("'}' after the path of a substitution");
        if (_site.Path is null)
            throw new HoconException(origin, "expected no substitution in a file that is included inside a list: no path leads there");

        return new Substitution(path, _site.Path.Keys.Count == 0 ? null : _site.Path.Then(path), optional, origin);
    }

    private static Expression Joined(List<Expression> parts)
    {
        if (parts.Any(p => p is Substitution)) return new Concatenation(parts, parts[0].Origin);

        foreach (var part in parts) Joining.Check(ShapeOf(parts[0]), ShapeOf(part), part.Origin);
        var origin = parts[0].Origin;
        return parts[0] switch
        {
            ObjectLiteral => new ObjectLiteral([.. parts.OfType<ObjectLiteral>().SelectMany(o => o.Fields)], origin),
            ArrayLiteral => new ArrayLiteral([.. parts.OfType<ArrayLiteral>().SelectMany(a => a.Elements)], origin),
            _ => new Literal(new HoconString(string.Concat(parts.Select(TextOf)), origin)),
        };
    }

    private static ValueShape? ShapeOf(Expression part) => part switch
    {
        Space => null,
        ObjectLiteral => ValueShape.Object,
        ArrayLiteral => ValueShape.List,
        _ => ValueShape.Simple,
    };

    private static string TextOf(Expression part) => part is Space space ? space.Text : ((HoconScalar)((Literal)part).Value).Text;
}
