using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>
/// Regular expressions as ICU writes them (unicode-org.github.io/icu/userguide/strings/regexp.html), for .NET. What .NET lacks and what can be said
/// otherwise is said otherwise; the rest is refused with its position. One pass from left to right.
/// </summary>
/// <remarks>A dot, and an unnamed set, match one UTF-16 unit, where ICU takes one code point; characters beyond U+FFFF may stand in a pattern as they are.</remarks>
internal sealed partial class PatternTranslator
{
    /// <summary>Groups inside one another; a pattern is read by recursion.</summary>
    private const int MaxDepth = 128;

    /// <summary>A quantifier that repeats a literal text makes at most so long a literal of it.</summary>
    private const int MaxLiteral = 64;

    private readonly string _pattern;
    private readonly Dictionary<string, int> _names = [];
    private readonly List<(int Group, int Position)> _references = [];
    private int _at;
    private int _depth;
    private int _groups;
    private Flags _flags;

    private PatternTranslator(string pattern) => _pattern = pattern;

    [Flags]
    private enum Flags
    {
        None = 0,
        IgnoreCase = 1,
        FreeSpacing = 2,
    }

    private bool AtEnd => _at == _pattern.Length;

    public static bool TryTranslate(string pattern, [NotNullWhen(true)] out TranslatedPattern? translated, [NotNullWhen(false)] out PatternError? error)
    {
        (translated, error) = (null, null);
        try
        {
            translated = new PatternTranslator(pattern).Translate();
            return true;
        }
        catch (Refusal refusal)
        {
            error = refusal.Error;
            return false;
        }
    }

    private TranslatedPattern Translate()
    {
        var whole = Alternatives();
        if (!AtEnd) throw Refuse(_at, "unmatched )");
        foreach (var (group, position) in _references)
        {
            if (group > _groups) throw Refuse(position, $"there is no group {group}");
        }

        return new TranslatedPattern(whole.Text, whole.Required);
    }

    /// <summary>a|b|c, to the end of the group.</summary>
    private Piece Alternatives()
    {
        if (++_depth > MaxDepth) throw Refuse(_at, $"groups nest deeper than {MaxDepth}");

        var first = Sequence();
        if (!AtEnd && _pattern[_at] == '|')
        {
            var (text, required) = (new StringBuilder(first.Text), first.Required);
            while (TakeIf('|'))
            {
                var next = Sequence();
                text.Append('|').Append(next.Text);
                required = Literals.Either(required, next.Required);
            }

            first = new Piece(text.ToString(), null, required);
        }

        _depth--;
        return first;
    }

    /// <summary>Pieces that follow one another; literal ones that stand together make one literal.</summary>
    private Piece Sequence()
    {
        var (text, run, runIgnoresCase) = (new StringBuilder(), new StringBuilder(), false);
        Literals? needed = null;
        var isExact = true;
        for (SkipSpacing(); !AtEnd && _pattern[_at] is not ('|' or ')'); SkipSpacing())
        {
            var piece = Quantified();
            text.Append(piece.Text);
            needed = Literals.Stricter(needed, piece.Needed);
            if (piece.Exact is { } exact)
            {
                run.Append(exact);
                runIgnoresCase |= piece.IgnoreCase && exact.Length > 0;
                continue;
            }

            isExact = false;
            EndRun();
        }

        if (isExact) return new Piece(text.ToString(), run.ToString(), needed, runIgnoresCase);

        EndRun();
        return new Piece(text.ToString(), null, needed);

        void EndRun()
        {
            if (run.Length > 0) needed = Literals.Stricter(needed, new Literals([run.ToString()], runIgnoresCase));
            run.Clear();
            runIgnoresCase = false;
        }
    }

    private Piece Quantified()
    {
        var piece = Atom();
        SkipSpacing();
        if (AtEnd || Quantifier() is not { } times) return piece;

        var quantified = piece.Text + times.Text;
        if (TakeIf('?')) quantified += '?';
        else if (TakeIf('+')) quantified = $"(?>{quantified})";      // possessive: as an atomic group
        if (!AtEnd && _pattern[_at] is '*' or '+' or '?') throw Refuse(_at, "a quantifier after a quantifier");

        if (times.Least == 0) return new Piece(quantified);
        if (piece.Exact is not { } exact || exact.Length * times.Least > MaxLiteral) return new Piece(quantified, null, piece.Required);

        var repeated = string.Concat(Enumerable.Repeat(exact, times.Least));
        if (times.IsFixed) return new Piece(quantified, repeated, piece.Needed, piece.IgnoreCase);
        return new Piece(quantified, null, new Piece("", repeated, piece.Needed, piece.IgnoreCase).Required);
    }

    /// <summary>The quantifier that stands here; null when none does.</summary>
    private (string Text, int Least, bool IsFixed)? Quantifier()
    {
        switch (_pattern[_at])
        {
            case '*': _at++; return ("*", 0, false);
            case '+': _at++; return ("+", 1, false);
            case '?': _at++; return ("?", 0, false);
            case '{': return Interval();
            default: return null;
        }
    }

    /// <summary>{n}, {n,} or {n,m}; a brace that begins none of them is an ordinary character.</summary>
    private (string Text, int Least, bool IsFixed)? Interval()
    {
        var (start, end) = (_at, _pattern.IndexOf('}', _at));
        if (end < 0) return null;

        var parts = _pattern[(start + 1)..end].Split(',');
        if (parts.Length > 2 || !IsCount(parts[0]) || (parts.Length == 2 && parts[1].Length > 0 && !IsCount(parts[1]))) return null;
        if (!TryCount(parts[0], out var least) || (parts is [_, { Length: > 0 } upper] && (!TryCount(upper, out var most) || most < least)))
            throw Refuse(start, $"{_pattern[start..(end + 1)]} is no interval: both are 0 to {MaxCount}, the first not above the second");

        _at = end + 1;
        return (_pattern[start..(end + 1)], least, parts.Length == 1);
    }

    private const int MaxCount = 1000;

    private static bool IsCount(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= MaxCount;

    private Piece Atom()
    {
        var (start, c) = (_at, _pattern[_at]);
        switch (c)
        {
            case '(': return Group();
            case '[': return Set();
            case '\\': return Escape();
            case '.': _at++; return new Piece(".");
            case '^' or '$': _at++; return Piece.Anchor(c.ToString());
            case '*' or '+' or '?': throw Refuse(start, $"nothing before {c} that could be repeated");
        }

        _at += char.IsHighSurrogate(c) && _at + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_at + 1]) ? 2 : 1;
        return Literal(_pattern[start.._at]);
    }

    /// <summary>One character, as two units if need be.</summary>
    private Piece Literal(string character)
    {
        var text = character.Length == 1 ? Quote(character[0]) : $"(?:{character})";
        if (!_flags.HasFlag(Flags.IgnoreCase) || !IsCased(character)) return new Piece(text, character);

        // K, I and S have relatives outside of ASCII that a simple search would miss (U+212A, U+0130, U+017F); so may have any other letter.
        return char.IsAscii(character[0]) && !"kisKIS".Contains(character[0]) ? new Piece(text, character, IgnoreCase: true) : new Piece(text);
    }

    private static bool IsCased(string character) => character.Length == 2 || char.IsLetter(character[0]) || !char.IsAscii(character[0]);

    /// <summary>A character that stands for itself, outside of a set.</summary>
    private static string Quote(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or > (char)0x7e ? c.ToString() : c < 0x20 ? Code(c) : "\\" + c;

    private static string Code(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");

    /// <summary>White space and comments mean nothing under (?x).</summary>
    private void SkipSpacing()
    {
        if (!_flags.HasFlag(Flags.FreeSpacing)) return;
        while (!AtEnd && (char.IsWhiteSpace(_pattern[_at]) || _pattern[_at] == '#'))
        {
            var end = _pattern[_at] == '#' ? _pattern.IndexOf('\n', _at) : _at;
            _at = end < 0 ? _pattern.Length : end + 1;
        }
    }

    private bool TakeIf(char c)
    {
        if (AtEnd || _pattern[_at] != c) return false;
        _at++;
        return true;
    }

    private bool TakeIf(string text)
    {
        if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0) return false;
        _at += text.Length;
        return true;
    }

    private static Refusal Refuse(int position, string text) => new(new PatternError(position, text));

    private sealed class Refusal(PatternError error) : Exception
    {
        public PatternError Error { get; } = error;
    }
}
