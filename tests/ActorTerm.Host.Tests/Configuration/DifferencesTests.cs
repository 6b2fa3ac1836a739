using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public class DifferencesTests
{
    [Theory]
    [InlineData("a = 1", "a = 1", "")]
    [InlineData("a = 1", "a = 2", "a: 1 > 2")]
    [InlineData("a {}", "a { b { c = 1 } }", "a.b.c: - > 1")]
    [InlineData("a { b = 1, c = 2 }", "a { c = 2 }", "a.b: 1 > -")]
    [InlineData("a = [1, 2]", "a = [1, 3]", "a: [1, 2] > [1, 3]")]
    [InlineData("a = 1", "a { b = 2 }", "a: 1 > b = 2")]
    [InlineData("a { \"x.y\" = 1 }", "a { \"x.y\" = 2 }", "a.\"x.y\": 1 > 2")]
    [InlineData("a { b = 1 }, c = 1", "c = 2, d = 3", "a.b: 1 > -|c: 1 > 2|d: - > 3")]
    public void Every_value_that_differs_is_told_with_its_path(string before, string after, string expected)
    {
        var differences = Differences.Between(Parse(before), Parse(after));

        Assert.Equal(expected, string.Join('|', differences.Select(one => $"{one.Path}: {one.Before?.ToString().Trim() ?? "-"} > {one.After?.ToString().Trim() ?? "-"}")));
    }

    private static HoconObject Parse(string text) => HoconParser.ParseText(text, "test").Resolve().Root;
}
