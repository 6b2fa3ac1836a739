namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Path expressions" and "Paths as keys".</summary>
public sealed class PathTests
{
    public static TheoryData<string, string[]> Paths => new()
    {
        { "a", ["a"] },
        { "a.b", ["a", "b"] },
        { "\"a.b\"", ["a.b"] },
        { "\".b\"", [".b"] },
        { "foo.bar.\"hello.world\"", ["foo", "bar", "hello.world"] },
        { "true", ["true"] },
        { " a ", ["a"] },
        { " a .b", ["a ", "b"] },
        { " a  b", ["a  b"] },
        { "a.\"b.c\".d", ["a", "b.c", "d"] },
        { "3.14", ["3", "14"] },
        { "1.2.3", ["1", "2", "3"] },
        { "10.0foo", ["10", "0foo"] },
        { "foo10.0", ["foo10", "0"] },
        { "foo\"10.0\"", ["foo10.0"] },
        { "\"\"", [""] },
        { "a.\"\".b", ["a", "", "b"] },
        { "\"\".\"\".\"\"", ["", "", ""] },
        { "a-c_d", ["a-c_d"] },
        { "-10", ["-10"] },
        { "/a/b", ["/a/b"] },
        { "foo include", ["foo include"] },
        { "\"include\"", ["include"] },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_is_split_at_its_unquoted_dots(string text, string[] keys) => Assert.Equal(keys, HoconPath.Parse(text).Keys);

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_key_and_a_substitution_read_a_path_alike(string text, string[] keys)
    {
        var config = HoconParser.ParseText($"{text} : 42\nvalue : ${{{text}}}").Resolve();

        Assert.Equal(42, config.GetInt("value"));
        Assert.Equal(42, config.GetInt(new HoconPath(keys).ToString()));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_rendered_path_is_read_back(string text, string[] keys)
    {
        var path = HoconPath.Parse(text);

        Assert.Equal(path, HoconPath.Parse(path.ToString()));
        Assert.Equal(new HoconPath(keys), path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a.")]
    [InlineData(".b")]
    [InlineData("a..b")]
    [InlineData("\"\".")]
    [InlineData("a${b}c")]
    [InlineData("a\nb")]
    [InlineData("a:b")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<HoconException>(() => HoconPath.Parse(text));

    [Theory]
    [InlineData("foo.bar : 42", "foo { bar : 42 }")]
    [InlineData("foo.bar.baz : 42", "foo { bar { baz : 42 } }")]
    [InlineData("a.x : 42, a.y : 43", "a { x : 42, y : 43 }")]
    [InlineData("a b c : 42", "\"a b c\" : 42")]
    [InlineData("true : 42", "\"true\" : 42")]
    [InlineData("3 : 42", "\"3\" : 42")]
    [InlineData("3.14 : 42", "\"3\" : { \"14\" : 42 }")]
    [InlineData("a.b.c.d\n: { \"a\" : 1 }, a.b.c.d\n\n : { b : 2 }", "a.b.c.d { a : 1, b : 2 }")]
    [InlineData("123 foo : value", "\"123 foo\" : value")]
    public void A_key_with_dots_makes_objects(string text, string expected) => Tree.AssertSame(expected, text);
}
