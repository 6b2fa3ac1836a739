namespace ActorTerm.Runtime.Triggers.Patterns;

internal sealed partial class PatternTranslator
{
    private Piece Group()
    {
        var start = _at++;
        if (!TakeIf('?'))
        {
            if (!AtEnd && _pattern[_at] == '*') throw Refuse(_at, "nothing before * that could be repeated");
            _groups++;
            return Inside(start, "(");
        }

        if (TakeIf('#')) return Comment(start);
        if (TakeIf(':')) return Inside(start, "(?:");
        if (TakeIf('>')) return Inside(start, "(?>");
        if (TakeIf('=')) return Looking(start, "(?=", isPositive: true);
        if (TakeIf('!')) return Looking(start, "(?!", isPositive: false);
        if (TakeIf("<=")) return Looking(start, "(?<=", isPositive: true);
        if (TakeIf("<!")) return Looking(start, "(?<!", isPositive: false);
        if (TakeIf('<')) return Named(start);
        return Options(start);
    }

    /// <summary>The rest of a group that is open. Flags set inside end with it.</summary>
    private Piece Inside(int start, string opening)
    {
        var flags = _flags;
        var inner = Alternatives();
        if (!TakeIf(')')) throw Refuse(start, "unmatched (");

        _flags = flags;
        return inner with { Text = opening + inner.Text + ")" };
    }

    /// <summary>Looks ahead or behind: without width, but what must be there must be in the text.</summary>
    private Piece Looking(int start, string opening, bool isPositive)
    {
        var inner = Inside(start, opening);
        return Piece.Anchor(inner.Text) with { Needed = isPositive ? inner.Required : null };
    }

    /// <summary>A name becomes a number: .NET would number named groups after all others.</summary>
    private Piece Named(int start)
    {
        var end = _pattern.IndexOf('>', _at);
        var name = end < 0 ? "" : _pattern[_at..end];
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit)) throw Refuse(_at, "a group's name is letters and digits, then >");
        if (!_names.TryAdd(name, ++_groups)) throw Refuse(_at, $"there is a group {name} already");

        _at = end + 1;
        return Inside(start, "(");
    }

    private Piece Comment(int start)
    {
        var end = _pattern.IndexOf(')', _at);
        if (end < 0) throw Refuse(start, "unmatched (");

        _at = end + 1;
        return Piece.Anchor("");
    }

    /// <summary>(?i-m) up to the end of the group, or (?i-m: ) for a group of its own.</summary>
    private Piece Options(int start)
    {
        var before = _flags;
        var (on, off, turnsOff) = ("", "", false);
        for (; !AtEnd && _pattern[_at] is not (')' or ':'); _at++)
        {
            var flag = _pattern[_at];
            if (flag == '-' && !turnsOff) turnsOff = true;
            else if (flag is 'i' or 'm' or 's') Set(ref turnsOff ? ref off : ref on, flag, flag == 'i' ? Flags.IgnoreCase : Flags.None);
            else if (flag == 'x') Set(ref turnsOff ? ref off : ref on, null, Flags.FreeSpacing);
            else throw Refuse(_at, $"{flag} is no flag of (? ) known here: i, m, s and x are");
        }

        if (AtEnd) throw Refuse(start, "unmatched (");

        var text = on + (off.Length > 0 ? "-" + off : "");
        if (TakeIf(')')) return Piece.Anchor(text.Length > 0 ? $"(?{text})" : "");

        _at++;
        var inner = Inside(start, $"(?{text}:");
        _flags = before;
        return inner;

        void Set(ref string letters, char? letter, Flags meaning)
        {
            letters += letter;
            _flags = turnsOff ? _flags & ~meaning : _flags | meaning;
        }
    }
}
