using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon.Parsing;

/// <summary>
/// Parses one text. Its parts: fields (DocumentParser.Objects), values and their concatenation (.Values), includes (.Includes).
/// </summary>
internal sealed partial class DocumentParser
{
    private readonly SourceText _source;
    private readonly TokenCursor _cursor;
    private readonly ParseSession _session;
    private readonly IncludeSite _site;

    /// <summary>Keys from the document's root to the object being read.</summary>
    private readonly List<string> _path = [];
    private int _depth;
    private int _lists;

    public DocumentParser(SourceText source, ParseSession session, IncludeSite site)
    {
        _source = source;
        _session = session;
        _site = site;
        _depth = site.Depth;
        var (size, limit) = (source.Text.Length, session.Limits.MaxFileSize);
        if (size > limit) throw new HoconException(Origin.Of(source.Name), $"expected a text of at most {limit} characters, found {size}");

        _cursor = new TokenCursor(source);
    }

    /// <summary>A whole document: an object, with or without its braces.</summary>
    public ObjectLiteral ParseDocument()
    {
        _cursor.SkipBlank();
        var start = _cursor.Here;
        if (_cursor.Current.Kind == TokenKind.OpenBracket) throw _cursor.Expected("an object at the root");
        if (_cursor.Current.Kind != TokenKind.OpenBrace) return new ObjectLiteral(Fields(TokenKind.End), start);

        var root = Object();
        ExpectEnd();
        return root;
    }

    /// <summary>A text that is one value and nothing else.</summary>
    public Expression ParseValue()
    {
        _cursor.SkipBlank();
        var value = Value();
        ExpectEnd();
        return value;
    }

    private void ExpectEnd()
    {
        _cursor.SkipBlank();
        if (_cursor.Current.Kind != TokenKind.End) throw _cursor.Expected("the end of the text");
    }

    private void Enter(Origin at, int levels = 1)
    {
        _depth += levels;
        if (_depth > _session.Limits.MaxNesting)
            throw new HoconException(at, $"expected at most {_session.Limits.MaxNesting} objects and lists within one another");
    }

    private void Leave(int levels = 1) => _depth -= levels;
}
