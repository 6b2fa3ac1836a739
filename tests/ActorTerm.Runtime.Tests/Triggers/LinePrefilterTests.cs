using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class LinePrefilterTests
{
    [Theory]
    [InlineData("error|FATAL", "an error", "all is well")]
    [InlineData("error|(?i)warn: a", "WARN: A", "warn: b")]       // one search for both, in any case
    [InlineData("größe|(?i)b", "größe", "x")]                      // not in any case beyond ASCII
    [InlineData("größe|(?i)b", "B", "GRÖSSE")]
    public void Lines_that_may_match_pass_and_others_do_not(string patterns, string passes, string fails)
    {
        var prefilter = Of(patterns.Split('|'));

        Assert.True(prefilter.Passes(passes));
        Assert.False(prefilter.Passes(fails));
    }

    [Fact]
    public void With_a_pattern_that_needs_nothing_every_line_passes() => Assert.True(Of("error", ".*").Passes("x"));

    [Fact]
    public void Without_patterns_no_line_passes() => Assert.False(Of().Passes("x"));

    private static LinePrefilter Of(params string[] patterns) => new([.. patterns.Select(pattern =>
    {
        Assert.True(CompiledPattern.TryCompile(pattern, TimeSpan.FromSeconds(1), out var compiled, out _));
        return compiled;
    })]);
}
