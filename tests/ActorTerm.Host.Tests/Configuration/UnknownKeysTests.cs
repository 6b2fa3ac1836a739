using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public sealed class UnknownKeysTests
{
    [Theory]
    [InlineData("app.liens = 1", "1:5: expected a setting that exists, found 'app.liens': the nearest is 'app.lines'")]
    [InlineData("app.Lines = 1", "1:5: expected a setting that exists, found 'app.Lines': the nearest is 'app.lines'")]
    [InlineData("ap { lines = 1 }", "1:1: expected a setting that exists, found 'ap': the nearest is 'app'")]
    [InlineData("app {\n  iner { lines = 1, other = 2 }\n}", "2:3: expected a setting that exists, found 'app.iner': the nearest is 'app.inner'")]
    [InlineData("lines = 1", "1:1: expected a setting that exists, found 'lines': the nearest is 'app.lines'")]
    [InlineData("app.inner.memory = 1", "1:11: expected a setting that exists, found 'app.inner.memory': the nearest is 'app.inner.lines'")]
    [InlineData("app.\"lines.x\" = 1", "1:5: expected a setting that exists, found 'app.\"lines.x\"': the nearest is 'app.lines'")]
    [InlineData("app.inner = 5", "1:13: expected an object for 'app.inner', found a number")]
    [InlineData("app.environment = []", "1:19: expected an object for 'app.environment', found a list")]
    public void An_unknown_key_is_named_with_its_place_and_the_nearest_known_one(string user, string problem) =>
        Assert.Equal([$"host.conf:{problem}"], UnknownKeys.In(Catalogs.Over(user), Catalogs.Small).Select(p => p.Message));

    [Theory]
    [InlineData("")]
    [InlineData("app { lines = 1, inner { lines = 2 }, environment { anything = 1, \"at all\" = 2 } }")]
    public void Known_keys_and_free_ones_are_no_problem(string user) => Assert.Empty(UnknownKeys.In(Catalogs.Over(user), Catalogs.Small));

    [Fact]
    public void All_of_them_are_found() => Assert.Equal(3, UnknownKeys.In(Catalogs.Over("a = 1, app { b = 2, inner { c = 3 } }"), Catalogs.Small).Count());
}
