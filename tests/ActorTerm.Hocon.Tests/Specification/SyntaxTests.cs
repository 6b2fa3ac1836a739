namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md from "Unchanged from JSON" to "Whitespace".</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "foo" : "bar" }""")]
    [InlineData("{ \"foo\"\n : 42 }")]
    [InlineData("""{ "foo" : { "bar" : "baz", "woo" : [1, 2.5, -3e+10, "w00t", []], "t" : true, "f" : false, "n" : null } }""")]
    [InlineData("""{ "escapes" : "\" \\ \/ \b \f \n \r \t \u00e4 \ud83d\ude00" }""")]
    public void Json_is_hocon(string json)
    {
        var tree = Tree.Of(json);

        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(), Json.Of(tree));
    }

    [Theory]
    [InlineData("# comment\na : 1")]
    [InlineData("// comment\na : 1")]
    [InlineData("a : 1 # comment")]
    [InlineData("a : 1 // comment")]
    [InlineData("a # comment\n : 1")]
    [InlineData("a : # comment\n 1")]
    [InlineData("{ a : 1 // comment }\n}")]
    [InlineData("a : 1# comment\n#")]
    [InlineData("a : 1\n//")]
    public void Comments_are_ignored(string text) => Tree.AssertSame("{ a : 1 }", text);

    [Fact]
    public void Comment_signs_inside_quotes_are_text() => Tree.AssertSame("a : [\"#b\", \"//c\"]", "a : [ \"#b\", \"\"\"//c\"\"\" ]");

    [Theory]
    [InlineData("")]
    [InlineData(" \n \t ")]
    [InlineData("# only a comment")]
    [InlineData("{}")]
    [InlineData("\ufeff{ }\n")]
    public void A_text_without_fields_is_an_empty_object(string text) => Assert.Empty(Tree.Of(text));

    [Theory]
    [InlineData("a : 1, b : { c : 2 }")]
    [InlineData("{ a : 1, b : { c : 2 } }")]
    [InlineData("a = 1, b = { c = 2 }")]
    [InlineData("a = 1, b { c = 2 }")]
    [InlineData("\"a\" = 1, \"b\" { \"c\" : 2 }")]
    public void Root_braces_and_separators_before_braces_may_be_left_out(string text) => Tree.AssertSame("""{ "a" : 1, "b" : { "c" : 2 } }""", text);

    [Theory]
    [InlineData("[1,2,3,]")]
    [InlineData("[1\n2\n3]")]
    [InlineData("[1,\n2\n,3\n]")]
    [InlineData("[\n\n1\n\n,\n\n2 # two\n3 , ]")]
    public void Commas_may_be_newlines_and_one_may_trail(string list) => Tree.AssertSame("a : [1,2,3]", $"a : {list}");

    [Theory]
    [InlineData("{a : y, b : z, c : 1,}")]
    [InlineData("{a : y\nb : z\nc : 1\n}")]
    [InlineData("a : y\n,\nb : z\n\n,c : 1,\n")]
    public void The_same_comma_rules_hold_for_fields(string text) => Tree.AssertSame("a : y, b : z, c : 1", text);

    [Theory]
    [InlineData('\u0020')]
    [InlineData('\u00a0')]
    [InlineData('\u1680')]
    [InlineData('\u2007')]
    [InlineData('\u202f')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u3000')]
    [InlineData('\ufeff')]
    [InlineData('\t')]
    [InlineData('\v')]
    [InlineData('\f')]
    [InlineData('\r')]
    [InlineData('\u001c')]
    [InlineData('\u001f')]
    public void Every_separator_of_unicode_is_whitespace(char space) => Tree.AssertSame("a : 1, b : [2]", $"a{space}:{space}1{space},{space}b{space}:[{space}2{space}]{space}");

    [Fact]
    public void A_carriage_return_before_a_newline_is_no_part_of_the_value() => Tree.AssertSame("a : b, c : d", "a : b\r\nc : d\r\n");

    [Theory]
    [InlineData("a : \u0085x")]
    [InlineData("a : \u200bx")]
    public void Other_invisible_characters_are_text(string text) => Assert.Equal(2, Config.Of(Tree.Of(text)).GetString("a").Length);
}
