using System.Text.RegularExpressions;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class PatternTranslatorTests
{
    [Theory]
    [InlineData("error", "error")]
    [InlineData(@"a++b*+c?+", @"(?>a+)(?>b*)(?>c?)b")]
    public void Possessive_quantifiers_become_atomic_groups(string icu, string _)
    {
        var translated = Translate(icu);

        Assert.DoesNotContain("++", translated.Text);
        Assert.Equal(icu.Contains("++"), translated.Text.Contains("(?>a+)"));
    }

    [Theory]
    [InlineData(@"\h", "\t", "x")]
    [InlineData(@"\H", "x", "\t")]
    [InlineData(@"a\Rb", "a\u2028b", "ab")]
    [InlineData(@"\x{48}\x49\u004a", "HIJ", "hij")]
    [InlineData(@"\U0001F600+", "😀😀", "x")]
    [InlineData("^😀+$", "😀😀", "😀x")]
    [InlineData("^[😀a]+$", "a😀a", "b")]
    [InlineData(@"^\Q1+1 (x)\E$", "1+1 (x)", "11 x")]
    [InlineData("^[[:alpha:]_]+$", "abc_", "ab1")]
    [InlineData("^[[:^digit:]]+$", "abc", "a1")]
    [InlineData(@"^\p{Lu}\p{Uppercase_Letter}$", "AB", "Ab")]
    [InlineData(@"^\p{^Lu}$", "a", "A")]
    [InlineData(@"^\P{gc=Lu}$", "a", "A")]
    [InlineData(@"^\p{Alphabetic}$", "é", "1")]
    [InlineData("^[[a-z]&&[^aeiou]]+$", "xyz", "xaz")]
    [InlineData("^[[a-z]--[aeiou]]+$", "xyz", "xaz")]
    [InlineData("^[a-c[x-z]]+$", "abz", "abm")]
    [InlineData("^[]a]+$", "]a", "b")]
    [InlineData(@"^[\w.-]+$", "a-b.c", "a b")]
    [InlineData(@"^(?<year>\d+)-(?<day>\d+) \k<year>$", "12-3 12", "12-3 3")]
    [InlineData(@"^(a)(?<n>b)\1\2$", "abab", "abba")]
    [InlineData(@"(?x) a b # comment", "ab", "a b")]
    [InlineData("(?i)warn(?-i)X", "WARNX", "warnx")]
    [InlineData("(?i:warn)x", "WARNx", "warnX")]
    [InlineData("(?#note)ab", "ab", "note")]
    [InlineData("a(?=b)", "ab", "ac")]
    [InlineData("(?<!a)b", "b", "ab")]
    [InlineData(@"^\0101$", "A", "01")]
    [InlineData(@"a{x}{2}", "a{x}}", "ax")]
    [InlineData("~/.config_x", "~/.config_x", "~x")]
    public void What_ICU_says_otherwise_means_the_same(string icu, string matches, string doesNot)
    {
        Assert.Matches(Compile(icu), matches);
        Assert.DoesNotMatch(Compile(icu), doesNot);
    }

    [Fact]
    public void Groups_keep_their_numbers_whether_named_or_not()
    {
        var match = Compile(@"(?<a>x)(y)(?<b>z)").Match("xyz");

        Assert.Equal(["xyz", "x", "y", "z"], match.Groups.Cast<Group>().Select(group => group.Value));
    }

    [Theory]
    [InlineData("ab(c", 2, "unmatched (")]
    [InlineData("abc)", 3, "unmatched )")]
    [InlineData("ab[c", 2, "unmatched [")]
    [InlineData("*a", 0, "nothing before *")]
    [InlineData("a**", 2, "a quantifier after a quantifier")]
    [InlineData(@"a\X", 1, "grapheme cluster")]
    [InlineData(@"a\N{DASH}", 1, "by its name")]
    [InlineData(@"\y", 0, "means nothing")]
    [InlineData(@"x\p{Greek}", 1, "no property Greek")]
    [InlineData(@"x\p{Lu", 1, "are followed by")]
    [InlineData(@"(a)\2", 3, "there is no group 2")]
    [InlineData("a{3,2}", 1, "no interval")]
    [InlineData("a{2000}", 1, "no interval")]
    [InlineData("[z-a]", 1, "runs backwards")]
    [InlineData("[[a-z]&&[aeiou]]", 6, "&& is supported before [^ ] only")]
    [InlineData("[^😀]", 0, "beyond U+FFFF")]
    [InlineData("(?w)a", 2, "no flag")]
    [InlineData("(?'n'a)", 2, "no flag")]
    [InlineData("(?(a)b|c)", 2, "no flag")]
    [InlineData("abc\\", 3, "escapes nothing")]
    [InlineData(@"\x{110000}", 0, "is no character")]
    [InlineData("(?<a>x)(?<a>y)", 10, "a group a already")]
    public void What_cannot_be_said_is_refused_with_its_place(string pattern, int position, string complaint)
    {
        Assert.False(PatternTranslator.TryTranslate(pattern, out _, out var error));

        Assert.Equal(position, error.Position);
        Assert.Contains(complaint, error.Text);
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("^ERROR: (.*)$", "ERROR: ")]
    [InlineData(@"\*\*B0100", "**B0100")]
    [InlineData("foo|barbaz", "foo,barbaz")]
    [InlineData("(foo|bar)s? failed", " failed")]
    [InlineData("x+y", "x|y")]
    [InlineData("(?:ab){3}", "ababab")]
    [InlineData(@"\d+ tests? failed in [0-9.]+s", " failed in ")]
    [InlineData("abc?d", "ab")]
    [InlineData("a|", "")]
    [InlineData(@"\d+%", "%")]
    [InlineData(".*", "")]
    [InlineData("(?i)panic", "pan~")]
    [InlineData("foo(?=bar)", "foo|bar")]
    [InlineData("(?!foo)b", "b")]
    [InlineData("[.]txt", ".txt")]
    public void What_a_line_must_hold_is_known(string pattern, string expected)
    {
        var required = Translate(pattern).Required;

        var shown = required is null ? "" : string.Join(',', required.Any) + (required.IgnoreCase ? "~" : "");
        Assert.Contains(shown, expected.Split('|'));
    }

    [Fact]
    public void A_line_without_what_is_needed_never_matches()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 600; i++)
        {
            var pattern = RandomPattern(random, 3);
            if (!CompiledPattern.TryCompile(pattern, TimeSpan.FromSeconds(1), out var compiled, out var error)) Assert.Fail($"{pattern}: {error}");
            for (var j = 0; j < 8; j++)
            {
                var text = RandomText(random);
                if (compiled.Regex.IsMatch(text)) Assert.True(compiled.Required?.IsIn(text) ?? true, $"seed {seed}: {pattern} matches {text}");
            }
        }
    }

    [Fact]
    public void Any_text_gives_a_pattern_or_a_place_inside_it()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        const string Alphabet = "ab1(){}[]|?*+^$.\\-&:<>=!#,xpPQEkRhud0😀 i";
        for (var i = 0; i < 4_000; i++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            if (CompiledPattern.TryCompile(pattern, TimeSpan.FromSeconds(1), out _, out var error)) continue;
            Assert.True(error.Position >= 0 && error.Position <= pattern.Length, $"seed {seed}: {pattern}: {error}");
        }
    }

    private static TranslatedPattern Translate(string pattern)
    {
        Assert.True(PatternTranslator.TryTranslate(pattern, out var translated, out var error), error?.ToString());
        return translated;
    }

    private static Regex Compile(string pattern)
    {
        Assert.True(CompiledPattern.TryCompile(pattern, TimeSpan.FromSeconds(1), out var compiled, out var error), error?.ToString());
        return compiled.Regex;
    }

    private static string RandomPattern(Random random, int depth)
    {
        var pattern = "";
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var atom = random.Next(depth > 0 ? 9 : 6) switch
            {
                0 => "a",
                1 => "b",
                2 => "K",
                3 => "[ab]",
                4 => ".",
                5 => "ab",
                6 => $"({RandomPattern(random, depth - 1)})",
                7 => $"(?:{RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
                _ => $"(?i:{RandomPattern(random, depth - 1)})",
            };
            if (atom.Length != 2 && random.Next(3) == 0) atom += new[] { "?", "*", "+", "{2}", "{1,2}", "+?" }[random.Next(6)];
            pattern += atom;
        }

        return pattern;
    }

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "abABkK\u212a"[random.Next(7)]));
}
