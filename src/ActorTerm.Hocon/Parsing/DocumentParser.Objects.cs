using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon.Parsing;

/// <summary>Objects and their fields.</summary>
internal sealed partial class DocumentParser
{
    private ObjectLiteral Object()
    {
        var start = _cursor.Here;
        Enter(start);
        _cursor.Take();
        var fields = Fields(TokenKind.CloseBrace);
        _cursor.Take();
        Leave();
        return new ObjectLiteral(fields, start);
    }

    /// <summary>Reads fields up to the token that ends them, which stays.</summary>
    private List<FieldLiteral> Fields(TokenKind end)
    {
        var fields = new List<FieldLiteral>();
        _cursor.SkipBlank();
        while (_cursor.Current.Kind != end)
        {
            if (_cursor.Current is { Kind: TokenKind.Bare, Text: "include" }) fields.AddRange(Include().Fields);
            else fields.Add(Field(end));
            Separator(end, "'}'");
        }

        return fields;
    }

    /// <summary>Between two fields or elements: a comma, newlines, or both, but one comma only.</summary>
    private void Separator(TokenKind end, string endText)
    {
        var newline = _cursor.SkipBlank();
        if (_cursor.TryTake(TokenKind.Comma)) _cursor.SkipBlank();
        else if (_cursor.Current.Kind != end && !newline)
        {
            var ends = end == TokenKind.End ? "',' or a new line" : $"',', a new line or {endText}";
            throw _cursor.Expected($"{ends} after the value");
        }
    }

    private FieldLiteral Field(TokenKind end)
    {
        var comment = _cursor.CommentAbove;
        var path = PathReader.Read(_cursor, end == TokenKind.End ? "a key" : "a key or '}'");
        var written = string.Join('.', path.Select(e => e.Key));
        var appends = FieldSeparator(written);
        Enter(path[0].Origin, path.Count - 1);
        _path.AddRange(path.Select(e => e.Key));
        if (appends) _lists++;
        var start = _cursor.Here;
        var value = Value($"a value for '{written}'");
        if (appends) (value, _lists) = (new Append(value, start), _lists - 1);
        _path.RemoveRange(_path.Count - path.Count, path.Count);
        Leave(path.Count - 1);

        var field = new FieldLiteral(path[^1].Key, path[^1].Origin, value, comment);
        for (var i = path.Count - 2; i >= 0; i--) field = new FieldLiteral(path[i].Key, path[i].Origin, new ObjectLiteral([field], field.KeyOrigin));
        return field;
    }

    /// <summary>Reads ':', '=' or '+='; before '{' there need be none. True for '+='.</summary>
    private bool FieldSeparator(string key)
    {
        if (_cursor.Current.Kind == TokenKind.Substitution) throw _cursor.Expected("a key without substitutions");

        _cursor.SkipBlank();
        var kind = _cursor.Current.Kind;
        if (kind == TokenKind.OpenBrace) return false;
        if (kind is not (TokenKind.Colon or TokenKind.Equals or TokenKind.PlusEquals))
            throw _cursor.Expected($"':', '=', '+=' or '{{' after the key '{key}'");

        _cursor.Take();
        _cursor.SkipBlank();
        return kind == TokenKind.PlusEquals;
    }
}
