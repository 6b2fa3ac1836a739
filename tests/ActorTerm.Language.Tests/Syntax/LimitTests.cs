using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Syntax;

public sealed class LimitTests
{
    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string, string, string> Nestings => new()
    {
        { "f(x: ", "1", ")" },
        { "(", "1", ")" },
        { "[", "1", "]" },
        { "a[", "1", "]" },
        { "-", "a", "" },
        { "!", "a", "" },
        { "\"\\(", "1", ")\"" },
        { "a ? ", "1", " : 2" },
        { "a ? 1 : ", "2", "" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Every_kind_of_nesting_stops_at_the_limit_with_an_error_of_its_own(string open, string inside, string close)
    {
        var limits = new LanguageLimits(MaxDepth: 10);
        var allowed = Repeated(open, 10) + inside + Repeated(close, 10);
        var tooDeep = Repeated(open, 11) + inside + Repeated(close, 11);

        Assert.True(InvocationParser.TryParseExpression(allowed, limits, out _, out _));
        Assert.False(InvocationParser.TryParseExpression(tooDeep, limits, out _, out var error));

        Assert.Equal(SyntaxErrorKind.TooDeep, error.Kind);
        Assert.True(error.IsLimit);
        Assert.Contains("nests too deep; allowed is 10 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_side_by_side_is_not_deep()
    {
        var text = $"[{string.Join(", ", Enumerable.Repeat("f(x: (1))", 1000))}]";

        Assert.True(InvocationParser.TryParseExpression(text, new LanguageLimits(MaxDepth: 3), out _, out _));
    }

    [Fact]
    public void A_long_sum_is_not_deep()
    {
        var outcome = new Functions().Run(A.Expression("0" + Repeated(" + 1", 10_000)), EmptyScope.Instance);

        Assert.Equal("10000", outcome.Value.ToString());
    }

    [Theory]
    [MemberData(nameof(Nestings))]
    public void The_deepest_setting_fits_a_small_stack(string open, string inside, string close)
    {
        const int depth = LanguageLimits.LargestMaxDepth;
        var text = Repeated(open, depth) + inside + Repeated(close, depth);
        var beyond = Repeated(open, 20_000 / open.Length) + inside;
        string? printed = null;
        SyntaxError? error = null;
        var outcome = default(Outcome);

        var thread = new Thread(() =>
        {
            var limits = new LanguageLimits(MaxDepth: depth);
            InvocationParser.TryParseExpression(text, limits, out var parsed, out _);
            InvocationParser.TryParseExpression(beyond, limits, out _, out error);
            printed = parsed!.ToString();
            outcome = Functions.OfTheTable().Run(new Evaluation(parsed), new TestScope { ["a"] = "[1,1]" });
        }, maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.NotNull(printed);
        Assert.Equal(SyntaxErrorKind.TooDeep, error!.Kind);
        Assert.True(outcome.Succeeded || outcome.Error is not null);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_unread()
    {
        var limits = new LanguageLimits(MaxTextLength: 10);
        var text = "f(x: 1234)";

        Assert.True(InvocationParser.TryParseInvocation(text, limits, out _, out _));
        Assert.False(InvocationParser.TryParseInvocation(text + " ", limits, out _, out var error));
        Assert.False(InvocationParser.TryParseExpression(text + " ", limits, out _, out _));
        Assert.False(InvocationParser.TryParseInterpolatedString(text + " ", InterpolationMode.Lax, limits, out _, out _));

        Assert.Equal(SyntaxErrorKind.TextTooLong, error.Kind);
        Assert.Equal("the text has 11 UTF-16 units, but at most 10 UTF-16 units are allowed", error.Message);
        Assert.Equal(10, error.Offset);
    }

    [Fact]
    public void Limits_have_defaults_and_ranges()
    {
        Assert.Equal((65_536, 64), (LanguageLimits.Default.MaxTextLength, LanguageLimits.Default.MaxDepth));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageLimits(MaxDepth: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageLimits(MaxDepth: LanguageLimits.LargestMaxDepth + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageLimits(MaxTextLength: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LanguageLimits(MaxValueLength: 0));
    }

    /// <summary>Texts that make a careless parser look at the same characters again and again.</summary>
    [Theory]
    [InlineData("(", 1)]
    [InlineData("f(x:", 1)]
    [InlineData("\\(", 1)]
    [InlineData("\"\\(", 1)]
    [InlineData("\\(\"", 1)]
    [InlineData("\\(1)", 1)]
    [InlineData("a.", 1)]
    [InlineData("a . ", 1)]
    [InlineData("a.b?", 1)]
    [InlineData("true.", 1)]
    [InlineData("1+", 1)]
    [InlineData("1?1:", 1)]
    [InlineData("\"", 1)]
    [InlineData("\\u0041", 1)]
    [InlineData("\\", 1)]
    [InlineData("f();", 1)]
    [InlineData(" ", 1)]
    [InlineData("9", 1)]
    [InlineData("[],", 1)]
    public void A_parse_looks_at_each_character_a_few_times_at_most(string piece, int depth)
    {
        var limits = new LanguageLimits(MaxDepth: 200);
        foreach (var length in (int[])[1_000, 60_000])
        {
            var repeated = Repeated(piece, length / piece.Length);
            foreach (var text in (string[])[repeated, "f(x: [" + repeated + "])", "\"" + repeated + "\"", "\\(" + repeated + ")"])
            {
                Assert.All(Parses(text, limits), parser => Assert.InRange(parser.Steps, 0, 3L * text.Length + 3 + depth));
            }
        }
    }

    private static IEnumerable<Parser> Parses(string text, LanguageLimits limits)
    {
        Parser[] parsers = [new(text, limits), new(text, limits), new(text, limits), new(text, limits)];
        parsers[0].Invocation();
        parsers[1].Expression();
        parsers[2].InterpolatedString(InterpolationMode.Lax);
        parsers[3].InterpolatedString(InterpolationMode.Strict);
        return parsers;
    }
}
