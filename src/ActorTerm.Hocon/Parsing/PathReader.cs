using System.Text;

namespace ActorTerm.Hocon.Parsing;

/// <summary>One key of a path that is being read, and where it starts.</summary>
internal readonly record struct PathElement(string Key, Origin Origin);

/// <summary>
/// Reads path expressions. Dots of unquoted text separate, those of quoted text do not; space between texts belongs to the key, space
/// around the whole path does not. HOCON.md, section "Path expressions".
/// </summary>
internal sealed class PathReader
{
    private readonly List<PathElement> _elements = [];
    private readonly StringBuilder _key = new();
    private Origin _keyStart;
    private bool _hasQuoted;

    private PathReader(Origin start) => _keyStart = start;

    public static HoconPath Parse(string text)
    {
        var cursor = new TokenCursor(new SourceText($"path \"{text}\"", text, null));
        var elements = Read(cursor, "a path");
        if (cursor.Current.Kind != TokenKind.End) throw cursor.Expected("the end of the path");
        return new HoconPath([.. elements.Select(e => e.Key)]);
    }

    /// <summary>Reads up to the first token that can be part of no path.</summary>
    /// <param name="what">What a complaint says is missing when there is no path at all.</param>
    public static List<PathElement> Read(TokenCursor cursor, string what)
    {
        cursor.SkipWhitespace();
        if (!IsPart(cursor.Current)) throw cursor.Expected(what);

        var reader = new PathReader(cursor.Here);
        while (true)
        {
            reader.Add(cursor.Take());
            var space = cursor.Current.Kind == TokenKind.Whitespace ? cursor.Take().Text : "";
            if (!IsPart(cursor.Current)) break;
            reader._key.Append(space);
        }

        reader.EndKey();
        return reader._elements;
    }

    private static bool IsPart(Token token) => token.Kind is TokenKind.Bare or TokenKind.Quoted;

    private void Add(Token token)
    {
        if (token.Kind == TokenKind.Quoted)
        {
            _key.Append(token.Text);
            _hasQuoted = true;
            return;
        }

        var column = token.Column;
        foreach (var c in token.Text)
        {
            if (!char.IsLowSurrogate(c)) column++;
            if (c == '.')
            {
                EndKey();
                _keyStart = _keyStart with { Line = token.Line, Column = column };
            }
            else
            {
                _key.Append(c);
            }
        }
    }

    private void EndKey()
    {
        if (_key.Length == 0 && !_hasQuoted)
            throw new HoconException(_keyStart, "expected a key between the dots of a path: an empty one is written \"\"");

        _elements.Add(new PathElement(_key.ToString(), _keyStart));
        _key.Clear();
        _hasQuoted = false;
    }
}
