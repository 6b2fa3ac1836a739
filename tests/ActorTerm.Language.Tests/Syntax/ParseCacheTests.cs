namespace ActorTerm.Language.Tests.Syntax;

public sealed class ParseCacheTests
{
    [Fact]
    public void A_text_is_parsed_once()
    {
        var cache = new ParseCache();

        Assert.True(cache.TryParseInvocation("f(x: 1)", out var first, out _));
        Assert.True(cache.TryParseInvocation("f(x: 1)", out var second, out _));

        Assert.Same(first, second);
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void The_same_text_is_kept_apart_by_what_it_is_read_as()
    {
        var cache = new ParseCache();

        Assert.True(cache.TryParseInvocation("f()", out _, out _));
        Assert.True(cache.TryParseExpression("f()", out var expression, out _));
        Assert.True(cache.TryParseInterpolatedString("f()", InterpolationMode.Lax, out var lax, out _));
        Assert.True(cache.TryParseInterpolatedString("f()", InterpolationMode.Strict, out var strict, out _));

        Assert.NotSame(lax, strict);
        Assert.Equal(4, cache.Count);
        Assert.True(cache.TryParseExpression("f()", out var expressionAgain, out _));
        Assert.Same(expression, expressionAgain);
        Assert.True(cache.TryParseInterpolatedString("f()", InterpolationMode.Strict, out var strictAgain, out _));
        Assert.Same(strict, strictAgain);
    }

    [Fact]
    public void A_mistake_is_not_kept()
    {
        var cache = new ParseCache();

        Assert.False(cache.TryParseInvocation("f(", out _, out var invocation));
        Assert.False(cache.TryParseExpression("(", out _, out var expression));
        Assert.False(cache.TryParseInterpolatedString("\\()", InterpolationMode.Lax, out _, out var text));

        Assert.All([invocation, expression, text], Assert.NotNull);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void The_cache_never_holds_more_than_its_capacity()
    {
        var cache = new ParseCache(capacity: 10);

        for (var i = 0; i < 1000; i++)
        {
            Assert.True(cache.TryParseInvocation($"f(x: {i})", out _, out _));
            Assert.InRange(cache.Count, 1, 10);
        }
    }

    [Fact]
    public void What_is_asked_for_again_and_again_stays()
    {
        var cache = new ParseCache(capacity: 10);
        cache.TryParseInvocation("often()", out var first, out _);

        for (var i = 0; i < 1000; i++)
        {
            cache.TryParseInvocation($"f(x: {i})", out _, out _);
            cache.TryParseInvocation("often()", out var again, out _);
            Assert.Same(first, again);
        }
    }

    [Fact]
    public void The_cache_is_bounded_by_length_too()
    {
        var cache = new ParseCache(capacity: 10);
        string Text(int i, int length) => $"f{i}()".PadRight(length);

        for (var i = 0; i < 100; i++) cache.TryParseInvocation(Text(i, ParseCache.AverageTextLength * 3), out _, out _);
        Assert.InRange(cache.Count, 1, 3);

        var count = cache.Count;
        Assert.True(cache.TryParseInvocation(Text(0, ParseCache.AverageTextLength * 5 + 1), out var longest, out _));
        Assert.True(cache.TryParseInvocation(Text(0, ParseCache.AverageTextLength * 5 + 1), out var again, out _));
        Assert.NotSame(longest, again);
        Assert.Equal(count, cache.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_cache_without_room_keeps_nothing(int capacity)
    {
        var cache = new ParseCache(capacity);

        Assert.True(cache.TryParseInvocation("f()", out var first, out _));
        Assert.True(cache.TryParseInvocation("f()", out var second, out _));

        Assert.NotSame(first, second);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Many_threads_may_use_one_cache()
    {
        var cache = new ParseCache(capacity: 64);

        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 5000; i++)
            {
                var number = (i * 7 + thread) % 200;
                Assert.True(cache.TryParseInvocation($"f(x: {number})", out var parsed, out _));
                Assert.Equal($"f(x: {number})", parsed.Text);
            }
        });

        Assert.InRange(cache.Count, 1, 64);
    }

    [Fact]
    public void The_limits_of_the_cache_hold_for_its_texts()
    {
        var cache = new ParseCache(limits: new LanguageLimits(MaxTextLength: 3));

        Assert.True(cache.TryParseInvocation("f()", out _, out _));
        Assert.False(cache.TryParseInvocation("ff()", out _, out var error));

        Assert.Equal(SyntaxErrorKind.TextTooLong, error.Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParseCache(capacity: -1));
    }
}
