namespace ActorTerm.Language.Tests.Syntax;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "unexpected the end of the text at 0: expected a function name", "\n^")]
    [InlineData("f", "unexpected the end of the text at 1: expected \"(\"", "f\n ^")]
    [InlineData("f(1)", "unexpected \"1\" at 2: expected an argument name", "f(1)\n  ^")]
    [InlineData("f(x 1)", "unexpected \"1\" at 4: expected \":\"", "f(x 1)\n    ^")]
    [InlineData("f(x: )", "unexpected \")\" at 5: expected a value", "f(x: )\n     ^")]
    [InlineData("f(x: 1 2)", "unexpected \"2\" at 7: expected an operator, \",\" or \")\"", "f(x: 1 2)\n       ^")]
    [InlineData("f(x: [] 2)", "unexpected \"2\" at 8: expected \",\" or \")\"", "f(x: [] 2)\n        ^")]
    [InlineData("f(x: &y z)", "unexpected \"z\" at 8: expected \",\" or \")\"", "f(x: &y z)\n        ^")]
    [InlineData("f(x: &1)", "unexpected \"1\" at 6: expected a variable", "f(x: &1)\n      ^")]
    [InlineData("f(x: [1 2])", "unexpected \"2\" at 8: expected an operator, \",\" or \"]\"", "f(x: [1 2])\n        ^")]
    [InlineData("f(x: (1 2))", "unexpected \"2\" at 8: expected an operator or \")\"", "f(x: (1 2))\n        ^")]
    [InlineData("f(x: a[1 2])", "unexpected \"2\" at 9: expected an operator or \"]\"", "f(x: a[1 2])\n         ^")]
    [InlineData("f(x: ([1]))", "unexpected \"[\" at 6: expected a value that is no array literal", "f(x: ([1]))\n      ^")]
    [InlineData("f(x: a ? 1, y: 2)", "unexpected \",\" at 10: expected an operator or \":\"", "f(x: a ? 1, y: 2)\n          ^")]
    [InlineData("f(x: a. 1)", "unexpected \"1\" at 8: expected a name", "f(x: a. 1)\n        ^")]
    [InlineData("f(x: \"abc", "unexpected the end of the text at 9: expected \"\\\"\"", "f(x: \"abc\n         ^")]
    [InlineData("f(x: \"a\\(1 2)\")", "unexpected \"2\" at 11: expected an operator or \")\"", "f(x: \"a\\(1 2)\")\n           ^")]
    [InlineData("f(x: 1, y: 2, x: 3)", "argument \"x\" is given twice, at 14", "f(x: 1, y: 2, x: 3)\n              ^")]
    [InlineData("f() g()", "unexpected \"g\" at 4: expected \";\" or the end of the text", "f() g()\n    ^")]
    [InlineData("f(x: \"a\" \"b\")", "unexpected a string at 9: expected an operator, \",\" or \")\"", "f(x: \"a\" \"b\")\n         ^")]
    [InlineData("f(x: 'a')", "unexpected \"'\" at 5: expected a value", "f(x: 'a')\n     ^")]
    [InlineData("true()", "unexpected \"true\" at 0: expected a function name", "true()\n^")]
    public void A_mistake_says_what_it_found_and_what_it_expected_and_where(string text, string message, string caret)
    {
        Assert.False(InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out _, out var error));

        Assert.Equal(message, error.Message);
        Assert.Equal(caret, error.Caret);
        Assert.Equal(message, error.ToString());
    }

    [Fact]
    public void A_long_text_is_shown_around_the_mistake()
    {
        var text = "f(" + string.Concat(Enumerable.Range(0, 50).Select(i => $"a{i}: {i}, ")) + "!" + new string('x', 100);

        Assert.False(InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out _, out var error));

        var lines = error.Caret.Split('\n');
        Assert.Equal("…4, a45: 45, a46: 46, a47: 47, a48: 48, a49: 49, !xxxxxxxxxxxxxxxxxxxxxxx…", lines[0]);
        Assert.Equal('!', lines[0][lines[1].IndexOf('^')]);
        Assert.True(lines[0].Length <= 80);
    }

    [Fact]
    public void A_long_token_is_cut_in_the_message()
    {
        Assert.False(InvocationParser.TryParseInvocation($"f({new string('9', 100)})", LanguageLimits.Default, out _, out var error));

        Assert.Equal($"unexpected \"{new string('9', 32)}…\" at 2: expected an argument name", error.Message);
    }

    [Fact]
    public void What_a_terminal_would_obey_is_not_shown_as_it_is()
    {
        Assert.False(InvocationParser.TryParseInvocation("f(x:\t\"\u001b[2J\u202e\ud83d\" \u001b)", LanguageLimits.Default, out _, out var error));

        Assert.Equal("f(x: \"\ufffd[2J\ufffd\ufffd\" \ufffd)\n              ^", error.Caret);
        Assert.Equal("unexpected \"\ufffd\" at 14: expected an operator, \",\" or \")\"", error.Message);
    }

    [Theory]
    [InlineData("f(x: \"😀\" 1)", "f(x: \"😀\" 1)\n          ^")]
    [InlineData("f(x: \"漢字\" 1)", "f(x: \"漢字\" 1)\n      \u3000\u3000  ^")]
    public void The_caret_stands_under_the_mistake_after_wide_characters_too(string text, string caret)
    {
        Assert.False(InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out _, out var error));

        Assert.Equal(caret, error.Caret);
    }
}
