using ActorTerm.Language.Tests.Rig;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Language.Tests.Syntax;

/// <summary>Whatever the text, there is a tree that evaluates, or an error that says where and why. FsCheck prints the seed of a failing run.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "f", "add", "x", "y", "true", "false", "null", "user.x", "arr", "dict", "undef", "foo?", "iterm2.count", "é", "😀", "\ud83d", "\0", "\u202e",
        "0", "5", "1.5", "1e3", "1e999", "007", "(", ")", "[", "]", ":", ",", ".", "?", ";", "&", "+", "-", "*", "/", "!", "<", ">", "<=", ">=",
        "==", "!=", "&&", "||", "=", "|", "%", "{", "}", "'", "\"", "\\", "\\(", "\\n", "\\u00e9", "\\u00", " ", "\n", "\u00a0", "x: ", "f(", "f(x: ", "\"\\(",
    ];

    private static readonly string[] Valid =
    [
        "add(x: 1, y: add(x: 2, y: 3))", "f(x: &user.v); g(x: [1, \"a\\(name)\", arr[one * 2]?])", "foo ? bar? : -3 + \"4\" * 2 == 5 && !x || y",
        "\"a \\(cat(x: \"b\", y: \"c \\(s()) d\")) e\"", "[[], m[0], a() == a(), nil() ? 1 : d()]",
    ];

    private static Arbitrary<string> Texts => Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        from text in Gen.Elements(Valid)
        from cuts in Gen.Choose(0, text.Length).ListOf(3)
        from piece in Gen.Elements(Pieces)
        select text[..cuts[0]] + piece + text[Math.Min(cuts[0] + cuts[1] % 4, text.Length)..],
        Gen.Choose(0, 0xffff).Select(c => (char)c).ListOf().Select(cs => new string([.. cs]))).ToArbitrary();

    [Fact]
    public void Any_text_gives_a_tree_that_comes_to_an_end_or_an_error_that_can_be_shown() => Prop.ForAll(Texts, text =>
    {
        foreach (var entry in "CEIS")
        {
            if (!A.TryEvaluations(entry, text, out var evaluations, out var error))
            {
                AssertShows(error, text);
                continue;
            }
            foreach (var evaluation in evaluations) AssertEnds(Functions.OfTheTable().Run(evaluation, TestScope.OfTheTable()));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void What_parses_prints_as_something_that_parses_to_the_same_tree() => Prop.ForAll(Texts, text =>
    {
        if (!InvocationParser.TryParseExpression(text, LanguageLimits.Default, out var parsed, out _)) return;
        Assert.Equal(Tree.Spell(parsed.Plan.Root), Tree.Spell(A.Parsed(parsed.ToString()).Plan.Root));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    private static void AssertShows(SyntaxError error, string text)
    {
        Assert.InRange(error.Offset, 0, text.Length);
        Assert.NotEmpty(error.Found);
        Assert.NotEmpty(error.Expected);
        var lines = error.Caret.Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("^", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(error.Caret + error.Message, c => char.IsControl(c) && c != '\n');
        Assert.True(Value.TryParse(Value.Of(error.Message).ToString(), out _, out _));
    }

    private static void AssertEnds(Outcome outcome)
    {
        if (outcome.Succeeded) Assert.True(Value.TryParse(outcome.Value.Utf8.Span, out _, out _));
        else Assert.NotEmpty(outcome.Error.Message);
    }
}
