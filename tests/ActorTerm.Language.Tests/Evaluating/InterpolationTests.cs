using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

public sealed class InterpolationTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("\\(5)", "5")]
    [InlineData("\\(1 == 1) \\([1, [true, null]]) \\(1152921504606846977)", "1 [1, [1, ]] 1152921504606846977")]
    [InlineData("tab\\tend\\\\ \\\"q\\\" \\/ \\q \\", "tab\tend\\ \"q\" / \\q \\")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\(\"a\\(\"b\\(1)\")\")", "ab1")]
    [InlineData("a\\(undef)b\\(arr[9])c\\(user)d\\(dict)e", "abcde")]
    [InlineData("\\(true ? dict : 0)", "{\"k\":1}")]
    [InlineData("\\(foo) \\(\"x\\(y", "5 \\(\"x\\(y")]
    [InlineData("\\(foo) \\(\"x)\\t", "5 \\(\"x)\t")]
    [InlineData("\\((foo)) \\((foo)", "5 \\((foo)")]
    [InlineData("\\(foo \\(one)", "\\(foo \\(one)")]
    public void Interpolated_text_reads_as_the_language_says(string text, string value)
    {
        var outcome = Functions.OfTheTable().Run(A.Text(text), TestScope.OfTheTable());

        Assert.Null(outcome.Error);
        Assert.True(outcome.Value.TryGetString(out var actual));
        Assert.Equal(value, actual);
    }

    [Theory]
    [InlineData("\\(undef)")]
    [InlineData("\\(arr[9])")]
    [InlineData("\\(user)")]
    [InlineData("\\(dict)")]
    [InlineData("\\(s())\\(dict)")]
    public void Strict_text_needs_every_reference(string text)
    {
        var functions = Functions.OfTheTable();

        Assert.False(functions.Run(A.Text(text, InterpolationMode.Strict), TestScope.OfTheTable()).Succeeded);

        Assert.Empty(functions.Called);
    }

    [Theory]
    [InlineData("\\(undef + 1)", "variable \"undef\" is not defined. Write \"undef?\" if it may be unset")]
    [InlineData("\\((undef))x\\(arr[one * 9])", "index 9 is out of range of \"arr\"")]
    [InlineData("\\(-name)", "- takes a number, not a string")]
    [InlineData("\\([undef])", "variable \"undef\" is not defined. Write \"undef?\" if it may be unset")]
    public void Lax_text_forgives_bare_references_only(string text, string message)
    {
        var outcome = Functions.OfTheTable().Run(A.Text(text), TestScope.OfTheTable());

        Assert.Equal(message, outcome.Error!.Message);
    }

    [Fact]
    public void All_parts_are_awaited_even_when_one_has_failed()
    {
        var evaluation = A.Text("\\(one()) \\(two())");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("one", "boom");
        Assert.False(evaluation.IsOver);
        calls.Complete("two", "2");

        Assert.Equal("boom", evaluation.Outcome!.Value.Error!.Message);
    }

    [Fact]
    public void Escaping_is_for_values_not_for_the_text_between_nor_for_strings_inside()
    {
        var outcome = Functions.OfTheTable().Run(A.Text("a&b \\(\"c&\\(name)&d\") \\(5)", escape: v => v.Replace("&", "&amp;", StringComparison.Ordinal)), TestScope.OfTheTable());

        Assert.Equal("\"a&b c&amp;hello&amp;d 5\"", outcome.Value.ToString());
    }

    [Fact]
    public void Text_without_interpolation_is_known_to_be_constant()
    {
        InvocationParser.TryParseInterpolatedString("a \\n b", InterpolationMode.Lax, LanguageLimits.Default, out var constant, out _);
        InvocationParser.TryParseInterpolatedString("a \\(1)", InterpolationMode.Lax, LanguageLimits.Default, out var live, out _);

        Assert.True(constant!.IsConstant);
        Assert.False(live!.IsConstant);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData(@"C:\new \(name) \\ \u0041")]
    [InlineData(@"\")]
    [InlineData("\"quoted\"")]
    public void An_escaped_text_reads_as_it_stands(string text)
    {
        var outcome = Functions.OfTheTable().Run(A.Text(InterpolatedString.Escape(text)), TestScope.OfTheTable());

        Assert.True(outcome.Value.TryGetString(out var read));
        Assert.Equal(text, read);
    }

    [Theory]
    [InlineData(@"a \(name)", false)]
    [InlineData(@"a \([1, f()])", true)]
    public void Whether_a_text_calls_anything_is_known(string text, bool calls)
    {
        InvocationParser.TryParseInterpolatedString(text, InterpolationMode.Lax, LanguageLimits.Default, out var parsed, out _);

        Assert.Equal(calls, parsed!.HasCalls);
    }
}
