using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class PatternCacheTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("error: (.*)", false)]
    [InlineData("(?<=a)b", true)]
    public void The_same_pattern_is_the_same_object(string pattern, bool canTimeOut)
    {
        var cache = new PatternCache(Timeout, max: 10);

        var first = Compile(cache, pattern);

        Assert.Same(first, Compile(cache, new string(pattern.AsSpan())));
        Assert.Equal(canTimeOut, first.CanTimeOut);
        Assert.NotSame(first, Compile(cache, pattern + "x"));
    }

    [Fact]
    public void Threads_that_want_it_at_the_same_moment_get_the_same_object()
    {
        var cache = new PatternCache(Timeout, max: 1_000);
        using var start = new Barrier(4);
        var found = new CompiledPattern[4][];
        var threads = Enumerable.Range(0, 4).Select(n => new Thread(() =>
        {
            start.SignalAndWait();
            found[n] = [.. Enumerable.Range(0, 50).Select(i => Compile(cache, $"pattern {i}"))];
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(found, one => Assert.Equal(found[0], one, ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void At_the_bound_all_are_forgotten_and_compiled_anew()
    {
        var cache = new PatternCache(Timeout, max: 2);
        var first = Compile(cache, "a");
        Compile(cache, "b");

        Compile(cache, "c");

        Assert.NotSame(first, Compile(cache, "a"));
    }

    [Fact]
    public void What_is_no_pattern_is_refused_each_time_it_is_wanted()
    {
        var cache = new PatternCache(Timeout, max: 10);

        Assert.False(cache.TryCompile("a(b", out _, out var error));
        Assert.False(cache.TryCompile("a(b", out _, out var again));

        Assert.Equal("unmatched ( at 1", error.ToString());
        Assert.Equal(error, again);
    }

    private static CompiledPattern Compile(PatternCache cache, string pattern) =>
        cache.TryCompile(pattern, out var compiled, out var error) ? compiled : throw new FormatException(error.ToString());
}
