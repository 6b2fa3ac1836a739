using System.Globalization;
using System.Text;

namespace ActorTerm.Runtime.Triggers.Patterns;

internal sealed partial class PatternTranslator
{
    private const string VerticalSpace = @"\n\v\f\r\u0085\u2028\u2029";
    private const string HorizontalSpace = @"\t\p{Zs}";

    private Piece Escape()
    {
        var start = _at++;
        if (AtEnd) throw Refuse(start, "a \\ at the end escapes nothing");

        var c = _pattern[_at++];
        switch (c)
        {
            case 'b' or 'B' or 'A' or 'Z' or 'z' or 'G': return Piece.Anchor("\\" + c);
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S': return new Piece("\\" + c);
            case 'h': return new Piece($"[{HorizontalSpace}]");
            case 'H': return new Piece($"[^{HorizontalSpace}]");
            case 'v': return new Piece($"[{VerticalSpace}]");
            case 'V': return new Piece($"[^{VerticalSpace}]");
            case 'R': return new Piece($@"(?>\r\n|[{VerticalSpace}])");
            case 'p' or 'P': return new Piece($"[{Property(start, c == 'P')}]");
            case 'Q': return Quoted();
            case 'E': return Piece.Anchor("");
            case 'k': return Reference(start, NamedGroup(start));
            case >= '1' and <= '9': return Reference(start, NumberedGroup(c - '0'));
        }

        return Literal(Character(start, c));
    }

    /// <summary>The character that an escape stands for, alike inside and outside of a set.</summary>
    /// <param name="start">Where its \ stands.</param>
    /// <param name="c">What follows that.</param>
    private string Character(int start, char c) => c switch
    {
        'a' => "\a",
        'e' => "\e",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'c' when !AtEnd => ((char)(_pattern[_at++] & 0x1f)).ToString(),
        'x' when TakeIf('{') => Braced(start),
        'x' => Digits(start, 1, 2, isHex: true),
        'u' => Digits(start, 4, 4, isHex: true),
        'U' => Digits(start, 8, 8, isHex: true),
        '0' => Digits(start, 1, 3, isHex: false),
        'X' => throw Refuse(start, "\\X (a grapheme cluster) is not supported"),
        'N' => throw Refuse(start, "\\N{ } (a character by its name) is not supported"),
        _ when char.IsAsciiLetterOrDigit(c) => throw Refuse(start, $"\\{c} means nothing"),
        _ when char.IsHighSurrogate(c) && !AtEnd => string.Concat(c.ToString(), _pattern.AsSpan(_at++, 1)),
        _ => c.ToString(),
    };

    private string Braced(int start)
    {
        var text = Digits(start, 1, 6, isHex: true);
        return TakeIf('}') ? text : throw Refuse(start, "\\x{ is not closed by }");
    }

    private string Digits(int start, int least, int most, bool isHex)
    {
        var first = _at;
        while (_at < _pattern.Length && _at - first < most && (isHex ? char.IsAsciiHexDigit(_pattern[_at]) : _pattern[_at] is >= '0' and <= '7')) _at++;
        if (_at - first < least) throw Refuse(start, $"\\{_pattern[start + 1]} takes {least} to {most} {(isHex ? "hexadecimal" : "octal")} digits");

        var digits = _pattern[first.._at];
        var code = isHex ? int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Convert.ToInt32(digits, 8);
        if (code <= char.MaxValue) return ((char)code).ToString();
        return Rune.TryCreate(code, out var rune) ? rune.ToString() : throw Refuse(start, $"{_pattern[start.._at]} is no character");
    }

    /// <summary>\Q to \E, or to the end: every character stands for itself.</summary>
    private Piece Quoted()
    {
        var end = _pattern.IndexOf(@"\E", _at, StringComparison.Ordinal);
        var quoted = _pattern[_at..(end < 0 ? _pattern.Length : end)];
        _at = end < 0 ? _pattern.Length : end + 2;

        var pieces = quoted.Select(c => Literal(c.ToString())).ToList();
        var text = string.Concat(pieces.Select(piece => piece.Text));
        var exact = pieces.TrueForAll(piece => piece.Exact is not null) ? quoted : null;
        return new Piece(pieces.Count == 1 ? text : $"(?:{text})", exact, null, pieces.Exists(piece => piece.IgnoreCase));
    }

    private Piece Reference(int start, int group)
    {
        _references.Add((group, start));
        return new Piece(string.Create(CultureInfo.InvariantCulture, $@"\k<{group}>"));
    }

    private int NamedGroup(int start)
    {
        var end = _pattern.IndexOf('>', _at);
        if (!TakeIf('<') || end < 0 || !_names.TryGetValue(_pattern[_at..end], out var group)) throw Refuse(start, "\\k is followed by <name> of a group before it");

        _at = end + 1;
        return group;
    }

    /// <summary>As many digits as still name a group.</summary>
    private int NumberedGroup(int group)
    {
        while (!AtEnd && char.IsAsciiDigit(_pattern[_at]) && group * 10 + (_pattern[_at] - '0') <= _groups) group = group * 10 + (_pattern[_at++] - '0');
        return group;
    }
}
