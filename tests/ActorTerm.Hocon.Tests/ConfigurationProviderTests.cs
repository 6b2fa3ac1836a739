using ActorTerm.Hocon.Configuration;
using Microsoft.Extensions.Configuration;

namespace ActorTerm.Hocon.Tests;

public sealed class ConfigurationProviderTests
{
    [Fact]
    public void The_tree_is_seen_as_flat_keys()
    {
        var view = View("a { b : 1.50, c : [x, { d : true }], none : null, empty : {}, no-elements : [] }, \"e.f\" : text");

        Assert.Equal("1.50", view["a:b"]);
        Assert.Equal("x", view["a:c:0"]);
        Assert.Equal("true", view["A:C:1:D"]);
        Assert.Equal("text", view["e.f"]);
        Assert.Null(view["a:none"]);
        Assert.Equal(["b", "c", "empty", "no-elements", "none"], view.GetSection("a").GetChildren().Select(c => c.Key).Order());
        Assert.Empty(view.GetSection("a:empty").GetChildren());
    }

    [Fact]
    public void Later_sources_go_over_it()
    {
        var builder = new ConfigurationBuilder().AddHocon(Config("a : 1, b : 1")).AddHocon(Config("b : 2"));

        var view = builder.Build();

        Assert.Equal(("1", "2"), (view["a"], view["b"]));
    }

    [Theory]
    [InlineData("a : 1, b { c : 1 }\nA : 2", "x:2:1: expected keys that differ in more than case: 'A' also stands at x:1:1")]
    [InlineData("a { b : 1, B : 2 }", "x:1:12: expected keys that differ in more than case: 'a:B' also stands at x:1:5")]
    [InlineData("a { b : 1 }, \"a:b\" : 2", "x:1:14: expected keys that differ in more than case: 'a:b' also stands at x:1:5")]
    public void Keys_that_collide_there_are_an_error(string text, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<HoconException>(() => View(text)).Message);

    private static IConfiguration View(string text) => new ConfigurationBuilder().AddHocon(Config(text)).Build();

    private static Config Config(string text) => HoconParser.ParseText(text, "x").Resolve();
}
