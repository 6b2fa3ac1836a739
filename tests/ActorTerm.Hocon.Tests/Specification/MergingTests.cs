namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Duplicate keys and object merging" and "Config object merging and file merging".</summary>
public sealed class MergingTests
{
    [Theory]
    [InlineData("a : 10, a : 11", "a : 11")]
    [InlineData("""{ "foo" : { "a" : 42 }, "foo" : { "b" : 43 } }""", "foo { a : 42, b : 43 }")]
    [InlineData("""{ "foo" : { "a" : 42 }, "foo" : null, "foo" : { "b" : 43 } }""", "foo { b : 43 }")]
    [InlineData("a { b : 1 }, a : 42, a { c : 2 }", "a { c : 2 }")]
    [InlineData("a { x : 1, y : 2 }, a { x : 42, z : 100 }", "a { x : 42, y : 2, z : 100 }")]
    [InlineData("a { b { x : 1, y : 2 } }, a { b { x : 42, z : 100 } }", "a { b { x : 42, y : 2, z : 100 } }")]
    [InlineData("a { b : 1 }, a : [1]", "a : [1]")]
    [InlineData("a : [1], a : [2]", "a : [2]")]
    public void Later_fields_override_and_objects_merge(string text, string expected) => Tree.AssertSame(expected, text);

    [Fact]
    public void Merging_two_files_is_merging_their_fields()
    {
        var merged = Merged("a { x : 1 }", "a : 42", "a { y : 2 }");
        var reordered = Merged("a { x : 1 }", "a { y : 2 }", "a : 42");

        Assert.Equal(Tree.Of("a { x : 1 }"), merged);
        Assert.Equal(Tree.Of("a { x : 1, y : 2 }"), reordered);
    }

    [Fact]
    public void A_null_clears_what_a_fallback_has() =>
        Assert.Equal(Tree.Of("servers { mine : 2 }"), Merged("servers : null, servers { mine : 2 }", "servers { default : 1 }"));

    [Fact]
    public void Substitutions_see_all_files_and_the_highest_value() =>
        Assert.Equal(Tree.Of("name : b, greeting : hello b"), Merged("name : b", "name : a, greeting : hello ${name}"));

    [Fact]
    public void A_resolved_configuration_is_a_fallback_like_any_other()
    {
        var fallback = HoconParser.ParseText("a { x : 1, l : [1] }, b : ${a.x}").Resolve();
        var config = HoconParser.ParseText("a { x : 2, y : ${b} }, a.l += 2").WithFallback(fallback).Resolve();

        Assert.Equal(Tree.Of("a { x : 2, l : [1, 2], y : 1 }, b : 1"), config.Root);
    }

    private static HoconObject Merged(params string[] texts) =>
        texts.Select(t => HoconParser.ParseText(t)).Aggregate((config, fallback) => config.WithFallback(fallback)).Resolve().Root;
}
