using System.Text;

namespace ActorTerm.Runtime.Triggers.Patterns;

internal sealed partial class PatternTranslator
{
    private static readonly Dictionary<string, string> PosixClasses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["alpha"] = @"\p{L}\p{Nl}",
        ["digit"] = @"\p{Nd}",
        ["alnum"] = @"\p{L}\p{Nl}\p{Nd}",
        ["upper"] = @"\p{Lu}",
        ["lower"] = @"\p{Ll}",
        ["punct"] = @"\p{P}",
        ["space"] = @"\s",
        ["blank"] = HorizontalSpace,
        ["cntrl"] = @"\p{Cc}",
        ["graph"] = @"\p{L}\p{M}\p{N}\p{P}\p{S}",
        ["print"] = @"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}",
        ["xdigit"] = "0-9A-Fa-f",
        ["word"] = @"\w",
    };

    /// <summary>General categories (Unicode 5.7.1), by both their names, and the properties that are unions of them.</summary>
    private static readonly Dictionary<string, string> Properties = MakeProperties();

    private static Dictionary<string, string> MakeProperties()
    {
        const string Short = "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn";
        const string Long =
            "Letter Uppercase_Letter Lowercase_Letter Titlecase_Letter Modifier_Letter Other_Letter Mark Nonspacing_Mark Spacing_Mark Enclosing_Mark Number " +
            "Decimal_Number Letter_Number Other_Number Punctuation Connector_Punctuation Dash_Punctuation Open_Punctuation Close_Punctuation Initial_Punctuation " +
            "Final_Punctuation Other_Punctuation Symbol Math_Symbol Currency_Symbol Modifier_Symbol Other_Symbol Separator Space_Separator Line_Separator " +
            "Paragraph_Separator Other Control Format Surrogate Private_Use Unassigned";
        var properties = new Dictionary<string, string>(PosixClasses, StringComparer.OrdinalIgnoreCase)
        {
            ["Alphabetic"] = @"\p{L}\p{Nl}",
            ["Uppercase"] = @"\p{Lu}",
            ["Lowercase"] = @"\p{Ll}",
            ["White_Space"] = @"\s",
            ["whitespace"] = @"\s",
        };
        foreach (var (name, full) in Short.Split(' ').Zip(Long.Split(' '))) properties[name] = properties[full] = $@"\p{{{name}}}";
        return properties;
    }

    /// <summary>What follows \p or \P, as it stands in a set.</summary>
    private string Property(int start, bool isNegated)
    {
        var end = AtEnd || _pattern[_at] != '{' ? -1 : _pattern.IndexOf('}', _at);
        if (end < 0) throw Refuse(start, "\\p and \\P are followed by {the name of a property}");

        var name = _pattern[(_at + 1)..end];
        isNegated ^= name.StartsWith('^');
        var key = name.TrimStart('^');
        if (key.Split('=') is ["gc" or "General_Category", var category]) key = category;
        if (!Properties.TryGetValue(key.Replace(' ', '_'), out var property)) throw Refuse(start, $"there is no property {name} here: general categories and POSIX classes are");

        _at = end + 1;
        return isNegated ? Negate(start, property) : property;
    }

    /// <summary>A class that is one escape has a negative; of a union there is none.</summary>
    private static string Negate(int start, string property)
    {
        if (property.Length is 2 or 5 or 6 && property[0] == '\\' && property.LastIndexOf('\\') == 0) return $"\\{char.ToUpperInvariant(property[1])}{property[2..]}";
        throw Refuse(start, "the negative of this class cannot be said in .NET");
    }

    private Piece Set()
    {
        var start = _at;
        var set = SetContents();
        if (set.Wide.Count > 0)
        {
            if (set.IsNegated || set.Without is not null) throw Refuse(start, "characters beyond U+FFFF cannot stand in a negated set or a difference");
            return new Piece($"(?:{string.Join('|', set.Wide)}{(set.Items.Length > 0 ? $"|[{set.Items}]" : "")})");
        }

        return set is { Single: { } single, IsNegated: false, Without: null } ? Literal(single) : new Piece(set.Text);
    }

    /// <summary>A set, its brackets included.</summary>
    private CharacterSet SetContents()
    {
        if (++_depth > MaxDepth) throw Refuse(_at, $"sets nest deeper than {MaxDepth}");

        var start = _at++;
        var set = new CharacterSet { IsNegated = TakeIf('^') };
        var first = _at;
        while (true)
        {
            if (AtEnd) throw Refuse(start, "unmatched [");
            if (_pattern[_at] == ']' && _at > first) break;
            if (set.Without is not null) throw Refuse(_at, "nothing can follow a difference of sets");
            Element(set);
        }

        if (set is { IsNegated: true, Without: not null }) throw Refuse(start, "a difference of sets cannot be negated");
        _at++;
        _depth--;
        return set;
    }

    private void Element(CharacterSet set)
    {
        var start = _at;
        if (TakeIf("[:"))
        {
            set.Add(Posix(start));
        }
        else if (TakeIf("&&"))
        {
            if (AtEnd || _pattern[_at] != '[') throw Refuse(start, "&& is supported before [^ ] only");
            var other = SetContents();
            if (!other.IsNegated || other.Wide.Count > 0) throw Refuse(start, "&& is supported before [^ ] only");
            set.Without = (other with { IsNegated = false }).Text;
        }
        else if (TakeIf("--["))
        {
            _at--;
            set.Without = SetContents().Text;
        }
        else if (_pattern[_at] == '[')
        {
            Join(set, SetContents(), start);
        }
        else if (_pattern[_at] == '\\' && ClassEscape() is { } escape)
        {
            set.Add(escape);
        }
        else
        {
            Range(set, start);
        }
    }

    private static void Join(CharacterSet set, CharacterSet inner, int start)
    {
        if (inner.Without is not null || (inner.IsNegated && (set.Items.Length > 0 || set.IsNegated))) throw Refuse(start, "a set inside a set must not be negated or a difference");

        set.IsNegated |= inner.IsNegated;
        set.Add(inner.Items.ToString());
        set.Wide.AddRange(inner.Wide);
    }

    private string Posix(int start)
    {
        var isNegated = TakeIf('^');
        var end = _pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        if (end < 0 || !Properties.TryGetValue(_pattern[_at..end], out var posix)) throw Refuse(start, "[: is followed by the name of a class and :]");

        _at = end + 2;
        return isNegated ? Negate(start, posix) : posix;
    }

    /// <summary>An escape that stands for many characters; null, and nothing is taken, when it stands for one.</summary>
    private string? ClassEscape()
    {
        var start = _at;
        if (start + 1 == _pattern.Length) throw Refuse(start, "a \\ at the end escapes nothing");

        _at += 2;
        switch (_pattern[start + 1])
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S': return _pattern.Substring(start, 2);
            case 'h': return HorizontalSpace;
            case 'v': return VerticalSpace;
            case 'H' or 'V' or 'R': throw Refuse(start, $"{_pattern.Substring(start, 2)} cannot stand in a set");
            case 'p' or 'P': return Property(start, _pattern[start + 1] == 'P');
            default: _at = start; return null;
        }
    }

    /// <summary>a, or a-z.</summary>
    private void Range(CharacterSet set, int start)
    {
        var low = Member();
        var isRange = _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] is not (']' or '-');
        if (!isRange)
        {
            if (low.Length == 2) set.Wide.Add(low);
            else set.Add(CharacterSet.Quote(low[0]), low);
            return;
        }

        _at++;
        if (_pattern[_at] == '[') throw Refuse(_at, "a range ends with a character");
        var high = Member();
        if (low.Length == 2 || high.Length == 2) throw Refuse(start, "a range cannot reach beyond U+FFFF");
        if (high[0] < low[0]) throw Refuse(start, $"the range {low}-{high} runs backwards");
        set.Add($"{CharacterSet.Quote(low[0])}-{CharacterSet.Quote(high[0])}");
    }

    private string Member()
    {
        if (AtEnd) throw Refuse(_at, "unmatched [");

        var start = _at;
        var c = _pattern[_at++];
        if (c == '\\')
        {
            if (AtEnd) throw Refuse(start, "a \\ at the end escapes nothing");
            return _pattern[_at++] is var escaped && escaped == 'b' ? "\b" : Character(start, escaped);
        }

        return char.IsHighSurrogate(c) && !AtEnd && char.IsLowSurrogate(_pattern[_at]) ? _pattern.Substring(start, 1 + (_at++ - start)) : c.ToString();
    }

    /// <summary>What a set holds, in .NET's syntax.</summary>
    private sealed record CharacterSet
    {
        private int _count;

        public bool IsNegated { get; set; }

        public StringBuilder Items { get; } = new();

        /// <summary>Characters of two units, which no set of .NET can hold.</summary>
        public List<string> Wide { get; } = [];

        /// <summary>A set, in brackets, whose characters are taken out.</summary>
        public string? Without { get; set; }

        /// <summary>Its only character; null when it has others.</summary>
        public string? Single { get; private set; }

        public string Text => $"[{(IsNegated ? "^" : "")}{Items}{(Without is null ? "" : "-" + Without)}]";

        public void Add(string item, string? single = null)
        {
            Items.Append(item);
            Single = ++_count == 1 ? single : null;
        }

        public static string Quote(char c) => c switch
        {
            '\\' or ']' or '[' or '^' or '-' => "\\" + c,
            < (char)0x20 => Code(c),
            _ => c.ToString(),
        };
    }
}
