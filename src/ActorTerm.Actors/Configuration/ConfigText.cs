using System.Text;

namespace ActorTerm.Actors.Configuration;

/// <summary>Reads the part of HOCON that the kernel is configured by. A later value of a path replaces an earlier one.</summary>
internal sealed class ConfigText(string text)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = [];
    private int _at;

    /// <exception cref="FormatException">The text is malformed.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        SkipToValue();
        if (Peek() == '{') ReadBraces("");
        else ReadFields("");
        SkipSeparators();
        if (_at < text.Length) throw Error($"'{text[_at]}' closes nothing");
        return _values;
    }

    private void ReadFields(string prefix)
    {
        for (SkipSeparators(); _at < text.Length && Peek() != '}'; SkipSeparators()) ReadField(prefix);
    }

    private void ReadField(string prefix)
    {
        var path = Join(prefix, ReadKey());
        SkipBlanks();
        if (Peek() is '=' or ':') _at++;
        else if (Peek() != '{') throw Error($"'{path}' is followed neither by = nor by {{");

        SkipToValue();
        if (Peek() == '{') ReadBraces(path);
        else if (Peek() == '[') _values[path] = ReadList();
        else _values[path] = [ReadScalar()];
    }

    private void ReadBraces(string prefix)
    {
        _at++;
        ReadFields(prefix);
        if (Peek() != '}') throw Error("a { is not closed");
        _at++;
    }

    private List<string> ReadList()
    {
        var items = new List<string>();
        _at++;
        for (SkipSeparators(); Peek() != ']'; SkipSeparators())
        {
            if (_at >= text.Length) throw Error("a [ is not closed");
            items.Add(ReadScalar());
        }

        _at++;
        return items;
    }

    private string ReadKey()
    {
        var key = new StringBuilder();
        while (_at < text.Length && Peek() is not ('=' or ':' or '{' or '}' or '\n' or ',' or '[' or ']'))
        {
            if (Peek() == '"') key.Append(ReadQuoted());
            else key.Append(text[_at++]);
        }

        var name = key.ToString().Trim();
        return name.Length > 0 ? name : throw Error("a key is missing");
    }

    private string ReadScalar()
    {
        if (Peek() == '"') return ReadQuoted();

        var from = _at;
        while (_at < text.Length && Peek() is not ('\n' or ',' or '}' or ']' or '#') && !At("//")) _at++;
        var value = text[from.._at].Trim();
        return value.Length > 0 ? value : throw Error("a value is missing");
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        for (_at++; Peek() != '"'; _at++)
        {
            if (_at >= text.Length || Peek() == '\n') throw Error("a \" is not closed");
            value.Append(Peek() == '\\' ? Escaped(++_at) : Peek());
        }

        _at++;
        return value.ToString();
    }

    private char Escaped(int at) => at >= text.Length ? throw Error("a \" is not closed") : text[at] switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' or '\\' or '/' => text[at],
        var other => throw Error($"\\{other} is no escape"),
    };

    /// <summary>Blanks, ends of lines, commas and comments.</summary>
    private void SkipSeparators()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(Peek()) || Peek() == ',') _at++;
            else if (Peek() == '#' || At("//")) SkipLine();
            else return;
        }
    }

    private void SkipToValue()
    {
        while (_at < text.Length && char.IsWhiteSpace(Peek())) _at++;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && Peek() is ' ' or '\t') _at++;
    }

    private void SkipLine()
    {
        while (_at < text.Length && Peek() != '\n') _at++;
    }

    private bool At(string what) => string.CompareOrdinal(text, _at, what, 0, what.Length) == 0;

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private static string Join(string prefix, string key) => prefix.Length == 0 ? key : prefix + "." + key;

    private FormatException Error(string what)
    {
        var before = text.AsSpan(0, Math.Min(_at, text.Length));
        var line = before.Count('\n') + 1;
        return new FormatException($"configuration, line {line}, column {before.Length - before.LastIndexOf('\n')}: {what}");
    }
}
