using ActorTerm.Language.Tests.Rig;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Language.Tests.Syntax;

/// <summary>A tree printed and parsed again is the same tree. FsCheck prints the seed of a failing run.</summary>
public sealed class RoundTripTests
{
    private static readonly LanguageLimits Deep = new(MaxDepth: LanguageLimits.LargestMaxDepth);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000).WithStartSize(24).WithEndSize(60);

    [Fact]
    public void An_expression_printed_and_parsed_is_the_same_tree() => Prop.ForAll(Trees.Expressions, tree =>
    {
        var text = tree.ToString();
        Assert.True(InvocationParser.TryParseExpression(text, Deep, out var parsed, out var error), $"{text}\n{error}");
        Assert.Equal(Tree.Spell(tree), Tree.Spell(parsed.Plan.Root));
        Assert.Equal(text, parsed.ToString());
    }).Check(Many);

    [Fact]
    public void An_invocation_printed_and_parsed_is_the_same_tree() => Prop.ForAll(Trees.Calls, Trees.Calls, (first, second) =>
    {
        var text = $"{first}; {second}";
        Assert.True(InvocationParser.TryParseInvocation(text, Deep, out var parsed, out var error), $"{text}\n{error}");
        Assert.Equal([Tree.Spell(first), Tree.Spell(second)], parsed.Calls.Select(Tree.Spell));
        Assert.Equal(text, parsed.ToString());
    }).Check(Many);

    [Fact]
    public void An_interpolated_string_printed_and_parsed_is_the_same_tree() => Prop.ForAll(Trees.UnquotedTexts, tree =>
    {
        var text = Printer.PrintUnquoted(tree);
        Assert.True(InvocationParser.TryParseInterpolatedString(text, InterpolationMode.Lax, Deep, out var parsed, out var error), $"{text}\n{error}");
        Assert.Equal(Tree.Spell(tree), Tree.Spell(parsed.Plan.Root));
        Assert.Equal(text, parsed.ToString());
    }).Check(Many);

    [Theory]
    [InlineData("f( b:2,a : 1 )", "f(a: 1, b: 2)")]
    [InlineData("f(a:-(5))", "f(a: -(5))")]
    [InlineData("f(a:- 5--5)", "f(a: -5 - -5)")]
    [InlineData("f(a:((x)))", "f(a: x)")]
    [InlineData("f(a:(x)?)", "f(a: x)")]
    [InlineData("f(a:x ?)", "f(a: x?)")]
    [InlineData("f(a:x[1] ? ? 1 : 2)", null)]
    [InlineData("f(a:(x[1]?) ? 1 : 2)", "f(a: (x[1]?) ? 1 : 2)")]
    [InlineData("f(a:(1-2)-3-(4-5)*6)", "f(a: (1 - 2) - 3 - (4 - 5) * 6)")]
    [InlineData("f(a:(a ?b:c)?d:(e ?f:g))", "f(a: (a ? b : c) ? d : e ? f : g)")]
    [InlineData("f(a:-0.0)", "f(a: -0.0)")]
    [InlineData("f(a:1e999)", "f(a: 1e999)")]
    [InlineData("f(a:\"\\u0041\\q\\/\")", "f(a: \"A\\\\q/\")")]
    public void The_canonical_text_is_the_shortest_that_says_the_same(string text, string? canonical) =>
        Assert.Equal(canonical, InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out var parsed, out _) ? parsed.ToString() : null);
}
