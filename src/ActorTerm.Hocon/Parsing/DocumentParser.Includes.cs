using ActorTerm.Hocon.Resolving;

namespace ActorTerm.Hocon.Parsing;

/// <summary>
/// Include statements: <c>include "name"</c>, <c>include file("name")</c>, and either within <c>required(...)</c>. A relative name is
/// looked for beside the file that says it. A name without extension stands for name.json and then name.conf, whichever exist.
/// </summary>
internal sealed partial class DocumentParser
{
    private const string IncludeForms = "a quoted file name, file(\"...\") or required(...) after include";

    private ObjectLiteral Include()
    {
        var origin = _cursor.Here;
        _cursor.Take();
        _cursor.SkipBlank();
        var head = IncludeHead();
        if (_cursor.Current.Kind != TokenKind.Quoted) throw _cursor.Expected(IncludeForms);

        var nameOrigin = _cursor.Here;
        var name = _cursor.Take().Text;
        CloseParentheses(head.Count(c => c == '('));
        if (name.Contains("://", StringComparison.Ordinal))
            throw new HoconException(nameOrigin, "expected the name of a file: URLs are not included");

        var files = FilesNamed(name, nameOrigin).Where(f => Exists(f, nameOrigin)).ToList();
        if (files.Count == 0 && head.StartsWith("required(", StringComparison.Ordinal))
        {
            var names = string.Join(" or ", FilesNamed(name, nameOrigin));
            throw new HoconException(nameOrigin, $"expected the required file {names} to exist");
        }

        var site = new IncludeSite(_lists > 0 ? null : _site.Path?.Then(new HoconPath([.. _path])), _depth);
        return new ObjectLiteral([.. files.SelectMany(f => _session.ParseFile(f, site, nameOrigin).Fields)], origin);
    }

    /// <summary>What stands before the quoted name, without the space inside its parentheses.</summary>
    private string IncludeHead()
    {
        var start = _cursor.Current;
        var origin = _cursor.Here;
        var head = "";
        while (_cursor.Current.Kind == TokenKind.Bare)
        {
            head += _cursor.Take().Text;
            if (head.EndsWith('(')) _cursor.SkipBlank();
        }

        return head switch
        {
            "" or "file(" or "required(" or "required(file(" => head,
            "url(" or "classpath(" or "required(url(" or "required(classpath(" =>
                throw new HoconException(origin, $"expected file(\"...\"): {head}\"...\") is not supported"),
            _ => throw new HoconException(origin, $"expected {IncludeForms}, found {start.Described}"),
        };
    }

    private void CloseParentheses(int open)
    {
        while (open > 0)
        {
            _cursor.SkipBlank();
            var text = _cursor.Current.Kind == TokenKind.Bare ? _cursor.Current.Text : "";
            if (text.Length == 0 || text.Length > open || text.Any(c => c != ')'))
                throw _cursor.Expected("')' after the name of the included file");
            _cursor.Take();
            open -= text.Length;
        }
    }

    private IEnumerable<string> FilesNamed(string name, Origin origin)
    {
        if (name.Length == 0 || name.Contains('\0')) throw new HoconException(origin, "expected the name of a file");
        if (!Path.IsPathRooted(name) && _source.Directory is null)
            throw new HoconException(origin, $"expected an absolute path: {_source.Name} is no file, so nothing lies beside it");

        var path = Path.GetFullPath(name, _source.Directory ?? "/");
        return Path.GetExtension(name).Length > 0 ? [path] : [path + ".json", path + ".conf"];
    }

    private static bool Exists(string path, Origin origin) =>
        Directory.Exists(path) ? throw new HoconException(origin, $"expected a file, found the directory {path}") : File.Exists(path);
}
