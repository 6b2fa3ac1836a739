namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Value concatenation" with its notes.</summary>
public sealed class ConcatenationTests
{
    [Theory]
    [InlineData("a :  foo bar baz ", "a : \"foo bar baz\"")]
    [InlineData("a : foo \"bar  \"  baz # not this", "a : \"foo bar    baz\"")]
    [InlineData("a :  true \"xyz\" 123 foo 1e5 null ", "a : \"true xyz 123 foo 1e5 null\"")]
    [InlineData("a : true", "a : true")]
    [InlineData("a : 5 minutes", "a : \"5 minutes\"")]
    [InlineData("a : \"x\"\"y\"", "a : xy")]
    [InlineData("a : ${x}foo, x = 1", "a : \"1foo\", x : 1")]
    [InlineData("a : ${x}foo${x}, x = 1.50", "a : \"1.50foo1.50\", x : 1.50")]
    [InlineData("a : start<${n}>end, n : null", "a : \"start<null>end\", n : null")]
    [InlineData("[a] : 1", null)]
    public void Simple_values_side_by_side_are_one_string(string text, string? expected)
    {
        if (expected is null) Assert.Throws<HoconException>(() => Tree.Of(text));
        else Tree.AssertSame(expected, text);
    }

    [Theory]
    [InlineData("a : { b : 1, c : 2 }")]
    [InlineData("a : { b : 1 } { c : 2 }")]
    [InlineData("a : { b : 1 }, a : { c : 2 }")]
    [InlineData("a : { b : 7 } { b : 1\n } { c : 2 }")]
    public void Objects_side_by_side_merge(string text) => Tree.AssertSame("a : { b : 1, c : 2 }", text);

    [Theory]
    [InlineData("a : [ 1, 2, 3, 4 ]")]
    [InlineData("a : [ 1, 2 ] [ 3, 4 ]")]
    [InlineData("a : [ 1\n2\n ][ 3, 4 ]")]
    [InlineData("a : [ 1, 2 ], a : ${a} [ 3, 4 ]")]
    [InlineData("a : [1], a : ${a} [2], a : ${a} [ 3, 4 ]")]
    public void Lists_side_by_side_are_one_list(string text) => Tree.AssertSame("a : [1, 2, 3, 4]", text);

    [Fact]
    public void Objects_inherit_by_concatenation() => Tree.AssertSame(
        "generic { size : 6, x : { y : 1 } }, east { size : 6, x : { y : 1, z : 2 }, name : east }",
        "generic = { size = 6, x { y = 1 } }, east = ${generic} { name = \"east\" } { x.z = 2 }");

    [Fact]
    public void Paths_grow_by_concatenation() => Tree.AssertSame("path : [/bin, /usr/bin]", "path = [ /bin ], path = ${path} [ /usr/bin ]");

    [Theory]
    [InlineData("[ 1 2 3 4 ]", "[\"1 2 3 4\"]")]
    [InlineData("[ 1\n 2\n 3\n 4 ]", "[1, 2, 3, 4]")]
    [InlineData("[ [ 1, 2 ] [ 3, 4 ] ]", "[[1, 2, 3, 4]]")]
    [InlineData("[ [ 1, 2 ]\n [ 3, 4 ] ]", "[[1, 2], [3, 4]]")]
    [InlineData("[ { b : c } { x : y } ]", "[{ b : c, x : y }]")]
    [InlineData("[ { b : c }\n { x : y } ]", "[{ b : c }, { x : y }]")]
    [InlineData("[ This is my name ${name}, Hello ${world} ]", "[\"This is my name n\", \"Hello w\"]")]
    [InlineData("[ ${one} ${two}, ${name} ${world} ]", "[[1, 2], \"n w\"]")]
    public void In_lists_space_joins_and_newlines_separate(string list, string expected) =>
        Assert.Equal(Tree.Of($"a : {expected}").Single().Value, Tree.Of($"a : {list}, name : n, world : w, one : [1], two : [2]").First().Value);

    [Theory]
    [InlineData("a : [0] ${x}, x { \"2\" : c, \"1\" : b, other : d }", "[0, b, c]")]
    [InlineData("a : ${x} [0], x { \"10\" : c, \"9\" : b }", "[b, c, 0]")]
    [InlineData("a : ${x} { \"0\" : z }, x { \"1\" : b }", "{ \"0\" : z, \"1\" : b }")]
    [InlineData("a : ${x}, x { \"1\" : b }", "{ \"1\" : b }")]
    public void Where_a_list_is_expected_and_only_there_an_object_with_numbers_as_keys_is_one(string text, string expected) =>
        Assert.Equal(Tree.Of($"a : {expected}").Single().Value, Tree.Of(text).First().Value);

    [Theory]
    [InlineData("a : ${x} ${y}, x : { b : 1 }, y : { c : 2 }", "{ b : 1, c : 2 }")]
    [InlineData("a : ${x}   ${y} [3], x : [1], y : [2]", "[1, 2, 3]")]
    [InlineData("a : ${x} { b : 1 } ${y}, x : { a : 0 }, y : { c : 2 }", "{ a : 0, b : 1, c : 2 }")]
    [InlineData("a : ${x} ${y}, x : abc, y : def", "abc def")]
    public void What_space_means_depends_on_what_substitutions_come_to(string text, string expected) =>
        Assert.Equal(Tree.Of($"a : {expected}").Single().Value, Tree.Of(text).First().Value);

    [Theory]
    [InlineData("a = foo${?bar}", "a : foo")]
    [InlineData("a = [1] ${?bar}", "a : [1]")]
    [InlineData("a = { x : foo } ${?bar}", "a : { x : foo }")]
    [InlineData("a = ${?foo}${?bar}", "")]
    [InlineData("a = ${?foo} ${?bar}", "a : \" \"")]
    [InlineData("a = \"\"${?foo}${?bar}", "a : \"\"")]
    public void Undefined_parts_add_nothing(string text, string expected) => Tree.AssertSame(expected, text);
}
